using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntroBot.Conversation;
using IntroBot.Introductions;
using IntroBot.Ledger;
using IntroBot.Playground.Slack;
using IntroBot.Playground.Slack.State;
using IntroBot.Tests.Promises;
using Microsoft.Extensions.DependencyInjection;
using Shown = IntroBot.Playground.Slack.State.Words;

namespace IntroBot.Tests.Recognition;

/// <summary>Some employees, one introduction each, so that every thank-you in the channel tells by its mention which introduction it is for.</summary>
internal sealed partial class KudosRound
{
    private readonly Dictionary<string, string> _introducerOf = [];

    public KudosRound(int employees, Func<IStore, IStore>? wrap = null)
    {
        Wrap = wrap ?? (static store => store);
        Slack = Office.Slack();
        Wire = new Wire(Slack);
        Employees = [.. Enumerable.Range(100, employees).Select(static number => $"U0E{number}")];
        Slack.Change(world =>
        {
            foreach (var id in Employees)
            {
                world.People[id] = new(id, Demo.Team, $"Employee {id[3..]}", $"{id.ToLowerInvariant()}@example.test");
                world.Dm(id);
            }

            world.Channels[Demo.Kudos] = world.Channels[Demo.Kudos] with { Members = world.Channels[Demo.Kudos].Members.Union(Employees) };
            return true;
        });
    }

    public WatchedStore Store { get; } = new();

    public SlackWorkspace Slack { get; }

    public Wire Wire { get; }

    public IReadOnlyList<string> Employees { get; }

    public IReadOnlyDictionary<string, string> IntroducerOf => _introducerOf;

    private Func<IStore, IStore> Wrap { get; }

    /// <summary>A host on the round's store, with a mortal way to it when asked for.</summary>
    public World Host(Func<IStore, IStore>? life = null) => Office.Open((life ?? (static store => store))(Wrap(Store)), Slack);

    /// <summary>Everybody introduces somebody.</summary>
    public async Task Introduce(World world)
    {
        foreach (var employee in Employees)
        {
            await Wire.Submit(new Sender(employee), "introduce", null, ("contact", "Ada Martin"), ("about", "engineer"), ("route", "tech"), ("agreement", "agreed"), ("address", $"{employee}@example.com"));
        }

        await world.Settle(Store);
        foreach (var row in Store.Rows.Where(static row => row is { Table: Table.Intro, Key: "head" }))
        {
            var introduction = JsonNode.Parse(row.Body)!;
            _introducerOf[row.Partition] = Employees.Single(employee => IntroBot.Conversation.Ids.Person(new Account(PlatformKind.Slack, Demo.Team, employee)).Value == introduction["introducer"]!.GetValue<string>());
        }

        Assert.Equal(Employees.Count, _introducerOf.Count);
    }

    /// <summary>How often each employee is thanked in the channel.</summary>
    public Dictionary<string, int> Posted() => Slack.Messages(Demo.Kudos).SelectMany(static message => Mentions().Matches(Shown.Of(message.Blocks)).Select(static match => match.Groups[1].Value))
        .Where(Employees.Contains).CountBy(static user => user).ToDictionary();

    /// <summary>The introductions whose thank-you waits for a look, and how often each is listed: what an owner reads when asking, settling each until all is well.</summary>
    public async Task<Dictionary<string, int>> Listed(World world)
    {
        var byCode = Store.Rows.Where(static row => row is { Table: Table.Intro, Key: "head" }).ToDictionary(static row => "INT-" + JsonNode.Parse(row.Body)!["code"]!.GetValue<string>().ToUpperInvariant(), static row => row.Partition);
        var listed = new Dictionary<string, int>();
        await Slack.Command(Demo.Omar, Demo.General, "/intros", "doctor");
        for (var settled = 0; settled < 10_000; settled++)
        {
            var page = Slack.Ephemerals(Demo.Omar)[^1];
            if (page.Shown.Contains("All is well", StringComparison.Ordinal))
            {
                return listed;
            }

            var code = Codes().Match(page.Shown).Value;
            if (page.Shown.Contains("the public thank-you may or may not have been posted", StringComparison.Ordinal))
            {
                listed[byCode[code]] = listed.GetValueOrDefault(byCode[code]) + 1;
            }

            Assert.True((await Slack.Press(Demo.Omar, page, "dismiss")).Ok);
        }

        throw new InvalidOperationException("the doctor's list never ends");
    }

    /// <summary>Entries of the feed, by introduction: of the month and of the person.</summary>
    public Dictionary<string, int> Counted(string feed) => Store.Rows.Where(row => row.Table == Table.Kudos && row.Partition.StartsWith(feed, StringComparison.Ordinal))
        .CountBy(static row => row.Key.Split('|')[1].Split('.')[0]).ToDictionary();

    [GeneratedRegex("<@(U0E[0-9]+)>")]
    private static partial Regex Mentions();

    [GeneratedRegex("INT-[0-9A-Z]{6}")]
    private static partial Regex Codes();
}
