using System.Collections.Immutable;
using System.Text.Json.Nodes;
using IntroBot.Conversation;
using IntroBot.Introductions;
using IntroBot.Ledger;
using IntroBot.Programmes;

namespace IntroBot.Agreements;

/// <summary>Draws up what the contact's page shows of an introduction whose link is live.</summary>
public sealed class DrawUpThePage(IntroductionReader reader, People people, Platforms platforms, Programme programme)
{
    private const int NamedRecruiters = 5;

    // What is between the bot and one person, and who looked, is listed elsewhere; all of it is in the export.
    private static readonly HashSet<string> s_aside = [Steps.Contact, Steps.Follow, Steps.Mute, Steps.Resend, Steps.Remind, Steps.AskAgain, Steps.Unconfirmed, Steps.Idle, Steps.PoolEnds, Steps.Joined, Steps.AskIntroducer, Steps.Answer];

    /// <summary>The page of the live link.</summary>
    public async Task<ContactPage> Draw(Introduction introduction, CancellationToken cancellation)
    {
        var kept = new Kept(programme.Retention.Unanswered, programme.Retention.Closed, programme.Retention.Pool);
        var introducer = await people.Get(introduction.Introducer, cancellation);
        var language = introduction.ContactLanguage ?? programme.Language;
        var introducing = await Introducing(introduction, introducer, cancellation);
        var details = (await reader.Details(introduction.Id, cancellation))?.Details;
        var passedOn = details is null ? null : new PassedOn(details.Contact, introduction.About, introduction.Location, introduction.Relation, details.Address, details.Note);
        var until = Deadlines.Purge(introduction, programme.Retention);
        if (introduction.Link!.Purpose == LinkPurpose.Invite)
        {
            return new ContactPage.Invited(language, introducing, kept, passedOn ?? Nothing, until ?? introduction.CreatedAt);
        }

        var events = await reader.Events(introduction.Id, cancellation);
        var names = await Names(introduction, events, cancellation);
        ImmutableArray<Disclosure> disclosures = [.. events.Where(static happened => happened.Step == Steps.Contact).Select(happened => new Disclosure(names[happened.By]!, happened.At))];
        return introduction.Link.Purpose == LinkPurpose.Word
            ? new ContactPage.ByWord(language, introducing, kept, passedOn ?? Nothing, disclosures, until ?? introduction.CreatedAt)
            : new ContactPage.Own(
                language, introducing, kept, passedOn, Standing(introduction), introduction.Claimer is { } claimer ? names[claimer] : null, introduction.Hears, introduction.PoolSince is not null, until,
                [.. events.Where(static happened => !s_aside.Contains(happened.Step)).Select(happened => new Happening(happened.Step, names[happened.By], happened.At))],
                disclosures,
                await Export(introduction, names, cancellation));
    }

    private static PassedOn Nothing { get; } = new("", null, null, null, null, null);

    private static ContactStanding Standing(Introduction introduction) => introduction.State switch
    {
        State.Waiting => ContactStanding.Waiting,
        State.Hired => ContactStanding.Hired,
        State.NotNow => ContactStanding.NotNow,
        State.Declined => ContactStanding.Declined,
        State.Expired when introduction.Ended == State.Declined => ContactStanding.Declined,
        State.Withdrawn or State.Expired or State.Erased => ContactStanding.Withdrawn,
        _ => ContactStanding.Underway,
    };

    private async Task<Introducing> Introducing(Introduction introduction, Person introducer, CancellationToken cancellation)
    {
        var route = programme.FindRoute(introduction.Route) ?? programme.General;
        return new Introducing(introduction.DisplayCode, introducer.Name, route.Title, route.Discreet ? [] : await Recruiters(route, cancellation), introduction.CreatedAt);
    }

    // The page is there even when the chat platform does not say who its people are.
    private async Task<ImmutableArray<string>> Recruiters(Route route, CancellationToken cancellation)
    {
        try
        {
            return [.. (await platforms.Resolve(route.Recruiters, NamedRecruiters, cancellation)).Select(static found => found.Profile.Name)];
        }
        catch (PlatformUnavailableException)
        {
            return [];
        }
    }

    /// <summary>Everybody in it by name; the contact and the clock have none.</summary>
    private async Task<Dictionary<PersonId, string?>> Names(Introduction introduction, IReadOnlyList<Event> events, CancellationToken cancellation)
    {
        var names = new Dictionary<PersonId, string?> { [Actor.Contact.Person.Id] = null, [Actor.Clock.Person.Id] = null };
        foreach (var id in events.Select(static happened => happened.By).Append(introduction.Introducer).Concat(introduction.Claimer is { } claimer ? [claimer] : []).Where(id => !names.ContainsKey(id)).Distinct().ToList())
        {
            names[id] = (await people.Get(id, cancellation)).Name;
        }

        return names;
    }

    /// <summary>Every stored row about the contact, as it stands, with the names of the people whose ids are in it.</summary>
    private async Task<JsonObject> Export(Introduction introduction, Dictionary<PersonId, string?> names, CancellationToken cancellation)
    {
        var rows = await reader.Everything(introduction.Id, cancellation);
        JsonNode? One(string key) => rows.Where(row => row.Key == key).Select(Parse).FirstOrDefault();
        JsonArray All(string prefix) => [.. rows.Where(row => row.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(Parse)];
        return new JsonObject
        {
            ["introduction"] = One(IntroductionRows.Head),
            ["details"] = One(IntroductionRows.Details),
            ["sentences"] = All("t|"),
            ["events"] = All("e|"),
            ["messages"] = All("m|"),
            ["people"] = new JsonObject(names.Where(static name => name.Value is not null).Select(static name => KeyValuePair.Create(name.Key.Value, (JsonNode?)JsonValue.Create(name.Value)))),
        };
    }

    private static JsonNode? Parse(Row row) => JsonNode.Parse(row.Body.Span);
}
