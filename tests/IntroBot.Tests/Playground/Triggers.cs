using System.Text.Json.Nodes;
using IntroBot.Playground.Slack;

namespace IntroBot.Tests.Playground;

public sealed class Triggers : IDisposable
{
    private const string View = """{"type":"modal","callback_id":"introduce","title":{"type":"plain_text","text":"Introduce"},"blocks":[{"type":"divider"}]}""";
    private readonly StubBot bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task A_trigger_opens_one_view_and_no_second()
    {
        var trigger = await Trigger();
        Assert.True((bool)(await Open(trigger))["ok"]!);
        Assert.Equal("introduce", bot.Slack.Modal(Demo.Emma)!.CallbackId);
        Assert.Equal("exchanged_trigger_id", (string?)(await Open(trigger))["error"]);
    }

    [Theory]
    [InlineData(3000, null)]
    [InlineData(3001, "expired_trigger_id")]
    public async Task A_trigger_lasts_three_seconds(int milliseconds, string? error)
    {
        var trigger = await Trigger();
        bot.Clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
        Assert.Equal(error, (string?)(await Open(trigger))["error"]);
    }

    [Fact]
    public async Task A_made_up_trigger_is_invalid() => Assert.Equal("invalid_trigger_id", (string?)(await Open("1.2.3"))["error"]);

    [Fact]
    public async Task Another_workspaces_trigger_is_invalid_with_this_token()
    {
        bot.Slack.Change(world => { Demo.AddNeighbours(world); return true; });
        await bot.Slack.Command("U0OTHER", "C0OTHER", "/introduce");
        Assert.Equal("T0OTHER", (string?)bot.Heard["team_id"]);
        Assert.Equal("invalid_trigger_id", (string?)(await Open((string)bot.Heard["trigger_id"]!))["error"]);
    }

    [Fact]
    public async Task A_refused_view_leaves_the_trigger_good()
    {
        var trigger = await Trigger();
        var refused = await bot.Call("views.open", $$"""{"trigger_id":"{{trigger}}","view":{"type":"modal"} }""");
        Assert.Equal("invalid_arguments", (string?)refused["error"]);
        Assert.Contains("[ERROR] missing required field: title [json-pointer:/view]", refused["response_metadata"]!["messages"]!.AsArray().Select(message => (string?)message));
        Assert.True((bool)(await Open(trigger))["ok"]!);
    }

    [Fact]
    public async Task Views_stack_three_deep()
    {
        await Open(await Trigger());
        Assert.Null((string?)(await Push())["error"]);
        Assert.Null((string?)(await Push())["error"]);
        Assert.Equal("push_limit_reached", (string?)(await Push())["error"]);
        Assert.Equal(3, bot.Slack.Modals(Demo.Emma).Count);
    }

    [Fact]
    public async Task A_push_needs_a_trigger_from_the_open_view() =>
        Assert.Equal("not_found", (string?)(await bot.Call("views.push", $$"""{"trigger_id":"{{await Trigger()}}","view":{{View}}}"""))["error"]);

    [Fact]
    public async Task An_update_with_an_old_hash_conflicts_and_changes_nothing()
    {
        var opened = (await Open(await Trigger()))["view"]!;
        var update = $$"""{"view_id":"{{opened["id"]}}","hash":"{{opened["hash"]}}","view":{{View}}}""";
        var updated = await bot.Call("views.update", update);
        Assert.Equal("hash_conflict", (string?)(await bot.Call("views.update", update))["error"]);
        Assert.Equal((string?)updated["view"]!["hash"], bot.Slack.Modal(Demo.Emma)!.Hash);
    }

    [Fact]
    public async Task An_external_id_stands_for_one_view_only()
    {
        var named = View.Replace("\"callback_id\"", "\"external_id\":\"mine\",\"callback_id\"", StringComparison.Ordinal);
        await bot.Call("views.open", $$"""{"trigger_id":"{{await Trigger()}}","view":{{named}}}""");
        await bot.Slack.Command(Demo.Jack, Demo.General, "/introduce");
        Assert.Equal("duplicate_external_id", (string?)(await bot.Call("views.open", $$"""{"trigger_id":"{{bot.Heard["trigger_id"]}}","view":{{named}}}"""))["error"]);
        Assert.True((bool)(await bot.Call("views.update", $$"""{"external_id":"mine","view":{{named}}}"""))["ok"]!);
    }

    private async Task<string> Trigger()
    {
        await bot.Slack.Command(Demo.Emma, Demo.General, "/introduce");
        return (string)bot.Heard["trigger_id"]!;
    }

    private Task<JsonNode> Open(string trigger) => bot.Call("views.open", $$"""{"trigger_id":"{{trigger}}","view":{{View}}}""");

    private async Task<JsonNode> Push()
    {
        bot.Slack.Change(world => { world.Triggers.Clear(); return world.IssueTrigger(Demo.Emma, Demo.Team, world.StackOf(Demo.Emma)[^1].Id); });
        return await bot.Call("views.push", $$"""{"trigger_id":"{{bot.Slack.Read(world => world.Triggers.Keys.Single())}}","view":{{View}}}""");
    }
}
