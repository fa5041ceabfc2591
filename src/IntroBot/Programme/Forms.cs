using System.Globalization;
using System.Text.RegularExpressions;
using IntroBot.Conversation;
using IntroBot.Recognition;

namespace IntroBot.Programmes;

/// <summary>How the values of a programme file are written.</summary>
internal static partial class Forms
{
    public static Language Language(Value value) => value.OneOf(("en", Conversation.Language.En), ("fr", Conversation.Language.Fr));

    public static string Name(Value value) => value.Match(NameForm(), "1 to 40 of a-z, 0-9 and -");

    public static string Workspace(Value value) => value.Match(WorkspaceForm(), "a Slack workspace id like T0ACME");

    public static string Tenant(Value value) => value.Parse(AsGuid, "an Entra tenant id (a guid)", "");

    public static ChannelRef SlackChannel(Value value) => new(PlatformKind.Slack, value.Match(SlackChannelForm(), "a channel id like C0TECH"));

    public static ChannelRef TeamsChannel(Value value) => new(PlatformKind.Teams, value.Match(TeamsChannelForm(), "a channel id like 19:…@thread.tacv2"));

    public static string Domain(Value value) => value.Parse(static text => DomainForm().IsMatch(text) ? text.ToLowerInvariant() : null, "an email domain like example.test", "");

    public static PersonRef Person(Value value) =>
        value.Parse(AsPerson, "an email like lea@example.test, or slack:U0123, or teams:<object id>", new PersonRef.ByEmail(""));

    public static PersonRef.ByAccount AccountOf(Value value) =>
        value.Parse(static text => AsPerson(text) as PersonRef.ByAccount, "an account like slack:U0123 or teams:<object id>", new PersonRef.ByAccount(PlatformKind.Slack, ""));

    public static TimeZoneInfo Zone(Value value) => value.Parse(AsZone, "a time zone like Europe/Paris", TimeZoneInfo.Utc);

    public static DayOfWeek Day(Value value) => value.OneOf(
        ("mon", DayOfWeek.Monday), ("tue", DayOfWeek.Tuesday), ("wed", DayOfWeek.Wednesday), ("thu", DayOfWeek.Thursday), ("fri", DayOfWeek.Friday), ("sat", DayOfWeek.Saturday), ("sun", DayOfWeek.Sunday));

    public static TimeOnly Time(Value value) =>
        TimeOnly.TryParseExact(value.Match(TimeForm(), "a time like 09:00"), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : default;

    public static DateOnly Date(Value value) => value.Parse(AsDate, "a date like 2026-12-25", new Parsed<DateOnly>(default)).Is;

    public static Bilingual Bilingual(Value value, int max)
    {
        var section = value.Section();
        return new Bilingual(
            section.Need("en", "the text in English")?.Text(max) ?? "",
            section.Need("fr", "the text in French")?.Text(max) ?? "");
    }

    /// <summary>A text in both languages that thanks or asks for introductions, so it must not offer money for them.</summary>
    public static Bilingual Unpaid(Value value, int max)
    {
        var text = Bilingual(value, max);
        foreach (var (key, words) in new[] { ("en", text.En), ("fr", text.Fr) })
        {
            if (NoBounty.Check(words, Conversation.Language.En) is { } refusal)
            {
                value.At(key).Wrong(refusal.Sentence);
            }
        }

        return text;
    }

    private static string? AsGuid(string text) => Guid.TryParseExact(text, "D", out var guid) && guid != Guid.Empty ? guid.ToString("D") : null;

    private static PersonRef? AsPerson(string text) => text.Split(':', 2) switch
    {
        ["slack", var user] => SlackUserForm().IsMatch(user) ? new PersonRef.ByAccount(PlatformKind.Slack, user) : null,
        ["teams", var user] => AsGuid(user) is { } guid ? new PersonRef.ByAccount(PlatformKind.Teams, guid) : null,
        _ => text.Length <= 254 && EmailForm().IsMatch(text) ? new PersonRef.ByEmail(text.ToLowerInvariant()) : null,
    };

    private static TimeZoneInfo? AsZone(string text) => TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) && zone.HasIanaId ? zone : null;

    private static Parsed<DateOnly>? AsDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? new Parsed<DateOnly>(date) : null;

    [GeneratedRegex(@"\A[a-z0-9-]{1,40}\z")]
    private static partial Regex NameForm();

    [GeneratedRegex(@"\AT[A-Z0-9]{2,20}\z")]
    private static partial Regex WorkspaceForm();

    [GeneratedRegex(@"\A[CG][A-Z0-9]{2,20}\z")]
    private static partial Regex SlackChannelForm();

    [GeneratedRegex(@"\A[UW][A-Z0-9]{2,20}\z")]
    private static partial Regex SlackUserForm();

    [GeneratedRegex(@"\A19:[A-Za-z0-9_.-]{1,120}@thread\.(tacv2|skype)\z")]
    private static partial Regex TeamsChannelForm();

    [GeneratedRegex(@"\A(?=.{1,253}\z)([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]*[A-Za-z0-9])?\z")]
    private static partial Regex DomainForm();

    [GeneratedRegex(@"\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9-]{1,63}\.)+[A-Za-z0-9-]{2,63}\z")]
    private static partial Regex EmailForm();

    [GeneratedRegex(@"\A([01]\d|2[0-3]):[0-5]\d\z")]
    private static partial Regex TimeForm();

    private sealed record Parsed<T>(T Is);
}
