using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;
using IntroBot.Conversation;
using IntroBot.Ledger;

namespace IntroBot.Tests.Teams;

public sealed class WhatPeopleGet
{
    [Fact]
    public async Task A_notice_in_the_private_chat_is_a_card_there()
    {
        await using var app = await TeamsApp.Start(Samples.Answers(Samples.Notice("Hello back")));
        using var answer = await app.Send(Samples.Says("hello"));
        var sent = Assert.Single(app.Connector.Calls("send"));
        Assert.Equal($"/emea/{TeamsApp.Tenant}/v3/conversations/a%3A1eve/activities", sent.Path);
        Assert.Equal("Bearer token-1", sent.Authorization);
        Assert.Equal("Hello back", (string)Body(sent)[0]!["inlines"]![0]!["text"]!);
        Assert.Equal("Hello back", (string)sent.Json["summary"]!);
        Assert.Null(sent.Json["text"]);
        Assert.DoesNotContain("null", sent.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mention_in_a_channel_is_answered_in_the_private_chat_and_the_thread_says_so()
    {
        await using var app = await TeamsApp.Start(Samples.Answers(Samples.Notice("Yours alone")));
        using var answer = await app.Send(Samples.Mentions("my introductions"));
        var sent = app.Connector.Calls("send");
        Assert.Equal(Samples.EveUser, (string)Assert.Single(app.Connector.Calls("personal")).Json["members"]![0]!["id"]!);
        Assert.Contains("Yours alone", sent[0].Body, StringComparison.Ordinal);
        Assert.Contains("/conversations/a%3A1", sent[0].Path, StringComparison.Ordinal);
        Assert.Contains("%3Bmessageid%3D1485983408511", sent[1].Path, StringComparison.Ordinal);
        Assert.DoesNotContain("Yours alone", sent[1].Body, StringComparison.Ordinal);
        Assert.Contains("<at>Eve Example</at>, I answered you", sent[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cannot_be_written_to_is_told_how_to_be()
    {
        await using var app = await TeamsApp.Start(Samples.Answers(Samples.Notice("Yours alone")));
        app.Connector.Next("personal", HttpStatusCode.Forbidden, "BotNotInConversationRoster");
        using var answer = await app.Send(Samples.Mentions("my introductions"));
        Assert.Contains("Add me from Apps", Assert.Single(app.Connector.Calls("send")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_in_plain_chat_is_a_card_with_inputs_that_is_replaced_once_sent()
    {
        await using var app = await TeamsApp.Start((turn, _) => Task.FromResult<Answer>(turn.Said is Said.Message ? new Answer.Open(Samples.Form()) : new Answer.Done()));
        using var answer = await app.Send(Samples.Says("introduce Ada"));
        var submit = Actions(Body(Assert.Single(app.Connector.Calls("send")))).First();
        Assert.Equal(("Action.Execute", "introduce"), ((string)submit["type"]!, (string)submit["verb"]!));

        var data = submit["data"]!.DeepClone().AsObject().With("contact", "Ada Martin").With("route", "tech");
        var shown = await app.Invoke(Samples.Invoke("adaptiveCard/action", new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "introduce", ["data"] = data } }).With("replyToId", "1700000000001"));
        Assert.Equal("Ada Martin", Assert.IsType<Said.Submitted>(app.Turns[1].Said).Values["contact"]);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string)shown["type"]!);
        Assert.Contains("Your form has been sent.", shown.ToJsonString(), StringComparison.Ordinal);
        var replaced = await app.Eventually(() => app.Connector.Calls("update").SingleOrDefault());
        Assert.EndsWith("/activities/1700000000001", replaced.Path, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada Martin", replaced.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_in_plain_chat_can_be_put_away()
    {
        await using var app = await TeamsApp.Start(Samples.Answers(new Answer.Open(Samples.Form())));
        using var answer = await app.Send(Samples.Says("introduce Ada"));
        var cancel = Actions(Body(Assert.Single(app.Connector.Calls("send")))).Last();
        Assert.Equal("none", (string)cancel["associatedInputs"]!);
        var shown = await app.Invoke(Samples.Invoke("adaptiveCard/action", new JsonObject { ["action"] = new JsonObject { ["verb"] = (string)cancel["verb"]!, ["data"] = cancel["data"]!.DeepClone() } }).With("replyToId", "17"));
        Assert.Contains("Nothing was sent", shown.ToJsonString(), StringComparison.Ordinal);
        await app.Eventually(() => app.Connector.Calls("update").SingleOrDefault());
        Assert.Single(app.Turns);
    }

    [Fact]
    public async Task A_press_that_changed_something_says_so_to_the_presser_alone()
    {
        await using var app = await TeamsApp.Start(Samples.Answers(new Answer.Done()));
        Says("Done.", await app.Invoke(Samples.Press("claim")));
        Assert.Equal(0, app.Connector.All);
    }

    [Fact]
    public async Task A_refusal_is_a_sentence_for_the_presser_alone()
    {
        await using var app = await TeamsApp.Start(Samples.Answers(Samples.Notice("Léa has it.")));
        Says("Léa has it.", await app.Invoke(Samples.Press("claim")));
        Assert.Equal(0, app.Connector.All);
    }

    [Fact]
    public async Task A_list_that_was_asked_for_by_a_press_comes_in_the_private_chat()
    {
        var list = new Card(Language.En, Line.Of("Your introductions"), [new Part.Paragraph(Line.Of("INT-1")), new Part.Actions(null, [new Button("more", "More", Value: "next")])]);
        await using var app = await TeamsApp.Start(Samples.Answers(new Answer.Notice(list)));
        Says("Your introductions", await app.Invoke(Samples.Press("more", null, conversation: Samples.Personal, more: ("value", "page2"))));
        Assert.Equal("page2", Assert.IsType<Said.Pressed>(app.Turns[0].Said).Value);
        await app.Eventually(() => app.Connector.Calls("send").SingleOrDefault());
    }

    [Fact]
    public async Task Details_never_open_in_the_place_of_a_card()
    {
        var loaded = false;
        await using var app = await TeamsApp.Start(Samples.Answers(new Answer.Open(Samples.Form("contact"), _ =>
        {
            loaded = true;
            return Task.FromResult(Samples.Form("contact"));
        })));
        Says("This opens from the button on its card. Please press it there.", await app.Invoke(Samples.Press("contact")));
        Assert.False(loaded);
    }

    [Fact]
    public async Task Details_open_in_a_dialog_once_they_are_loaded()
    {
        var details = new Form(Language.En, "contact", "INT-7K3F2Q", [new Field.Facts([new Fact("Who they are", Line.Typed("Ada *Martin*"))])], null, "Close");
        await using var app = await TeamsApp.Start(Samples.Answers(new Answer.Open(Samples.Form("contact"), _ => Task.FromResult(details))));
        var answer = await app.Invoke(Samples.Fetch("contact"));
        Assert.Equal("continue", (string)answer["task"]!["type"]!);
        Assert.Equal("INT-7K3F2Q", (string)answer["task"]!["value"]!["title"]!);
        Assert.Contains("Ada *Martin*", answer.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(Actions(answer["task"]!["value"]!["card"]!["content"]!["body"]!.AsArray()));
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_what_was_typed_stays()
    {
        await using var app = await TeamsApp.Start((turn, _) => Task.FromResult<Answer>(turn.Said is Said.Pressed
            ? new Answer.Open(Samples.Form("not-now"))
            : new Answer.Errors(ImmutableDictionary<string, string>.Empty.Add("contact", "Whom, please?").Add("elsewhere", "And this."))));
        var opened = await app.Invoke(Samples.Fetch("not-now"));
        var data = Actions(Dialog(opened)).Single()["data"]!.DeepClone().AsObject().With("contact", "A_b*c").With("route", "general").With("note", "my words");
        var again = Dialog(await app.Invoke(Samples.Invoke("task/submit", new JsonObject { ["data"] = data }, id: "f:7")));
        Assert.Equal("A_b*c", (string)Input(again, "contact")["value"]!);
        Assert.Equal("general", (string)Input(again, "route")["value"]!);
        Assert.Equal("my words", (string)Input(again, "note")["value"]!);
        var at = again.ToList().IndexOf(Input(again, "contact"));
        Assert.Equal("Whom, please?", (string)again[at + 1]!["inlines"]![0]!["text"]!);
        Assert.Equal("Please have another look. And this.", (string)again[0]!["inlines"]![0]!["text"]!);
        Assert.Equal((string)data["nonce"]!, (string)Actions(again).Single()["data"]!["nonce"]!);
        Assert.Equal(2, app.Turns.Count);
    }

    [Fact]
    public async Task The_form_to_introduce_is_asked_for_again_since_it_depends_on_what_was_chosen()
    {
        await using var app = await TeamsApp.Start((turn, _) => Task.FromResult<Answer>(turn.Said switch
        {
            Said.Submitted => new Answer.Errors(ImmutableDictionary<string, string>.Empty.Add("contact", "Please ask them first.")),
            Said.Changed changed => new Answer.Redraw(Samples.Form() with { Fields = [new Field.Input("contact", "Name", Initial: changed.Values["contact"])] }),
            _ => new Answer.Done(),
        }));
        var again = Dialog(await app.Invoke(Samples.Submit("introduce", null, "f:3", ("nonce", "n1"), ("contact", "Ada"), ("agreement", "not-yet"), ("note", "gone"))));
        Assert.Equal("Ada", (string)Input(again, "contact")["value"]!);
        Assert.DoesNotContain("gone", again.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_opened_on_another_host_is_asked_for_again()
    {
        await using var app = await TeamsApp.Start((turn, _) => Task.FromResult<Answer>(turn.Said is Said.Submitted
            ? new Answer.Errors(ImmutableDictionary<string, string>.Empty.Add("contact", "Whom?")) : new Answer.Open(Samples.Form("pass", Samples.Introduction))));
        var again = Dialog(await app.Invoke(Samples.Submit("pass", Samples.Introduction, "f:3", ("nonce", "elsewhere"), ("contact", "Ada"))));
        Assert.Equal(new Said.Pressed("pass", new IntroductionId(Samples.Introduction), FromMenu: true), app.Turns[1].Said);
        Assert.Equal("Ada", (string)Input(again, "contact")["value"]!);
    }

    [Fact]
    public async Task A_value_longer_than_any_input_takes_never_arrives()
    {
        await using var app = await TeamsApp.Start(Samples.Answers(new Answer.Open(Samples.Form("pass", Samples.Introduction))));
        var again = Dialog(await app.Invoke(Samples.Submit("pass", Samples.Introduction, "f:3", ("nonce", "n"), ("note", new string('x', 3001)))));
        Assert.Contains("This is too long", again.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(app.Turns, static turn => turn.Said is Said.Submitted);
    }

    [Fact]
    public async Task A_sent_dialog_closes()
    {
        await using var app = await TeamsApp.Start(Samples.Answers(new Answer.Done()));
        using var closed = await app.Send(Samples.Submit("introduce", null, "f:3", ("nonce", "n"), ("contact", "Ada")));
        Assert.Equal(HttpStatusCode.OK, closed.StatusCode);
        Assert.Equal("", await closed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var composed = await app.Invoke(Samples.Invoke("composeExtension/submitAction", new JsonObject { ["commandId"] = "introduce", ["data"] = Samples.Data("introduce", null, ("nonce", "m")) }, id: "f:4"));
        Assert.Equal("{}", composed.ToJsonString());
    }

    [Fact]
    public async Task A_press_that_takes_something_away_asks_once()
    {
        await using var app = await TeamsApp.Start(Samples.Answers(new Answer.Done()));
        var asked = Dialog(await app.Invoke(Samples.Fetch("withdraw", more: [("confirm", "Withdraw INT-7K3F2Q?"), ("label", "Withdraw")])));
        Assert.Empty(app.Turns);
        Assert.Equal("Withdraw INT-7K3F2Q?", (string)asked[0]!["inlines"]![0]!["text"]!);
        var sure = Actions(asked).Single();
        Assert.Equal("Withdraw", (string)sure["title"]!);
        using var closed = await app.Send(Samples.Invoke("task/submit", new JsonObject { ["data"] = sure["data"]!.DeepClone() }, id: "f:8"));
        Assert.Equal(new Said.Pressed("withdraw", new IntroductionId(Samples.Introduction)), Assert.Single(app.Turns).Said);
    }

    [Fact]
    public async Task Further_steps_open_from_a_dialog()
    {
        await using var app = await TeamsApp.Start((turn, _) => Task.FromResult<Answer>(turn.Said is Said.Pressed { Step: "pass" } ? new Answer.Open(Samples.Form("pass", Samples.Introduction)) : new Answer.Done()));
        var fetch = Samples.Fetch("more-steps").Change(static activity => activity["value"]!["data"]!["options"] = new JsonArray(Option("pass", "Pass to…"), Option("take-over", "Take over")));
        var offered = Actions(Dialog(await app.Invoke(fetch))).ToList();
        Assert.Equal(["Pass to…", "Take over"], offered.Select(static action => (string)action["title"]!));
        Assert.Empty(app.Turns);
        var form = await app.Invoke(Samples.Invoke("task/submit", new JsonObject { ["data"] = offered[0]["data"]!.DeepClone() }, id: "f:5"));
        Assert.Equal(new Said.Pressed("pass", new IntroductionId(Samples.Introduction), FromMenu: true), Assert.Single(app.Turns).Said);
        Assert.NotNull(Input(Dialog(form), "contact"));
        using var closed = await app.Send(Samples.Invoke("task/submit", new JsonObject { ["data"] = offered[1]["data"]!.DeepClone() }, id: "f:6"));
        Assert.Equal("", await closed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        static JsonObject Option(string step, string label) => new() { ["step"] = step, ["label"] = label };
    }

    [Fact]
    public async Task A_press_repeated_under_a_new_id_is_the_same_press()
    {
        await using var app = await TeamsApp.Start(Samples.Answers(new Answer.Done()));
        for (var i = 0; i < 3; i++)
        {
            Says("Done.", await app.Invoke(Samples.Press("reopen", id: $"f:{i}")));
        }

        Assert.Single(app.Turns);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.Invoke(Samples.Press("reopen", id: "f:20"));
        Assert.Equal(2, app.Turns.Count);
    }

    [Fact]
    public async Task A_press_after_another_is_meant_anew()
    {
        await using var app = await TeamsApp.Start(Samples.Answers(new Answer.Done()));
        foreach (var (step, at) in new[] { "mute", "follow", "mute" }.Index().Select(static pressed => (pressed.Item, pressed.Index)))
        {
            await app.Invoke(Samples.Press(step, id: $"f:{at}"));
        }

        Assert.Equal(["mute", "follow", "mute"], app.Turns.Select(static turn => ((Said.Pressed)turn.Said).Step));
    }

    [Fact]
    public async Task Whoever_was_told_how_things_stand_is_told_anew_since_they_may_have_changed()
    {
        await using var app = await TeamsApp.Start(Samples.Answers(Samples.Notice("Waiting.")));
        await app.Invoke(Samples.Press("met", id: "f:1"));
        await app.Invoke(Samples.Press("met", id: "f:2"));
        Assert.Equal(2, app.Turns.Count);
    }

    [Fact]
    public async Task Whoever_uses_the_message_extension_without_the_bot_hears_at_once_that_it_was_sent()
    {
        await using var app = await TeamsApp.Start(Samples.Answers(new Answer.Done()));
        var sent = new JsonObject { ["commandId"] = "introduce", ["data"] = new JsonObject { ["step"] = "introduce", ["nonce"] = "n1", ["contact"] = "Ada" } };
        var answer = await app.Invoke(Samples.Invoke("composeExtension/submitAction", sent, Samples.Channel));
        Assert.StartsWith("It is on its way", (string)answer["task"]!["value"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_program_takes_too_long_the_presser_hears_it_within_the_deadline()
    {
        var never = new TaskCompletionSource<Answer>();
        await using var app = await TeamsApp.Start((_, _) => never.Task);
        foreach (var (activity, at) in new[] { (Samples.Press("claim"), "value"), (Samples.Fetch("pass"), "task"), (Samples.Submit("introduce"), "task") })
        {
            var asked = app.Clock.GetUtcNow();
            var answer = await app.Passing(app.Invoke(activity));
            Assert.InRange(app.Clock.GetUtcNow() - asked, TimeSpan.FromSeconds(3.5), TimeSpan.FromSeconds(4.8));
            Assert.Contains("This is taking too long", answer[at]!.ToJsonString(), StringComparison.Ordinal);
        }

        never.SetResult(new Answer.Done());
    }

    [Fact]
    public async Task When_the_store_is_away_a_filled_form_keeps_what_was_typed()
    {
        await using var app = await TeamsApp.Start((turn, _) => turn.Said is Said.Submitted ? throw new StoreUnavailableException("away") : Task.FromResult<Answer>(new Answer.Open(Samples.Form("not-now"))));
        var data = Actions(Dialog(await app.Invoke(Samples.Fetch("not-now")))).Single()["data"]!.DeepClone().AsObject().With("note", "my words");
        var again = Dialog(await app.Invoke(Samples.Invoke("task/submit", new JsonObject { ["data"] = data }, id: "f:7")));
        Assert.Equal("my words", (string)Input(again, "note")["value"]!);
        Assert.Contains("nothing is recorded twice", again.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invoke_nobody_knows_is_501_and_a_search_says_what_to_do()
    {
        await using var app = await TeamsApp.Start(Samples.Answers(new Answer.Done()));
        using var unknown = await app.Send(Samples.Invoke("signin/verifyState", new JsonObject()));
        Assert.Equal(HttpStatusCode.NotImplemented, unknown.StatusCode);
        var search = await app.Invoke(Samples.Invoke("composeExtension/query", new JsonObject { ["commandId"] = "search" }));
        Assert.Equal("message", (string)search["composeExtension"]!["type"]!);
        Assert.Empty(app.Turns);
    }

    [Fact]
    public async Task A_press_that_cannot_be_read_says_so_inside()
    {
        await using var app = await TeamsApp.Start(Samples.Answers(new Answer.Done()));
        var answer = await app.Invoke(Samples.Invoke("adaptiveCard/action", new JsonObject { ["action"] = "x" }));
        Assert.Equal((400, "application/vnd.microsoft.error"), ((int)answer["statusCode"]!, (string)answer["type"]!));
        Assert.Empty(app.Turns);
    }

    private static JsonArray Body(Called sent) => sent.Json["attachments"]![0]!["content"]!["body"]!.AsArray();

    private static JsonArray Dialog(JsonNode answer) => answer["task"]!["value"]!["card"]!["content"]!["body"]!.AsArray();

    private static IEnumerable<JsonNode> Actions(JsonArray body) => body.Where(static element => (string)element!["type"]! == "ActionSet").SelectMany(static set => set!["actions"]!.AsArray()).Select(static action => action!);

    private static JsonNode Input(JsonArray body, string id) => body.Single(element => (string?)element!["id"] == id)!;

    private static void Says(string expected, JsonNode answer)
    {
        Assert.Equal((200, "application/vnd.microsoft.activity.message"), ((int)answer["statusCode"]!, (string)answer["type"]!));
        Assert.Equal(expected, (string)answer["value"]!);
    }
}
