using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;
using IntroBot.Answering;
using IntroBot.Conversation;
using IntroBot.Ledger;
using IntroBot.Slack.Answering;
using IntroBot.Slack.Drawing;

namespace IntroBot.Tests.Slack;

/// <summary>An answer of the program, and what Slack is told.</summary>
public sealed class WhatPeopleGet
{
    private static readonly string[] Hooks = ["https://hooks.slack.com", "https://hooks.slack-gov.com", "http://localhost:9"];

    [Fact]
    public async Task A_notice_after_a_command_is_its_ephemeral_answer()
    {
        await using var app = await SlackApp.Start(Answers(Samples.Says("Welcome <all>")));
        using var answer = await app.Command(Samples.Command("/intros", "help"));
        var body = await Json(answer);
        Assert.Equal(("ephemeral", "Welcome &lt;all&gt;", "application/json"), ((string?)body["response_type"], (string?)body["text"], answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("Welcome <all>", (string?)body["blocks"]![0]!["text"]!["text"]);
        Assert.Empty(app.Slack.Arrived);
    }

    [Fact]
    public async Task A_form_opens_with_the_commands_trigger_and_the_command_gets_an_empty_answer()
    {
        await using var app = await SlackApp.Start(Answers(new Answer.Open(Samples.Form(introduction: Samples.Introduction))));
        using var answer = await app.Command(Samples.Command("/introduce", "Ada"));
        Assert.Equal("", await SlackApp.Text(answer));
        var opened = Assert.Single(app.Slack.Arrived);
        Assert.Equal(("views.open", "1.2.abc", "Bearer xoxb-test"), (opened.Method, (string?)opened.Json["trigger_id"], opened.Authorization));
        var view = opened.Json["view"]!;
        Assert.Equal(("modal", "introduce", "Introduce", "Send"), ((string?)view["type"], (string?)view["callback_id"], (string?)view["title"]!["text"], (string?)view["submit"]!["text"]));
        Assert.Equal(Samples.Introduction, (string?)JsonNode.Parse((string)view["private_metadata"]!)!["introduction"]);
        Assert.Equal(("contact", "contact"), ((string?)view["blocks"]![1]!["block_id"], (string?)view["blocks"]![1]!["element"]!["action_id"]));
    }

    [Theory]
    [InlineData("expired_trigger_id")]
    [InlineData("trigger_expired")]
    [InlineData("internal_error")]
    public async Task A_form_that_came_too_late_is_offered_on_a_button_that_brings_the_text_back(string error)
    {
        await using var app = await SlackApp.Start(Answers(new Answer.Open(Samples.Form())));
        app.Slack.Always("views.open", $$"""{"ok":false,"error":"{{error}}"}""");
        var asking = app.Command(Samples.Command("/introduce", "Ada Martin, engineer"));
        using var answer = await app.Passing(asking);
        var button = (await Json(answer))["blocks"]![1]!["elements"]![0]!;
        Assert.Equal(("introduce", "Ada Martin, engineer"), ((string?)button["action_id"], (string?)button["value"]));
        using var pressed = await app.Passing(app.Interaction(Samples.Press("introduce", (string?)button["value"]).ToJsonString()));
        Assert.Equal(new Said.Shortcut("introduce", "Ada Martin, engineer"), app.Turns[^1].Said);
    }

    [Fact]
    public async Task A_press_that_opened_nothing_in_time_offers_the_same_step_again()
    {
        await using var app = await SlackApp.Start(Answers(new Answer.Open(Samples.Form("contact", Samples.Introduction))));
        app.Slack.Fails("views.open", "expired_trigger_id");
        using var answer = await app.Interaction(Samples.Press("contact").ToJsonString());
        var told = app.Slack.Arrived[^1];
        Assert.Equal(Samples.ResponseUrl, told.Address.AbsoluteUri);
        Assert.Equal(("contact", Samples.Introduction), ((string?)told.Json["blocks"]![1]!["elements"]![0]!["action_id"], (string?)told.Json["blocks"]![1]!["elements"]![0]!["value"]));
    }

    [Fact]
    public async Task A_loading_form_opens_before_the_answer_and_is_replaced_afterwards()
    {
        var loaded = new TaskCompletionSource<Form>();
        await using var app = await SlackApp.Start(Answers(new Answer.Open(Samples.Form("loading"), _ => loaded.Task)));
        using var answer = await app.Interaction(Samples.Press("contact").ToJsonString());
        Assert.Equal(["views.open"], app.Slack.Arrived.Select(static call => call.Method));
        loaded.SetResult(Samples.Form("contact", Samples.Introduction));
        await app.Settled();
        var update = Assert.Single(app.Slack.Calls("views.update")).Json;
        Assert.Equal(("V0NEW", "contact"), ((string?)update["view_id"], (string?)update["view"]!["callback_id"]));
    }

    [Fact]
    public async Task A_form_that_cannot_be_loaded_says_so()
    {
        await using var app = await SlackApp.Start(Answers(new Answer.Open(Samples.Form("loading"), static _ => throw new StoreUnavailableException("x"))));
        using var answer = await app.Interaction(Samples.Press("contact").ToJsonString());
        await app.Settled();
        var view = Assert.Single(app.Slack.Calls("views.update")).Json["view"]!;
        Assert.Contains("try again", (string?)view["blocks"]![0]!["text"]!["text"], StringComparison.Ordinal);
        Assert.Null(view["submit"]);
    }

    [Fact]
    public async Task Shutting_down_waits_for_a_form_that_is_being_loaded()
    {
        var loaded = new TaskCompletionSource<Form>();
        await using var app = await SlackApp.Start(Answers(new Answer.Open(Samples.Form("loading"), _ => loaded.Task)));
        using var answer = await app.Interaction(Samples.Press("contact").ToJsonString());
        var stopping = app.Get<AfterAnswer>().StopAsync(TestContext.Current.CancellationToken);
        Assert.False(stopping.IsCompleted);
        loaded.SetResult(Samples.Form("contact"));
        await stopping;
        Assert.Single(app.Slack.Calls("views.update"));
    }

    [Fact]
    public async Task A_notice_after_a_press_goes_to_the_response_address_without_the_token()
    {
        await using var app = await SlackApp.Start(Answers(Samples.Says("Léa has it")));
        using var answer = await app.Interaction(Samples.Press("claim").ToJsonString());
        Assert.Equal("", await SlackApp.Text(answer));
        var told = Assert.Single(app.Slack.Arrived);
        Assert.Equal((Samples.ResponseUrl, null), (told.Address.AbsoluteUri, told.Authorization));
        Assert.Equal(("ephemeral", false, "Léa has it"), ((string?)told.Json["response_type"], (bool?)told.Json["replace_original"], (string?)told.Json["text"]));
    }

    [Theory]
    [InlineData("https://hooks.slack.com.evil.test/x")]
    [InlineData("https://hooks.slack.com@evil.test/x")]
    [InlineData("https://user@hooks.slack.com/x")]
    [InlineData("http://hooks.slack.com/x")]
    [InlineData("https://hooks.slack.com:8443/x")]
    [InlineData("https://hooks.slack.com./x")]
    [InlineData("https://hooks.slаck.com/x")]
    [InlineData("https://127.0.0.1/x")]
    [InlineData("https://[::1]/x")]
    [InlineData("http://localhost:10/x")]
    [InlineData("//hooks.slack.com/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task A_response_address_elsewhere_is_never_called_and_the_presser_is_told_another_way(string address)
    {
        await using var app = await SlackApp.Start(Answers(Samples.Says("Léa has it")));
        using var answer = await app.Interaction(Samples.Press("claim").With("response_url", address).ToJsonString());
        var told = Assert.Single(app.Slack.Arrived);
        Assert.Equal(("chat.postEphemeral", "C0TECH", "U0LEA"), (told.Method, (string?)told.Json["channel"], (string?)told.Json["user"]));
    }

    [Fact]
    public async Task Response_addresses_of_Slack_and_of_the_configured_server_are_called()
    {
        foreach (var origin in Hooks)
        {
            await using var app = await SlackApp.Start(Answers(Samples.Says("x")));
            using var answer = await app.Interaction(Samples.Press("claim").With("response_url", origin + "/actions/1").ToJsonString());
            Assert.Equal(origin + "/actions/1", Assert.Single(app.Slack.Arrived).Address.AbsoluteUri);
        }
    }

    [Fact]
    public async Task A_presser_whom_neither_way_reaches_gets_a_private_message()
    {
        await using var app = await SlackApp.Start(Answers(Samples.Says("x")));
        app.Slack.Next("secret", "{}", HttpStatusCode.Redirect);
        app.Slack.Fails("chat.postEphemeral", "user_not_in_channel");
        using var answer = await app.Interaction(Samples.Press("claim").ToJsonString());
        Assert.Equal(["secret", "chat.postEphemeral", "chat.postMessage"], app.Slack.Arrived.Select(static call => call.Method));
        Assert.Equal("U0LEA", (string?)app.Slack.Arrived[^1].Json["channel"]);
    }

    [Fact]
    public async Task A_form_that_is_done_closes()
    {
        await using var app = await SlackApp.Start(Answers(new Answer.Done()));
        using var answer = await app.Interaction(Samples.Submission("introduce").ToJsonString());
        Assert.Equal((HttpStatusCode.OK, ""), (answer.StatusCode, await SlackApp.Text(answer)));
    }

    [Fact]
    public async Task Errors_stand_beside_the_inputs_they_are_about_and_strange_ones_beside_the_first()
    {
        var errors = new Answer.Errors(ImmutableDictionary<string, string>.Empty.Add("route", "Choose one").Add("nowhere", "Not today"));
        await using var app = await SlackApp.Start(Answers(errors));
        using var answer = await app.Interaction(Samples.Submission("introduce").ToJsonString());
        var body = await Json(answer);
        Assert.Equal(("errors", "Choose one", "Not today"), ((string?)body["response_action"], (string?)body["errors"]!["route"], (string?)body["errors"]!["contact"]));
        Assert.Equal(2, body["errors"]!.AsObject().Count);
    }

    [Fact]
    public async Task A_notice_after_a_form_stands_in_its_place()
    {
        await using var app = await SlackApp.Start(Answers(Samples.Says("INT-7K3F2Q is on its way")));
        using var answer = await app.Interaction(Samples.Submission("introduce").ToJsonString());
        var body = await Json(answer);
        Assert.Equal(("update", "Introduce", "Close"), ((string?)body["response_action"], (string?)body["view"]!["title"]!["text"], (string?)body["view"]!["close"]!["text"]));
        Assert.Contains("INT-7K3F2Q is on its way", body["view"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(body["view"]!["submit"]);
    }

    [Fact]
    public async Task A_form_after_a_form_stands_in_its_place_loaded_when_it_is_there_in_time()
    {
        await using var app = await SlackApp.Start(Answers(new Answer.Open(Samples.Form("loading"), static _ => Task.FromResult(Samples.Form("sure")))));
        using var answer = await app.Interaction(Samples.Submission("hired").ToJsonString());
        Assert.Equal("sure", (string?)(await Json(answer))["view"]!["callback_id"]);
        Assert.Empty(app.Slack.Arrived);
    }

    [Fact]
    public async Task A_form_after_a_form_that_loads_slowly_is_filled_once_the_loading_one_stands_there()
    {
        var loaded = new TaskCompletionSource<Form>();
        await using var app = await SlackApp.Start(Answers(new Answer.Open(Samples.Form("loading"), _ => loaded.Task)));
        using var answer = await app.Passing(app.Interaction(Samples.Submission("hired").ToJsonString()));
        Assert.Equal("loading", (string?)(await Json(answer))["view"]!["callback_id"]);
        loaded.SetResult(Samples.Form("sure"));
        Assert.Empty(app.Slack.Arrived);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await app.Settled();
        Assert.Equal(("V0FORM", "sure"), ((string?)Assert.Single(app.Slack.Arrived).Json["view_id"], (string?)app.Slack.Arrived[0].Json["view"]!["callback_id"]));
    }

    [Fact]
    public async Task A_choice_draws_the_open_form_anew_on_the_view_that_was_seen()
    {
        await using var app = await SlackApp.Start(Answers(new Answer.Redraw(Samples.Form())));
        using var answer = await app.Interaction(Samples.Change("introduce", """{"quote":{"channel":"D0EVE","message":"1.1"}}""").ToJsonString());
        var update = Assert.Single(app.Slack.Arrived).Json;
        Assert.Equal(("V0FORM", "1.abc"), ((string?)update["view_id"], (string?)update["hash"]));
        Assert.Contains("D0EVE", (string?)update["view"]!["private_metadata"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_two_choices_cross_the_latest_has_the_last_word()
    {
        await using var app = await SlackApp.Start(Answers(new Answer.Redraw(Samples.Form())));
        app.Slack.Fails("views.update", "hash_conflict");
        using var late = await app.Interaction(Samples.Change("introduce", actionTs: "1700000009.0").ToJsonString());
        app.Slack.Fails("views.update", "hash_conflict");
        using var early = await app.Interaction(Samples.Change("introduce", actionTs: "1700000008.0").ToJsonString());
        Assert.Equal(["1.abc", null, "1.abc"], app.Slack.Calls("views.update").Select(static call => (string?)call.Json["hash"]));
    }

    [Fact]
    public async Task What_somebody_wrote_is_quoted_in_private_with_a_button_and_the_quote_goes_when_the_form_is_sent()
    {
        await using var app = await SlackApp.Start((turn, _) => Task.FromResult<Answer>(turn.Said is Said.Submitted ? new Answer.Done() : new Answer.Open(Samples.Form())));
        using var wrote = await app.Event(Samples.Message("<@U0BOT> introduce Ada <!channel>", "C0TOWN", "app_mention", "channel").ToJsonString());
        var quote = Assert.Single(app.Slack.Calls("chat.postMessage")).Json;
        Assert.Equal(("U0EVE", ">introduce Ada @channel"), ((string?)quote["channel"], (string?)quote["blocks"]![1]!["text"]!["text"]));
        Assert.DoesNotContain("Ada", (string?)quote["text"], StringComparison.Ordinal);
        var button = quote["blocks"]![2]!["elements"]![0]!;

        var press = Samples.Press((string)button["action_id"]!, (string?)button["value"]).Change(static payload =>
        {
            payload["channel"]!["id"] = "D0EVE";
            payload["container"]!["channel_id"] = "D0EVE";
        });
        using var pressed = await app.Interaction(press.ToJsonString());
        Assert.Equal(new Said.Shortcut("introduce", "introduce Ada @channel"), app.Turns[^1].Said);
        var baggage = (string)Assert.Single(app.Slack.Calls("views.open")).Json["view"]!["private_metadata"]!;

        using var sent = await app.Interaction(Samples.Submission("introduce", baggage).ToJsonString());
        await app.Settled();
        var replaced = Assert.Single(app.Slack.Calls("chat.update"));
        Assert.Equal(("D0EVE", "1700000000.000100"), ((string?)replaced.Json["channel"], (string?)replaced.Json["ts"]));
        Assert.DoesNotContain("Ada", replaced.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_to_a_mention_in_a_channel_is_for_its_writer_alone()
    {
        await using var app = await SlackApp.Start(Answers(Samples.Says("Hello")));
        using var inChannel = await app.Event(Samples.Message("<@U0BOT> help", "C0TOWN", "app_mention", "channel").ToJsonString());
        using var inPrivate = await app.Event(Samples.Message("help").ToJsonString());
        Assert.Equal([("chat.postEphemeral", "C0TOWN"), ("chat.postMessage", "U0EVE")], app.Slack.Arrived.Select(static call => (call.Method, (string)call.Json["channel"]!)));
    }

    [Theory]
    [InlineData(nameof(StoreUnavailableException))]
    [InlineData(nameof(PlatformUnavailableException))]
    [InlineData(nameof(InvalidOperationException))]
    public async Task When_the_program_cannot_answer_every_presser_hears_so_in_words(string fault)
    {
        await using var app = await SlackApp.Start((_, _) => throw (fault switch
        {
            nameof(StoreUnavailableException) => new StoreUnavailableException("canary"),
            nameof(PlatformUnavailableException) => new PlatformUnavailableException("canary"),
            _ => new InvalidOperationException("canary"),
        }));
        await SaysTryAgain(app, static sending => sending);
        Assert.DoesNotContain("canary", app.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_program_takes_too_long_every_presser_hears_so_in_time()
    {
        var never = new TaskCompletionSource<Answer>();
        await using var app = await SlackApp.Start((_, _) => never.Task);
        await SaysTryAgain(app, sending => app.Passing(sending));
        Assert.True(app.Clock.GetUtcNow() - new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero) <= TimeSpan.FromSeconds(3 * 3));
        never.SetResult(new Answer.Done());
    }

    private static async Task SaysTryAgain(SlackApp app, Func<Task<HttpResponseMessage>, Task<HttpResponseMessage>> send)
    {
        using var command = await send(app.Command(Samples.Command("/introduce", "Ada")));
        using var press = await send(app.Interaction(Samples.Press("claim").ToJsonString()));
        using var form = await send(app.Interaction(Samples.Submission("introduce").ToJsonString()));
        await SlackApp.Until(() => app.Slack.Arrived.Any(static call => call.Address.Host == "hooks.slack.com"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (command.StatusCode, press.StatusCode, form.StatusCode));
        Assert.Contains("try again", (string?)(await Json(command))["text"], StringComparison.Ordinal);
        Assert.Contains("try again", (string?)app.Slack.Arrived.Single(static call => call.Address.Host == "hooks.slack.com").Json["text"], StringComparison.Ordinal);
        Assert.Contains("try again", (string?)(await Json(form))["errors"]!["contact"], StringComparison.Ordinal);
    }

    [Fact]
    public void Long_texts_ride_along_as_far_as_a_button_carries_them()
    {
        var quote = CardBlocks.Draw(Cards.Quote(Samples.Form(), new string('x', 5000)));
        var button = Assert.IsType<ButtonElement>(Assert.IsType<ActionsBlock>(quote.Blocks[2]).Elements[0]);
        Assert.Equal(IntroBot.Slack.Drawing.Limits.ButtonValue, button.Value!.Length);
    }

    private static TurnHandler Answers(Answer answer) => (_, _) => Task.FromResult(answer);

    private static async Task<JsonNode> Json(HttpResponseMessage answer) => JsonNode.Parse(await SlackApp.Text(answer))!;
}
