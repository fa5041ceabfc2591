using System.Collections.Immutable;
using IntroBot.Conversation;

namespace IntroBot.Programmes;

/// <summary>The programme, section by section, as the file has it.</summary>
internal static class Sections
{
    public static Programme Read(Value file, Func<string, byte[]?> beside)
    {
        var top = file.Section();
        var recruiters = top.Find("recruiters") is { } list ? Somebody(list) : default(ImmutableArray<PersonRef>?);
        var hours = top.Find("hours") is { } given ? Hours(given, WorkingHours.Default) : WorkingHours.Default;
        var programme = new Programme(
            file.File,
            Hash: "",
            top.Need("company", "the company's name")?.Text(80) ?? "",
            top.Need("organisation", "the workspaces and tenants that belong to it, like { slack: [T0ACME] }") is { } named ? Organisation(named) : new Organisation([], []),
            top.Find("domains")?.List(Forms.Domain, "email domains", 50) ?? [],
            top.Find("why") is { } why ? Forms.Unpaid(why, 600) : null,
            top.Find("language") is { } language ? Forms.Language(language) : Language.En,
            top.Find("zone") is { } zone ? Forms.Zone(zone) : TimeZoneInfo.Utc,
            top.Find("agreement")?.OneOf(("word", Agreement.Word), ("page", Agreement.Page)) ?? Agreement.Word,
            recruiters ?? [],
            top.Need("owners", "who looks after the programme, like [omar@example.test]") is { } owners ? Somebody(owners) : [],
            top.Find("managers") is { } managers ? People(managers) : [],
            top.Need("kudos", "where thanks are posted, like { slack: C0KUDOS }") is { } kudos ? Kudos(kudos) : new KudosChannel(new Channels(null, null)),
            new Limits(top.Find("limits")?.Section().Find("perDay")?.Number(1, 1000) ?? 20),
            hours,
            top.Find("reasons") is { } reasons ? Reasons(reasons) : DefaultReasons.All,
            top.Find("thanks")?.List(Thanks, "tokens of thanks", 20) ?? [])
        {
            People = top.Find("people")?.List(Same, "people", 2000) ?? [],
            Brand = top.Find("brand") is { } brand ? BrandSection.Read(brand, beside) : Brand.Plain,
            Retention = top.Find("retention") is { } retention ? RetentionSection(retention) : Retention.Default,
            Privacy = top.Find("privacy") is { } privacy ? PrivacySection(privacy) : Privacy.Unsaid,
            Routes = top.Need("routes", "a list of routes, one of them named general")?.List(route => RouteSection.Read(route, recruiters, hours), "routes", 100) ?? [],
        };
        WholeFile.Check(programme, file);
        return programme;
    }

    public static ImmutableArray<PersonRef> Somebody(Value value)
    {
        if (value.Node is Yaml.List { Items.Count: 0 })
        {
            value.Wrong("expected at least one person, found an empty list");
        }

        return People(value);
    }

    public static Channels Channels(Section section) => new(
        section.Find("slack") is { } slack ? Forms.SlackChannel(slack) : null,
        section.Find("teams") is { } teams ? Forms.TeamsChannel(teams) : null);

    public static WorkingHours Hours(Value value, WorkingHours otherwise)
    {
        var section = value.Section();
        var hours = new WorkingHours(
            section.Find("days")?.List(Forms.Day, "days", 7).ToImmutableHashSet() ?? otherwise.Days,
            section.Find("from") is { } from ? Forms.Time(from) : otherwise.From,
            section.Find("to") is { } to ? Forms.Time(to) : otherwise.To,
            section.Find("holidays")?.List(Forms.Date, "dates", 1000).ToImmutableHashSet() ?? otherwise.Holidays);
        if (hours.From >= hours.To)
        {
            value.Wrong($"expected from to be before to, found from {hours.From:HH\\:mm} to {hours.To:HH\\:mm}");
        }

        if (section.Find("days") is { Node: Yaml.List { Items.Count: 0 } } days)
        {
            days.Wrong("expected at least one day, found an empty list");
        }

        return hours;
    }

    private static ImmutableArray<PersonRef.ByAccount> Same(Value value)
    {
        var section = value.Section();
        var accounts = section.Need("same", "one person's accounts, like [slack:U0123, teams:<object id>]")?.List(Forms.AccountOf, "accounts", 10) ?? [];
        if (accounts.Length == 1)
        {
            value.At("same").Wrong("expected at least two accounts of one person, found one");
        }

        return accounts;
    }

    private static ImmutableArray<PersonRef> People(Value value) => [.. value.List(Forms.Person, "people", 500).Distinct()];

    private static Organisation Organisation(Value value)
    {
        var section = value.Section();
        var organisation = new Organisation(
            section.Find("slack")?.List(Forms.Workspace, "Slack workspace ids", 500) ?? [],
            section.Find("teams")?.List(Forms.Tenant, "Entra tenant ids", 500) ?? []);
        if (value.Node is Yaml.Map && organisation is { Slack.Length: 0, Teams.Length: 0 })
        {
            value.Wrong("expected at least one workspace or tenant, like { slack: [T0ACME] }, found none");
        }

        return organisation;
    }

    private static Retention RetentionSection(Value value)
    {
        var section = value.Section();
        var usual = Retention.Default;
        return new Retention(
            section.Find("unanswered")?.Number(1, 365) ?? usual.Unanswered,
            section.Find("unconfirmed")?.Number(3, 365) ?? usual.Unconfirmed,
            section.Find("closed")?.Number(1, 120) ?? usual.Closed,
            section.Find("hired")?.Number(1, 120) ?? usual.Hired,
            section.Find("pool")?.Number(2, 120) ?? usual.Pool,
            section.Find("audit")?.Number(1, 240) ?? usual.Audit);
    }

    private static Privacy PrivacySection(Value value)
    {
        var section = value.Section();
        return new Privacy(
            section.Find("controller")?.Text(200),
            section.Find("officer")?.Text(200),
            section.Find("basis")?.OneOf(("consent", LegalBasis.Consent), ("request", LegalBasis.Request)) ?? LegalBasis.Consent);
    }

    private static KudosChannel Kudos(Value value)
    {
        var section = value.Section();
        var channels = Channels(section);
        if (value.Node is Yaml.Map && !channels.All.Any())
        {
            value.Wrong("expected a channel, like { slack: C0KUDOS }, found none");
        }

        return new KudosChannel(channels, section.Find("language") is { } language ? Forms.Language(language) : null);
    }

    private static ImmutableArray<NotNowReason> Reasons(Value value)
    {
        var reasons = value.List(Reason, "reasons", 20);
        if (value.Node is Yaml.List { Items.Count: 0 })
        {
            value.Wrong("expected at least one reason, found an empty list; leave the key out for the usual ones");
        }

        WholeFile.NoteRepeated(value, reasons, static reason => reason.Key, "key");
        return reasons;
    }

    private static NotNowReason Reason(Value value)
    {
        var section = value.Section();
        var key = section.Need("key", "a short name for the reason") is { } name ? Forms.Name(name) : "";
        return new NotNowReason(key, new Bilingual(
            section.Need("en", "the reason in English")?.Text(75) ?? "",
            section.Need("fr", "the reason in French")?.Text(75) ?? ""));
    }

    private static TokenOfThanks Thanks(Value value)
    {
        var section = value.Section();
        return new TokenOfThanks(
            section.Need("name", "what it is, in both languages") is { } name ? Forms.Unpaid(name, 120) : new Bilingual("", ""),
            section.Need("after", "first, three-months or year")?.OneOf(("first", Milestone.First), ("three-months", Milestone.ThreeMonths), ("year", Milestone.Year)) ?? Milestone.First);
    }
}
