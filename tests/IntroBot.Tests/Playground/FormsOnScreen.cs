using System.Text.Json.Nodes;
using IntroBot.Playground.Slack;
using IntroBot.Playground.Slack.State;

namespace IntroBot.Tests.Playground;

public sealed class FormsOnScreen : IDisposable
{
    private const string Options = """[{"text":{"type":"plain_text","text":"Tech"},"value":"tech"},{"text":{"type":"plain_text","text":"Other"},"value":"general"}]""";

    private const string Form =
        $$"""
        {"type":"modal","callback_id":"introduce","notify_on_close":true,"private_metadata":"i1","title":{"type":"plain_text","text":"Introduce"},"submit":{"type":"plain_text","text":"Send"},"blocks":[
          {"type":"input","block_id":"contact","label":{"type":"plain_text","text":"Who"},"element":{"type":"plain_text_input","action_id":"contact","max_length":80} },
          {"type":"input","block_id":"about","optional":true,"label":{"type":"plain_text","text":"What"},"element":{"type":"plain_text_input","action_id":"about","initial_value":"engineer"} },
          {"type":"input","block_id":"route","dispatch_action":true,"label":{"type":"plain_text","text":"Where"},"element":{"type":"static_select","action_id":"route","options":{{Options}},"initial_option":{"text":{"type":"plain_text","text":"Other"},"value":"general"} } }]}
        """;

    private readonly StubBot bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task A_submitted_form_carries_what_was_filled_in_and_what_it_came_with()
    {
        await Open();
        Assert.True((await bot.Slack.Submit(Demo.Emma, new Dictionary<string, string?> { ["contact"] = "Ada", ["route"] = "tech" })).Ok);
        var view = bot.Heard["view"]!;
        Assert.Equal(("view_submission", "introduce", "i1"), ((string)bot.Heard["type"]!, (string)view["callback_id"]!, (string)view["private_metadata"]!));
        var values = view["state"]!["values"]!;
        Assert.Equal(("Ada", "engineer", "tech"), ((string)values["contact"]!["contact"]!["value"]!, (string)values["about"]!["about"]!["value"]!, (string)values["route"]!["route"]!["selected_option"]!["value"]!));
        Assert.Null(bot.Slack.Modal(Demo.Emma));
    }

    [Fact]
    public async Task What_is_required_or_too_long_stays_with_the_person()
    {
        await Open();
        var empty = await bot.Slack.Submit(Demo.Emma);
        Assert.Equal(("required_fields", "contact"), (empty.Why, empty.Errors.Keys.Single()));
        Assert.Equal("required_fields", (await bot.Slack.Submit(Demo.Emma, new Dictionary<string, string?> { ["contact"] = new('x', 81) })).Why);
        Assert.DoesNotContain(bot.Received, received => received.Body.Contains("view_submission", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Errors_stand_beside_their_fields_and_what_was_typed_stays()
    {
        await Open();
        bot.AnswersWith("""{"response_action":"errors","errors":{"contact":"Who is that?"}}""");
        var acted = await bot.Slack.Submit(Demo.Emma, new Dictionary<string, string?> { ["contact"] = "Ada" });
        Assert.Equal("Who is that?", acted.Errors["contact"]);
        Assert.Equal("Who is that?", bot.Slack.Modal(Demo.Emma)!.Errors["contact"]);
        Assert.Equal("Ada", (string?)bot.Slack.Modal(Demo.Emma)!.Values["contact"]!["contact"]!["value"]);
    }

    [Theory]
    [InlineData("""{"response_action":"errors","errors":{"elsewhere":"x"}}""", "application/json")]
    [InlineData("""{"response_action":"errors","errors":{}}""", "application/json")]
    [InlineData("""{"response_action":"errors","errors":{"contact":""}}""", "application/json")]
    [InlineData("""{"response_action":"close"}""", "application/json")]
    [InlineData("""{"response_action":"clear","text":"x"}""", "application/json")]
    [InlineData("""{"response_action":"update","view":{"type":"modal"}}""", "application/json")]
    [InlineData("""{"ok":true}""", "application/json")]
    [InlineData("""{"response_action":"clear"}""", "text/plain")]
    [InlineData("ok", "text/plain")]
    public async Task Any_other_answer_is_trouble_connecting_and_the_form_stays(string body, string type)
    {
        await Open();
        bot.AnswersWith(body, type: type);
        var acted = await bot.Slack.Submit(Demo.Emma, new Dictionary<string, string?> { ["contact"] = "Ada" });
        Assert.StartsWith("trouble_connecting", acted.Why, StringComparison.Ordinal);
        Assert.NotNull(bot.Slack.Modal(Demo.Emma));
    }

    [Theory]
    [InlineData("update", 1)]
    [InlineData("push", 2)]
    public async Task An_answer_may_update_or_push(string action, int deep)
    {
        await Open();
        bot.AnswersWith($$"""{"response_action":"{{action}}","view":{"type":"modal","callback_id":"next","title":{"type":"plain_text","text":"Next"},"blocks":[{"type":"divider"}]} }""");
        await bot.Slack.Submit(Demo.Emma, new Dictionary<string, string?> { ["contact"] = "Ada" });
        Assert.Equal((deep, "next"), (bot.Slack.Modals(Demo.Emma).Count, bot.Slack.Modal(Demo.Emma)!.CallbackId));
        bot.AnswersWith("");
        await bot.Slack.Close(Demo.Emma, bot.Slack.Modal(Demo.Emma)!.Id);
        Assert.Equal(deep - 1, bot.Slack.Modals(Demo.Emma).Count);
    }

    [Fact]
    public async Task Clear_closes_everything()
    {
        await Open();
        bot.AnswersWith("""{"response_action":"clear"}""");
        await bot.Slack.Submit(Demo.Emma, new Dictionary<string, string?> { ["contact"] = "Ada" });
        Assert.Empty(bot.Slack.Modals(Demo.Emma));
    }

    [Fact]
    public async Task A_menu_that_dispatches_tells_the_bot_with_all_that_stands_in_the_form()
    {
        var view = await Open();
        var typed = new JsonObject { ["contact"] = new JsonObject { ["contact"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = "Ada" } } };
        await bot.Slack.ViewAction(Demo.Emma, view.Id, "route", "tech", typed);
        Assert.Equal(("block_actions", "view", "tech"), ((string)bot.Heard["type"]!, (string)bot.Heard["container"]!["type"]!, (string)bot.Heard["actions"]![0]!["selected_option"]!["value"]!));
        Assert.Equal("Ada", (string?)bot.Heard["view"]!["state"]!["values"]!["contact"]!["contact"]!["value"]);
        var before = bot.Received.Count;
        Assert.True((await bot.Slack.ViewAction(Demo.Emma, view.Id, "about", "data")).Ok);
        Assert.Equal(before, bot.Received.Count);
    }

    [Fact]
    public async Task An_update_keeps_what_was_typed_under_the_same_ids()
    {
        var view = await Open();
        await bot.Slack.ViewAction(Demo.Emma, view.Id, "contact", "Ada");
        await bot.Call("views.update", $$"""{"view_id":"{{view.Id}}","view":{{Form}}}""");
        Assert.Equal("Ada", (string?)bot.Slack.Modal(Demo.Emma)!.Values["contact"]!["contact"]!["value"]);
    }

    [Fact]
    public async Task Closing_tells_the_bot_only_when_it_asked()
    {
        var view = await Open();
        await bot.Slack.Close(Demo.Emma, view.Id, whole: true);
        Assert.Equal(("view_closed", true), ((string)bot.Heard["type"]!, (bool)bot.Heard["is_cleared"]!));
        Assert.Equal("no_such_view", (await bot.Slack.Close(Demo.Emma, view.Id)).Why);
    }

    [Fact]
    public async Task The_home_tab_opens_with_what_was_published()
    {
        await bot.Slack.OpenHome(Demo.Emma);
        Assert.Equal(("app_home_opened", "D0EMMA", null), ((string)bot.Heard["event"]!["type"]!, (string)bot.Heard["event"]!["channel"]!, bot.Heard["event"]!["view"]));
        await bot.Call("views.publish", """{"user_id":"U0EMMA","view":{"type":"home","callback_id":"mine","blocks":[{"type":"header","text":{"type":"plain_text","text":"Mine"} }]} }""");
        await bot.Slack.OpenHome(Demo.Emma);
        Assert.Equal(("mine", "Mine"), ((string)bot.Heard["event"]!["view"]!["callback_id"]!, bot.Slack.Home(Demo.Emma)!.Shown));
    }

    private async Task<View> Open()
    {
        await bot.Slack.Command(Demo.Emma, Demo.General, "/introduce");
        var opened = await bot.Call("views.open", $$"""{"trigger_id":"{{bot.Heard["trigger_id"]}}","view":{{Form}}}""");
        Assert.Null((string?)opened["error"]);
        return bot.Slack.Modal(Demo.Emma)!;
    }
}
