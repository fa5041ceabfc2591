using System.Collections.Immutable;
using System.Text.Json;
using IntroBot.Conversation;
using IntroBot.Introductions;
using IntroBot.Playground.Slack;
using IntroBot.Programmes;
using IntroBot.Recognition;
using IntroBot.Slack.Calling;
using IntroBot.Slack.Drawing;
using Forms = IntroBot.Introductions.Forms;
using OfSlack = IntroBot.Slack.Answering.Cards;

namespace IntroBot.Tests.Slack;

/// <summary>Something the bot can send: its name, whether it is a form, and its JSON (a message's blocks, or a view).</summary>
internal sealed record Sent(string Name, bool IsForm, string Json);

/// <summary>Every card, message and form the bot can send, with the longest names and words it lets through.</summary>
internal static class EveryBlock
{
    private static readonly DateTimeOffset s_at = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly string s_long = string.Concat(Enumerable.Repeat("Anne-Élisabeth & <de> La Tour-d’Auvergne *é* ", 20));
    private static readonly IntroductionId s_id = new(Samples.Introduction);
    private static readonly Person s_emma = Somebody("U0EMMA");
    private static readonly Person s_lea = Somebody("U0LEA");

    private static readonly Programme s_programme = ProgrammeFile.Parse(
        World.Programme.Replace("Technology", s_long[..60].Replace("<", "", StringComparison.Ordinal).Replace("&", "et", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal), StringComparison.Ordinal), "longest.yaml");

    /// <summary>What is drawn from an introduction alone.</summary>
    public static IEnumerable<Sent> Drawn(Language language) =>
        AllCards(language).Select((card, i) => Message($"card{i}", card)).Concat(AllForms(language).Select(static (form, i) => View($"form{i}-{form.Step}", form))).Select(sent => sent with { Name = $"{language}-{sent.Name}" });

    /// <summary>What one gets who asks about oneself or the programme, from the whole bot.</summary>
    public static async Task<IReadOnlyList<Sent>> Answered(Language language)
    {
        await using var world = new World();
        await world.Slack.ChangeUser(Demo.Omar, person => person with { Locale = language == Language.Fr ? "fr-FR" : "en-US" });
        await world.Slack.Command(Demo.Omar, Demo.General, "/intros", "mine");
        world.Slack.Change(inside => inside.Channels[Demo.Tech] = inside.Channels[Demo.Tech] with { Members = [] });
        await world.Introduce(Demo.Omar, fields: [("about", s_long[..150]), ("note", s_long[..600])]);
        await world.Told(Demo.Omar, "INT-");
        foreach (var asked in new[] { "mine", "help", "programme", "doctor" })
        {
            await world.Slack.Command(Demo.Omar, Demo.General, "/intros", asked);
        }

        await world.Slack.Command(Demo.Omar, Demo.General, "/intros", "prefs");
        var notices = world.Slack.Ephemerals(Demo.Omar).Select((message, i) => new Sent($"{language}-answer{i}", false, message.BlocksJson!));
        return [.. notices, new Sent($"{language}-prefs", true, Clean(world.Slack.Modal(Demo.Omar)!.Json))];
    }

    private static IEnumerable<Card> AllCards(Language language)
    {
        var say = Phrases.In(language);
        foreach (var state in Enum.GetValues<State>())
        {
            yield return IntroductionCard.Draw(At(state), 0, s_programme, language, null, static _ => s_lea);
            yield return IntroductionCard.Draw(At(state) with { Round = 1 }, 0, s_programme, language, s_lea, static _ => s_lea);
            yield return IntroductionCard.Draw(At(state) with { PassedTo = "x" }, 0, s_programme, language, s_lea, static _ => s_lea);
        }

        foreach (var step in new[] { Steps.Introduce, Steps.Claim, Steps.Pass, Steps.Met, Steps.InProcess, Steps.Hired, Steps.NotNow, Steps.Reopen, Steps.TakeOver, Steps.Withdraw, Steps.Correct })
        {
            var happened = new Event(1, step, s_lea.Id, s_at, PlatformKind.Slack, State.Waiting, State.Waiting, "tech", "later");
            yield return Story.Tell(At(State.Met) with { Muted = step == Steps.Met }, happened, s_programme, language, [s_lea, s_emma], s_long[..500], s_lea);
        }

        var thanks = Enumerable.Range(0, 10).Select(n => new Thanks(new Kudos($"{s_id}.{n}", s_id, s_emma.Id, s_lea.Id, s_at, "tech", n % 2 == 0, 1), s_emma, s_lea, n == 3 ? null : "Technology", s_long[..300])).ToList();
        yield return KudosCard.Draw(thanks, language);
        yield return KudosCard.Private(thanks[0], language);
        yield return ((Answer.Notice)Help.Show(Speaker(say))).Card;
        yield return OfSlack.FormLate(Forms.NotNow(At(State.Met), s_programme, say), new Said.Pressed(Steps.NotNow, s_id));
        yield return OfSlack.Quote(Forms.Introduce(Values("agreed"), s_programme, say), s_long);
    }

    private static IEnumerable<Form> AllForms(Language language)
    {
        var say = Phrases.In(language);
        var details = new Details(s_long[..100], "a@example.com", s_long[..600], []);
        yield return Forms.Introduce(ImmutableDictionary<string, string>.Empty, s_programme, say);
        yield return Forms.Introduce(Values("agreed"), s_programme, say);
        yield return Forms.Introduce(Values("not-yet"), s_programme, say);
        yield return Forms.Correct(At(State.Met), details, say);
        yield return Forms.Claim(At(State.Waiting), say);
        yield return Forms.Hired(At(State.Met), say);
        yield return Forms.NotNow(At(State.Met), s_programme, say);
        yield return Forms.Pass(At(State.Waiting), s_programme, [.. Enumerable.Range(0, 50).Select(n => ($"person{n}@example.test", s_long[..90]))], say);
        yield return Forms.Contact(At(State.Acknowledged), details, s_emma, null, s_programme, say);
        yield return Forms.Loading(Steps.Contact, s_id, say);
        yield return Forms.Sentence(Steps.Contact, say.Line(nameof(Words.DetailsGone)), say);
    }

    private static Introduction At(State state) => new()
    {
        Id = s_id, Code = "7k3f2q", State = state, Introducer = s_emma.Id, Claimer = state == State.Waiting ? null : s_lea.Id, Route = "tech", CreatedAt = s_at, WaitingSince = s_at,
        About = s_long[..150], Location = s_long[..80], Relation = s_long[..150], Joined = [.. Enumerable.Repeat("INT-7K3F2Q", 10)],
        Deeds = [.. Enumerable.Range(0, 12).Select(n => new Deed(new[] { Steps.Introduce, Steps.Claim, Steps.Met, Steps.InProcess, Steps.Hired, Steps.NotNow, Steps.Pass, Steps.Reopen, Steps.TakeOver, Steps.Correct }[n % 10], s_lea.Id, s_at))],
    };

    private static ImmutableDictionary<string, string> Values(string agreement) => new Dictionary<string, string>
    {
        ["contact"] = s_long[..100], ["about"] = s_long[..150], ["location"] = s_long[..80], ["relation"] = s_long[..150], ["route"] = "tech", ["agreement"] = agreement, ["address"] = "a@example.com", ["note"] = s_long[..600],
    }.ToImmutableDictionary();

    private static Person Somebody(string user) => new(new PersonId(user), s_long[..80], new Account(PlatformKind.Slack, "T0ACME", user));

    private static Speaker Speaker(Phrases say) => new(s_emma, new Profile(s_emma.Account, s_emma.Name, "emma@example.test", say.Language, true), say);

    private static Sent Message(string name, Card card)
    {
        var drawn = CardBlocks.Draw(card);
        return new Sent(name, false, JsonSerializer.SerializeToNode(new PostMessage("C0TECH", drawn.Text, drawn.Blocks, null, null), ApiJson.Wire.PostMessage)!["blocks"]!.ToJsonString());
    }

    private static Sent View(string name, Form form) =>
        new(name, true, JsonSerializer.SerializeToNode(new OpenView("t", FormView.Draw(form, Baggage.None)), ApiJson.Wire.OpenView)!["view"]!.ToJsonString());

    // What the workspace adds to a view of its own accord is not the bot's.
    private static string Clean(string view)
    {
        var sent = System.Text.Json.Nodes.JsonNode.Parse(view)!.AsObject();
        foreach (var added in sent.Select(static pair => pair.Key).Except(["type", "callback_id", "title", "submit", "close", "blocks", "private_metadata"]).ToList())
        {
            sent.Remove(added);
        }

        return sent.ToJsonString();
    }
}
