using System.Text.Json.Nodes;
using IntroBot.Introductions;
using IntroBot.Playground.Slack;
using IntroBot.Playground.Slack.Acts;
using IntroBot.Playground.Slack.State;
using Shown = IntroBot.Playground.Slack.State.Words;

namespace IntroBot.Tests.Promises;

/// <summary>Promise 11: workspaces the programme does not name, people of other organisations, guests, bots and people who left are answered politely, and nothing comes of what they do.</summary>
public sealed class StrangersHaveNoEffect(ITestOutputHelper output)
{
    private const int Seed = 11;
    private static readonly int s_acts = Environment.GetEnvironmentVariable("PROVE") == "1" ? 100_000 : 1_500;

    private static readonly Sender[] s_strangers =
    [
        // Workspaces not named, whatever else the request says.
        new("U0OTHER", "T0OTHER"), new("U0THIRD", "T0THIRD"), new("U0INES", "T0OTHER"), new("U0CLARA", "T0OTHER", "T0ACME"), new("U0OTHER", "T0OTHER", "E0GRID", "E0GRID"), new("U0OMAR", "T0THIRD", "T0ACME", "E0GRID"),
        // Shared channels: in our workspace, of another.
        new("U0OTHER", Demo.Team, "T0OTHER"), new("U0THIRD", Demo.Team, "T0THIRD"), new("U0OTHER"), new("U0CLARA", Demo.Team, "T0OTHER"), new("U0OMAR", Demo.Team, "E0ELSE", "E0GRID"), new("U0OTHER", Demo.Team, "E0GRID", "E0GRID"),
        // Ours, but no members (any more).
        new(Demo.Guest), new("U0SINGLE"), new("U0ROBOT"), new("U0LEFT"), new("U0ALIEN"), new("U0NOBODY"), new("USLACKBOT"), new("U0INTRO"),
    ];

    private static readonly string[] s_steps = [.. StepTable.Steps, "introduce", "more", "retry", "dismiss", "programme-more", "home", "queue", "history", "prefs", "forget", "nonsense"];

    [Fact]
    public async Task Whatever_they_do_they_are_refused_kindly_and_nothing_is_written_or_sent()
    {
        var store = new WatchedStore();
        var slack = Office.Slack();
        Populate(slack);
        await using var world = Office.Open(store, slack);
        var wire = new Wire(slack);
        var subjects = new Subjects(world);
        string[] targets = [(await subjects.In(State.Waiting)).Value, (await subjects.In(State.Acknowledged)).Value, (await subjects.In(State.NotNow)).Value, "0123456789abcdefghjkmnpqrs"];
        await world.Settle(store);
        var random = new Random(Seed);
        var (commits, said) = (store.Commits, 0);
        var seen = Visible(slack);
        for (var n = 0; n < s_acts; n++)
        {
            var who = s_strangers[random.Next(s_strangers.Length)];
            var calls = slack.Calls.Count;
            var (what, acted) = await Act(wire, random, who, targets[random.Next(targets.Length)]);
            var act = $"act {n}: {who} {what}";
            Assert.True(acted is { Ok: true, Status: 200 }, $"{act}: {acted.Status} {acted.Why}");
            Assert.True(commits == store.Commits, $"{act} wrote {string.Join(", ", store.Ever.TakeLast(4))}");
            said += Polite(act, who, acted, [.. slack.Calls.Skip(calls)]);
            Assert.True(slack.Modal(who.User) is null, $"{act} opened a form");
            Forget(slack);
        }

        Assert.Equal(seen, Visible(slack));
        output.WriteLine($"promise 11: n = {s_acts} acts of {s_strangers.Length} kinds of strangers, {said} polite refusals, 0 rows written, 0 calls with effect, seed {Seed}");
        await subjects.In(State.Waiting);
        await world.Settle(store);
        Assert.True(slack.Messages(Demo.Tech).Any(static message => message.Bot), "the bot still works after that");
    }

    private static async Task<(string What, Acted Acted)> Act(Wire wire, Random random, Sender who, string target)
    {
        var step = s_steps[random.Next(s_steps.Length)];
        switch (random.Next(9))
        {
            case 0:
                var command = random.Next(2) == 0 ? "/introduce" : "/intros";
                var text = command == "/introduce" ? "my contact Ada Martin, engineer, to recruiting" : Pick(random, "mine", "prefs", "help", "programme", "doctor", "queue", "queue engineer", "forget me", "INT-000000", "");
                return ($"{command} {text}", await wire.Command(who, command, text));
            case 1 or 2:
                var menu = random.Next(2) == 0;
                return ($"presses {step}", await wire.Press(who, step, step is "more" or "retry" or "dismiss" or "home" or "queue" ? "intro." + target + "/0000000001" : target, menu));
            case 3:
                return ($"sends {step}", await wire.Submit(who, step, target, ("to", "general"), ("reason", "later"), ("contact", "Ada Martin"), ("about", "engineer"), ("address", "ada@example.com")));
            case 4:
                return ("introduces", await wire.Submit(who, "introduce", null, ("contact", "Eve Mallory"), ("about", "engineer"), ("route", "tech"), ("agreement", "agreed"), ("address", "eve@example.com")));
            case 5:
                return ("sends prefs", await wire.Submit(who, "prefs", null, ("language", "fr"), ("thanks", "private")));
            case 6:
                return random.Next(3) switch
                {
                    0 => ("chooses", await wire.Change(who, "introduce", null, ("agreement", "not-yet"), ("contact", "Ada Martin"))),
                    1 => ("shortcut", await wire.Shortcut(who, "introduce")),
                    _ => ("message shortcut", await wire.Shortcut(who, "introduce_from_message", "Ada Martin is looking around")),
                };
            case 7:
                return ("says", await wire.Message(who, Pick(random, "mine", "help", "Ada Martin, engineer", "doctor"), random.Next(2) == 0));
            default:
                return await Event(wire, random, who);
        }
    }

    private static async Task<(string What, Acted Acted)> Event(Wire wire, Random random, Sender who)
    {
        // Our own workspace's removal of the app is no stranger's act. That somebody opened the home tells their id alone, which is nobody else's.
        var type = Pick(random, who.Team == Demo.Team ? ["user_change", who.UserTeam is null ? "app_home_opened" : "user_change", "team_join", "member_joined_channel"] : ["user_change", "app_uninstalled", "tokens_revoked", "app_home_opened"]);
        return (type, await wire.Event(who, type switch
        {
            "user_change" or "team_join" => new JsonObject { ["type"] = type, ["user"] = new JsonObject { ["id"] = who.User, ["team_id"] = who.Organisation, ["is_restricted"] = false } },
            "tokens_revoked" => new JsonObject { ["type"] = type, ["tokens"] = new JsonObject { ["bot"] = new JsonArray("U0INTRO") } },
            "app_uninstalled" => new JsonObject { ["type"] = type },
            _ => new JsonObject { ["type"] = type, ["user"] = who.User, ["channel"] = Demo.General, ["tab"] = "home" },
        }));
    }

    /// <summary>Counts the refusals and lets nothing else pass: who somebody is may be asked, and they alone may be told that this is not for them.</summary>
    private static int Polite(string act, Sender who, Acted acted, IReadOnlyList<WireCall> calls)
    {
        var told = calls.Where(static call => call.From == "bot" && call.What is not ("users.info" or "auth.test" or "users.lookupByEmail")).ToList();
        foreach (var call in told)
        {
            var body = JsonNode.Parse(call.Body)!;
            var alone = call.What switch
            {
                "response_url" => true,
                "chat.postEphemeral" => body["user"]!.GetValue<string>() == who.User,
                "views.publish" => body["user_id"]!.GetValue<string>() == who.User,
                "chat.postMessage" => body["channel"]!.GetValue<string>() == who.User,
                _ => false,
            };
            Assert.True(alone && Refuses(Shown.Of(body["view"]?["blocks"] ?? body["blocks"])), $"{act} caused {call}");
            Assert.True(call.What == "response_url" || who.Team == Demo.Team, $"{act} used our token for another workspace: {call}");
        }

        var answer = acted.Body.Length == 0 || acted.Body[0] != '{' ? null : JsonNode.Parse(acted.Body);
        Assert.True(answer is null || Refuses(Shown.Of(answer["view"] ?? answer["blocks"])), $"{act} was answered {acted.Body}");
        return told.Count + (answer is null ? 0 : 1);
    }

    private static bool Refuses(string shown) => shown.Contains("IntroBot answers only within its own organisation. Nothing was changed.", StringComparison.Ordinal)
        || shown.Contains("IntroBot is for members of the organisation. Nothing was changed.", StringComparison.Ordinal);

    private static string Pick(Random random, params string[] choices) => choices[random.Next(choices.Length)];

    private static string Visible(SlackWorkspace slack) => slack.Read(static world =>
        string.Join('\n', world.Messages.Values.SelectMany(static list => list).Where(static message => message.EphemeralTo is null && message.Channel[0] == 'C').Select(static message => $"{message.Channel} {message.Ts} {message.BlocksJson}")));

    // What was said to them alone is counted already; nothing of it is needed later.
    private static void Forget(SlackWorkspace slack) => slack.Change(static world =>
    {
        foreach (var list in world.Messages.Values)
        {
            list.RemoveAll(static message => message.EphemeralTo is not null);
        }

        world.Calls.Clear();
        world.ResponseUrls.Clear();
        world.Triggers.Clear();
        return true;
    });

    private static void Populate(SlackWorkspace slack) => slack.Change(static world =>
    {
        Demo.AddNeighbours(world);
        world.Teams["T0THIRD"] = new("T0THIRD", "Third Company", "third-company");
        foreach (var person in (Person[])
        [
            new("U0THIRD", "T0THIRD", "Theo Third", "u0clara@example.test") { IsStranger = true },
            new("U0SINGLE", Demo.Team, "Sam Single", "sam@elsewhere.test") { IsRestricted = true, IsUltraRestricted = true },
            new("U0ROBOT", Demo.Team, "Robot", "u0theo@example.test") { IsBot = true },
            new("U0LEFT", Demo.Team, "Lee Left", "omar@example.test") { Deleted = true },
            new("U0ALIEN", "T0OTHER", "Al Alien", "u0theo@example.test") { IsStranger = true },
        ])
        {
            world.People[person.Id] = person;
        }

        var kudos = world.Channels[Demo.Kudos];
        world.Channels[Demo.Kudos] = kudos with { ExtShared = true, Members = kudos.Members.Union(["U0OTHER", "U0THIRD", "U0ALIEN", "U0SINGLE"]) };
        return true;
    });
}
