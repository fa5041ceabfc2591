using System.Net;
using System.Text.Json.Nodes;
using IntroBot.Conversation;
using IntroBot.Slack;

namespace IntroBot.Tests.Slack;

/// <summary>What Slack sends, and the turn it becomes.</summary>
public sealed class WhatPeopleSay
{
    private static readonly IntroductionId Introduction = new(Samples.Introduction);

    [Fact]
    public async Task A_command_comes_with_its_text_its_workspace_and_its_channel()
    {
        var turn = await Only(app => app.Command(Samples.Command("/introduce", "Ada &amp; Bob &lt;ada@x.test&gt;")));
        Assert.Equal(new Account(PlatformKind.Slack, "T0ACME", "U0EVE"), turn.Account);
        Assert.Equal(("T0ACME", "1.2.abc", new ChannelRef(PlatformKind.Slack, "C0TOWN")), (turn.Workspace, turn.Request, turn.Where));
        Assert.Equal(new Said.Command("introduce", "Ada & Bob <ada@x.test>"), turn.Said);
    }

    [Fact]
    public async Task A_button_routes_to_its_introduction()
    {
        var turn = await Only(app => app.Interaction(Samples.Press("claim").ToJsonString()));
        Assert.Equal(new Said.Pressed("claim", Introduction), turn.Said);
        Assert.Equal("C0TECH|1700000000.000100|U0LEA|1700000005.5", turn.Request);
        Assert.Equal(new ChannelRef(PlatformKind.Slack, "C0TECH"), turn.Where);
    }

    [Fact]
    public async Task A_menus_option_is_a_step_with_its_introduction()
    {
        var turn = await Only(app => app.Interaction(Samples.Chosen($"pass:{Samples.Introduction}").ToJsonString()));
        Assert.Equal(new Said.Pressed("pass", Introduction, FromMenu: true), turn.Said);
    }

    [Fact]
    public async Task A_button_that_is_no_introductions_brings_its_value()
    {
        var turn = await Only(app => app.Interaction(Samples.Press("mine#2", "20").ToJsonString()));
        Assert.Equal(new Said.Pressed("mine", null, "20"), turn.Said);
    }

    [Fact]
    public async Task The_first_of_several_actions_counts()
    {
        var press = Samples.Press("claim").Change(static payload => payload["actions"]!.AsArray().Add(Samples.Press("hired")["actions"]![0]!.DeepClone()));
        Assert.Equal(new Said.Pressed("claim", Introduction), (await Only(app => app.Interaction(press.ToJsonString()))).Said);
    }

    [Fact]
    public async Task A_form_comes_with_what_was_filled_in_as_it_was_typed()
    {
        var turn = await Only(app => app.Interaction(Samples.Submission("not-now", $$"""{"introduction":"{{Samples.Introduction}}","language":"Fr"}""").ToJsonString()));
        var submitted = Assert.IsType<Said.Submitted>(turn.Said);
        Assert.Equal(("not-now", Introduction, "V0FORM|not-now"), (submitted.Step, submitted.Introduction, turn.Request));
        Assert.Equal([("contact", "Ada & <b>"), ("route", "tech")], submitted.Values.OrderBy(static value => value.Key).Select(static value => (value.Key, value.Value)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("""{"introduction":"../../etc"}""")]
    [InlineData("""{"introduction":5}""")]
    [InlineData("""{"introduction":"\ud800"}""")]
    public async Task A_form_whose_baggage_is_not_ours_routes_nowhere(string metadata)
    {
        var turn = await Only(app => app.Interaction(Samples.Submission("introduce", metadata).ToJsonString()));
        Assert.Null(Assert.IsType<Said.Submitted>(turn.Said).Introduction);
    }

    [Fact]
    public async Task A_choice_in_an_open_form_is_a_change_with_all_values()
    {
        var turn = await Only(app => app.Interaction(Samples.Change("introduce").ToJsonString()));
        var changed = Assert.IsType<Said.Changed>(turn.Said);
        Assert.Equal(("introduce", "Ada & <b>", "V0FORM|U0EVE|1700000007.1"), (changed.Step, changed.Values["contact"], turn.Request));
    }

    [Fact]
    public async Task Shortcuts_bring_the_message_they_were_used_on()
    {
        var global = await Only(app => app.Interaction(Samples.Shortcut("introduce").ToJsonString()));
        var message = await Only(app => app.Interaction(Samples.MessageAction("introduce_from_message", "Ask <@U0BOB|bob>: <mailto:ada@x.test|ada@x.test> &amp; co").ToJsonString()));
        Assert.Equal(new Said.Shortcut("introduce", ""), global.Said);
        Assert.Equal(new Said.Shortcut("introduce_from_message", "Ask <@U0BOB>: ada@x.test & co", new Author(new Account(PlatformKind.Slack, "T0ACME", "U0BOB"))), message.Said);
        Assert.Equal(("T0ACME", "6.6.q"), (message.Account.Organisation, message.Request));
    }

    [Fact]
    public async Task Who_wrote_the_message_comes_with_their_own_workspace_and_an_app_is_nobody()
    {
        var outside = await Only(app => app.Interaction(Samples.MessageAction("introduce_from_message", "hi").Change(static payload => payload["message"]!["team"] = "T0OTHER").ToJsonString()));
        var app = await Only(app => app.Interaction(Samples.MessageAction("introduce_from_message", "hi").Change(static payload => payload["message"]!["bot_id"] = "B1").ToJsonString()));
        Assert.Equal(new Author(new Account(PlatformKind.Slack, "T0OTHER", "U0BOB")), Assert.IsType<Said.Shortcut>(outside.Said).Author);
        Assert.Null(Assert.IsType<Said.Shortcut>(app.Said).Author);
    }

    [Fact]
    public async Task A_message_to_the_bot_comes_without_the_bots_mention()
    {
        var turn = await Only(app => app.Event(Samples.Message("<@U0BOT> introduce <@U0BOB> &lt;3", "C0TOWN", "app_mention", "channel").ToJsonString()));
        Assert.Equal(new Said.Message("introduce <@U0BOB> <3"), turn.Said);
        Assert.Equal(("T0ACME|C0TOWN|1700000000.000300", new ChannelRef(PlatformKind.Slack, "C0TOWN")), (turn.Request, turn.Where));
    }

    [Fact]
    public async Task A_person_of_another_workspace_stays_of_that_workspace()
    {
        var pressed = Samples.Press("claim").Change(static payload => payload["user"]!["team_id"] = "T0OTHER");
        var wrote = Samples.Message("hello").Change(static payload => payload["event"]!["user_team"] = "T0OTHER");
        Assert.Equal("T0OTHER", (await Only(app => app.Interaction(pressed.ToJsonString()))).Account.Organisation);
        Assert.Equal("T0OTHER", (await Only(app => app.Event(wrote.ToJsonString()))).Account.Organisation);
    }

    [Fact]
    public async Task The_workspace_is_that_of_the_installation()
    {
        var form = Samples.Submission("introduce").Change(static payload => payload["view"]!["app_installed_team_id"] = "T0HOME");
        var grid = Samples.Shortcut("introduce").With("team", null).With("enterprise", new JsonObject { ["id"] = "E0" }).Change(static payload => payload["user"]!["team_id"] = "T0GRID");
        var shared = Samples.Message("hi").With("team_id", "T0OUTER");
        Assert.Equal("T0HOME", (await Only(app => app.Interaction(form.ToJsonString()))).Workspace);
        Assert.Equal("T0GRID", (await Only(app => app.Interaction(grid.ToJsonString()))).Workspace);
        Assert.Equal("T0ACME", (await Only(app => app.Event(shared.ToJsonString()))).Workspace);
    }

    [Fact]
    public async Task A_user_whose_team_is_the_enterprise_belongs_to_the_workspace_they_act_in()
    {
        var press = Samples.Press("claim").With("enterprise", new JsonObject { ["id"] = "E0" }).Change(static payload => payload["user"]!["team_id"] = "E0");
        Assert.Equal("T0ACME", (await Only(app => app.Interaction(press.ToJsonString()))).Account.Organisation);
    }

    [Fact]
    public async Task An_organisation_wide_installation_is_no_workspace()
    {
        var form = Samples.Submission("introduce").With("enterprise", new JsonObject { ["id"] = "E0" }).Change(static payload => payload["view"]!["app_installed_team_id"] = "E0");
        Assert.Equal("T0ACME", (await Only(app => app.Interaction(form.ToJsonString()))).Workspace);
    }

    [Fact]
    public async Task A_button_of_the_apps_home_is_a_press_without_a_channel_after_which_the_home_is_looked_at_anew()
    {
        var press = Samples.Press("claim").With("view", new JsonObject { ["id"] = "V0HOME", ["type"] = "home" }).With("container", new JsonObject { ["type"] = "view", ["view_id"] = "V0HOME" }).With("channel", null);
        await using var app = await SlackApp.Start(Done());
        using var answer = await app.Interaction(press.With("message", null).ToJsonString());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal([(new Said.Pressed("claim", Introduction), null, "V0HOME||U0LEA|1700000005.5"), (new Said.HomeOpened(), null, "home|U0LEA")], app.Turns.Select(static turn => (turn.Said, turn.Where, turn.Request)));
    }

    [Theory]
    [InlineData("file_share")]
    [InlineData("me_message")]
    [InlineData("thread_broadcast")]
    public async Task What_somebody_says_in_another_way_is_heard_too(string subtype)
    {
        await using var app = await SlackApp.Start(Done());
        using var answer = await app.Event(Samples.Message("introduce Ada").Change(m => m["event"]!["subtype"] = subtype).ToJsonString());
        Assert.Equal(new Said.Message("introduce Ada"), Assert.Single(app.Turns).Said);
    }

    [Fact]
    public async Task Bots_the_bot_itself_edits_and_channel_talk_are_ignored()
    {
        await using var app = await SlackApp.Start(Done());
        JsonObject[] messages =
        [
            Samples.Message("x").Change(static m => m["event"]!["bot_id"] = "B1"),
            Samples.Message("x").Change(static m => m["event"]!["user"] = "U0BOT"),
            Samples.Message("x").Change(static m => m["event"]!["subtype"] = "message_changed"),
            Samples.Message("x", "C0TOWN", "message", "channel"),
            Samples.Message("x").Change(static m => m["event"]!.AsObject().Remove("user")),
        ];
        foreach (var message in messages)
        {
            using var answer = await app.Event(message.ToJsonString());
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Empty(app.Turns);
    }

    [Theory]
    [InlineData("""{"type":"app_home_opened","user":"U0EVE","channel":"D0EVE","tab":"messages","event_ts":"1.1"}""")]
    [InlineData("""{"type":"channel_rename","channel":{"id":"C1","name":"x","created":1}}""")]
    [InlineData("""{"type":"reaction_added","user":"U1","reaction":"thumbsup","item":{"type":"message","channel":"C1","ts":"1.1"}}""")]
    public async Task Events_that_are_nothing_to_us_are_acknowledged(string inner)
    {
        await using var app = await SlackApp.Start(Done());
        using var answer = await app.Event(Samples.Event(inner).ToJsonString());
        Assert.Equal((HttpStatusCode.OK, ""), (answer.StatusCode, await SlackApp.Text(answer)));
        Assert.Empty(app.Turns);
    }

    [Theory]
    [InlineData("""{"type":"view_closed","team":{"id":"T0ACME"},"user":{"id":"U1"},"view":{"id":"V1","type":"modal"},"is_cleared":true}""")]
    [InlineData("""{"type":"block_suggestion","team":{"id":"T0ACME"},"user":{"id":"U1"},"action_id":"x","value":"y"}""")]
    [InlineData("""{"type":"workflow_step_edit","team":{"id":"T0ACME"},"user":{"id":"U1"},"actions":"other shape"}""")]
    [InlineData("""{"type":"shortcut","team":{"id":"T0ACME"},"user":{"id":"U1"},"callback_id":"somebody_elses","trigger_id":"1.1"}""")]
    [InlineData("""{"type":"block_actions","team":{"id":"T0ACME"},"user":{"id":"U1"},"trigger_id":"1.1","actions":[{"type":"datepicker","action_id":"when","selected_date":"2026-01-01"}]}""")]
    [InlineData("""{"type":"block_actions","team":{"id":"T0ACME"},"user":{"id":"U1"},"trigger_id":"1.1","actions":[null]}""")]
    public async Task Interactions_that_are_nothing_to_us_are_acknowledged_and_logged_by_type_only(string payload)
    {
        await using var app = await SlackApp.Start(Done());
        using var answer = await app.Interaction(payload);
        Assert.Equal((HttpStatusCode.OK, ""), (answer.StatusCode, await SlackApp.Text(answer)));
        Assert.Empty(app.Turns);
        Assert.DoesNotContain("somebody_elses", app.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_is_not_ours_is_answered_politely()
    {
        await using var app = await SlackApp.Start(Done());
        using var answer = await app.Command(Samples.Command("/other", ""));
        var text = JsonNode.Parse(await SlackApp.Text(answer))!;
        Assert.Equal(("ephemeral", true), ((string?)text["response_type"], ((string?)text["text"])!.Contains("/intros help", StringComparison.Ordinal)));
        Assert.Empty(app.Turns);
    }

    [Fact]
    public async Task The_address_check_is_answered_with_its_challenge()
    {
        await using var app = await SlackApp.Start(Done());
        using var answer = await app.Event("""{"type":"url_verification","token":"x","challenge":"3eZbrw1aBm2rZgRNFdxV"}""");
        Assert.Equal("3eZbrw1aBm2rZgRNFdxV", await SlackApp.Text(answer));
    }

    [Fact]
    public async Task A_message_delivered_again_is_the_same_request_and_is_answered_once()
    {
        await using var app = await SlackApp.Start(static (_, _) => Task.FromResult<Answer>(Samples.Says("Hello")));
        for (var i = 0; i < 4; i++)
        {
            using var answer = await app.Event(Samples.Message("hello").With("event_id", $"Ev{i}").ToJsonString());
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Single(app.Turns);
        Assert.Single(app.Slack.Calls("chat.postMessage"));
    }

    [Fact]
    public async Task A_message_that_could_not_be_answered_is_asked_for_again()
    {
        var fails = 1;
        await using var app = await SlackApp.Start((_, _) => fails-- > 0 ? throw new PlatformUnavailableException("x") : Task.FromResult<Answer>(Samples.Says("Hello")));
        using var first = await app.Event(Samples.Message("hello").ToJsonString());
        using var second = await app.Event(Samples.Message("hello").ToJsonString());
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(app.Turns[0].Request, app.Turns[1].Request);
        Assert.Single(app.Slack.Calls("chat.postMessage"));
    }

    [Fact]
    public async Task The_writer_of_a_message_nobody_could_answer_hears_so_with_its_last_delivery()
    {
        await using var app = await SlackApp.Start(static (_, _) => throw new PlatformUnavailableException("x"));
        using var third = await app.Event(Samples.Message("hello").ToJsonString(), "2");
        using var last = await app.Event(Samples.Message("hello").ToJsonString(), "3");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (third.StatusCode, last.StatusCode));
        Assert.Contains("try again", (string?)Assert.Single(app.Slack.Arrived).Json["text"], StringComparison.Ordinal);
    }

    private static async Task<Turn> Only(Func<SlackApp, Task<HttpResponseMessage>> send)
    {
        await using var app = await SlackApp.Start(Done());
        using var answer = await send(app);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Assert.Single(app.Turns);
    }

    private static TurnHandler Done() => static (_, _) => Task.FromResult<Answer>(new Answer.Done());
}
