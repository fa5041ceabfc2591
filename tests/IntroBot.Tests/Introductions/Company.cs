using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntroBot.Introductions;
using IntroBot.Ledger;
using IntroBot.Playground.Slack;
using IntroBot.Playground.Slack.Acts;
using IntroBot.Playground.Slack.State;
using IntroBot.Tests.Promises;
using Microsoft.Extensions.DependencyInjection;

namespace IntroBot.Tests.Introductions;

/// <summary>The bot among the people of <see cref="Office"/>, on a watched store and a clock that runs only while somebody waits.</summary>
internal sealed partial class Company : IAsyncDisposable
{
    public Company(string? programme = null)
    {
        Slack = Office.Slack();
        World = Office.Open(Store, Slack, programme);
    }

    public WatchedStore Store { get; } = new();

    public SlackWorkspace Slack { get; }

    public World World { get; }

    public IReadOnlyList<string> Introductions => [.. Store.Rows.Where(static row => row is { Table: Table.Intro, Key: "head" }).Select(static row => row.Partition)];

    /// <summary>Somebody introduces somebody, and all that follows has happened; the card.</summary>
    public async Task<Message> Introduced(string user = Office.Ines, string channel = Demo.Tech, params (string Field, string Value)[] fields)
    {
        Assert.Empty((await World.Introduce(user, "", fields)).Errors);
        await Settle();
        return Cards(channel)[^1];
    }

    /// <summary>Presses, and all that follows has happened.</summary>
    public async Task<Acted> Press(string user, Message card, string step, string? option = null)
    {
        var acted = await Slack.Press(user, card.Channel, card.Ts, option is null ? step : "more", option);
        Assert.True(acted.Ok, acted.Why);
        await Settle();
        return acted;
    }

    /// <summary>Sends the form on somebody's screen, and all that follows has happened.</summary>
    public async Task<Acted> Send(string user, params (string Field, string? Value)[] fields)
    {
        var acted = await Slack.Submit(user, fields.ToDictionary(static field => field.Field, static field => field.Value));
        Assert.True(acted.Ok, acted.Why);
        await Settle();
        return acted;
    }

    /// <summary>Asks the bot with <c>/intros</c>; what came back for their eyes only.</summary>
    public async Task<Message> Ask(string user, string text)
    {
        var acted = await Slack.Command(user, Demo.General, "/intros", text);
        Assert.True(acted.Ok, acted.Why);
        return Slack.Ephemerals(user)[^1];
    }

    /// <summary>Presses the button of a step that belongs to one of several entries of a message.</summary>
    public async Task PressOn(string user, Message seen, string step, string value)
    {
        var (block, action) = Offered(seen.Blocks).Single(button => button.Step == step && button.Value == value) is var button ? (button.Block, button.Action) : default;
        var acted = await Slack.Press(user, seen, action, blockId: block);
        Assert.True(acted.Ok, acted.Why);
        await Settle();
    }

    /// <summary>The buttons of a message or a view: their step, their value, and where they stand.</summary>
    public static IEnumerable<(string Step, string? Value, string Block, string Action)> Offered(JsonArray blocks) =>
        Controls.Of(blocks).Where(static control => control.Element["type"]!.GetValue<string>() == "button")
            .Select(static control => (control.Element["action_id"]!.GetValue<string>().Split('#')[0], control.Element["value"]?.GetValue<string>(), control.Block, control.Element["action_id"]!.GetValue<string>()));

    public Task Settle() => World.Settle(Store);

    public IReadOnlyList<Message> Cards(string channel = Demo.Tech) => [.. Slack.Messages(channel).Where(static message => message is { Bot: true, ThreadTs: null })];

    /// <summary>What the bot last told somebody in private.</summary>
    public string Told(string user) => Plain(Slack.Dm(user)[^1]);

    /// <summary>What somebody alone read last where they pressed.</summary>
    public string Whispered(string user) => Plain(Slack.Ephemerals(user)[^1]);

    /// <summary>The steps that happened to an introduction, in order.</summary>
    public IReadOnlyList<string> Events(string introduction) =>
        [.. Store.Rows.Where(row => row.Table == Table.Intro && row.Partition == introduction && row.Key.StartsWith("e|", StringComparison.Ordinal)).OrderBy(static row => row.Key, StringComparer.Ordinal).Select(static row => JsonNode.Parse(row.Body)!["step"]!.GetValue<string>())];

    public string Code(string introduction) => "INT-" + JsonNode.Parse(Store.Rows.Single(row => row.Partition == introduction && row is { Table: Table.Intro, Key: "head" }).Body)!["code"]!.GetValue<string>().ToUpperInvariant();

    public async ValueTask DisposeAsync() => await World.Stop();

    /// <summary>A message's words, with any code written INT-CODE and quotes without their mark.</summary>
    public static string Plain(Message message) => Codes().Replace(message.Shown, "INT-CODE").Replace("\n>", "\n", StringComparison.Ordinal);

    [GeneratedRegex("INT-[0-9A-Z]{6}")]
    private static partial Regex Codes();
}
