using System.Net;
using System.Text.Json.Nodes;
using IntroBot.Conversation;

namespace IntroBot.Tests.Teams;

public sealed class WhatPeopleSay
{
    [Fact]
    public async Task A_message_in_the_private_chat_is_what_the_person_typed()
    {
        await using var app = await Quiet();
        var turn = await Said(app, Samples.Says("introduce Ada &amp; Bob,\u00a0Lyon").With("locale", "fr-FR"));
        Assert.Equal(new Said.Message("introduce Ada & Bob, Lyon"), turn.Said);
        Assert.Equal(new Account(PlatformKind.Teams, TeamsApp.Tenant, Samples.EveId), turn.Account);
        Assert.Equal(TeamsApp.Tenant, turn.Workspace);
        Assert.Equal(new ChannelRef(PlatformKind.Teams, Samples.Personal), turn.Where);
    }

    [Fact]
    public async Task Only_the_bots_own_mention_is_taken_out()
    {
        await using var app = await Quiet();
        var activity = Samples.Mentions("ask <at>Lea Example</at> and <at>IntroBot</at>").Change(static activity =>
        {
            activity["entities"]!.AsArray().Add(Samples.Object("""{"type":"mention","text":"<at>Lea Example</at>","mentioned":{"id":"29:1lea","name":"Lea Example"}}"""));
            activity["entities"]!.AsArray().Add(Samples.Object("""{"type":"mention","text":"<at>IntroBot</at>","mentioned":{"id":"29:1other","name":"IntroBot"}}"""));
        });
        var turn = await Said(app, activity);
        Assert.Equal(new Said.Message("ask Lea Example and IntroBot"), turn.Said);
        Assert.Equal(new ChannelRef(PlatformKind.Teams, Samples.Channel), turn.Where);
    }

    [Fact]
    public async Task In_a_channel_the_bot_hears_only_what_names_it()
    {
        await using var app = await Quiet();
        using var answer = await app.Send(Samples.Mentions("hello").With("entities", new JsonArray()));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(app.Turns);
    }

    [Fact]
    public async Task A_press_brings_its_step_and_where_it_routes()
    {
        await using var app = await Quiet();
        await app.Invoke(Samples.Press("claim"));
        Assert.Equal(new Said.Pressed("claim", new IntroductionId(Samples.Introduction)), Assert.Single(app.Turns).Said);
        Assert.Equal(new ChannelRef(PlatformKind.Teams, Samples.Channel), app.Turns[0].Where);
    }

    [Theory]
    [InlineData("")]
    [InlineData("7k3f9x")]
    [InlineData("../../../../../etc/passwdx")]
    [InlineData("7K3F9X0000000000000000ABCD")]
    public async Task What_is_no_introduction_routes_nowhere(string introduction)
    {
        await using var app = await Quiet();
        await app.Invoke(Samples.Press("claim", introduction));
        Assert.Equal(new Said.Pressed("claim", null), Assert.Single(app.Turns).Said);
    }

    [Fact]
    public async Task A_button_that_came_as_a_message_is_the_same_press()
    {
        await using var app = await Quiet();
        using var answer = await app.Send(Samples.Activity("message", $"{Samples.Channel};messageid=1700").With("value", Samples.Data("claim", Samples.Introduction)).With("replyToId", "1700"));
        Assert.Equal(new Said.Pressed("claim", new IntroductionId(Samples.Introduction)), Assert.Single(app.Turns).Said);
    }

    [Fact]
    public async Task A_sent_form_brings_its_inputs_and_its_nonce_is_the_request()
    {
        await using var app = await Quiet();
        await app.Invoke(Samples.Submit("introduce", null, "f:3", ("nonce", "n1"), ("contact", "Ada"), ("note", ""), ("route", "tech")));
        await app.Invoke(Samples.Submit("introduce", null, "f:4", ("nonce", "n1"), ("contact", "Ada"), ("note", ""), ("route", "tech")));
        await app.Invoke(Samples.Submit("introduce", null, "f:5", ("nonce", "n2"), ("contact", "Ada")));
        var submitted = Assert.IsType<Said.Submitted>(app.Turns[0].Said);
        Assert.Equal(["contact", "route"], submitted.Values.Keys.Order());
        Assert.Equal(app.Turns[0].Request, app.Turns[1].Request);
        Assert.NotEqual(app.Turns[0].Request, app.Turns[2].Request);
    }

    [Fact]
    public async Task Nobody_can_use_up_anothers_request()
    {
        await using var app = await Quiet();
        await app.Invoke(Samples.Submit("introduce", null, "f:3", ("nonce", "n1"), ("contact", "Ada")));
        await app.Invoke(Samples.Submit("introduce", null, "f:4", ("nonce", "n1"), ("contact", "Ada")).With("from", Samples.Object($$"""{"id":"{{Samples.LeaUser}}","aadObjectId":"{{Samples.LeaId}}"}""")));
        Assert.NotEqual(app.Turns[0].Request, app.Turns[1].Request);
    }

    [Theory]
    [InlineData("compose")]
    [InlineData("commandbox")]
    public async Task The_message_extension_opens_the_form(string context)
    {
        await using var app = await TeamsApp.Start(Samples.Answers(new Answer.Open(Samples.Form())));
        var answer = await app.Invoke(Samples.Invoke("composeExtension/fetchTask", new JsonObject { ["commandId"] = "introduce", ["commandContext"] = context }));
        Assert.Equal(new Said.Shortcut("introduce", ""), Assert.Single(app.Turns).Said);
        Assert.Equal("continue", (string)answer["task"]!["type"]!);
    }

    [Fact]
    public async Task An_action_on_a_message_brings_its_text()
    {
        await using var app = await TeamsApp.Start(Samples.Answers(new Answer.Open(Samples.Form())));
        var payload = Samples.Object("""{"id":"1","body":{"contentType":"html","content":"<div><p>Meet <b>Ada</b> &amp; Bob</p><p>in Lyon</p></div>"}}""");
        await app.Invoke(Samples.Invoke("composeExtension/fetchTask", new JsonObject { ["commandId"] = "introduceFromMessage", ["commandContext"] = "message", ["messagePayload"] = payload }));
        Assert.Equal(new Said.Shortcut("introduceFromMessage", "Meet Ada & Bob\nin Lyon"), Assert.Single(app.Turns).Said);
    }

    [Theory]
    [InlineData("aadUser", TeamsApp.Tenant)]
    [InlineData("federatedUser", "")]
    public async Task An_action_on_a_message_says_who_wrote_it_and_of_which_organisation(string kind, string organisation)
    {
        await using var app = await TeamsApp.Start(Samples.Answers(new Answer.Open(Samples.Form())));
        var payload = Samples.Object($$$"""{"id":"1","from":{"device":null,"user":{"userIdentityType":"{{{kind}}}","id":"o-1","displayName":"Olga Other"},"application":null},"body":{"contentType":"text","content":"hi"}}""");
        await app.Invoke(Samples.Invoke("composeExtension/fetchTask", new JsonObject { ["commandId"] = "introduceFromMessage", ["commandContext"] = "message", ["messagePayload"] = payload }));
        Assert.Equal(new Author(new Account(PlatformKind.Teams, organisation, "o-1"), "Olga Other"), Assert.IsType<Said.Shortcut>(Assert.Single(app.Turns).Said).Author);
    }

    [Fact]
    public async Task What_is_delivered_twice_is_answered_once()
    {
        await using var app = await TeamsApp.Start(Samples.Answers(Samples.Notice("Hello back")));
        for (var i = 0; i < 3; i++)
        {
            using var answer = await app.Send(Samples.Says("hello"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Single(app.Turns);
        Assert.Single(app.Connector.Calls("send"));
    }

    [Theory]
    [InlineData("messageReaction")]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("somethingNew")]
    public async Task Other_kinds_are_acknowledged_and_do_nothing(string type)
    {
        await using var app = await Quiet();
        using var answer = await app.Send(Samples.Activity(type));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(app.Turns);
        Assert.Equal(0, app.Connector.All);
    }

    [Fact]
    public async Task What_the_bot_says_itself_is_no_turn()
    {
        await using var app = await Quiet();
        using var answer = await app.Send(Samples.Says("hello").With("from", Samples.Object($$"""{"id":"{{Samples.Bot}}","name":"IntroBot"}""")));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(app.Turns);
    }

    private static Task<TeamsApp> Quiet() => TeamsApp.Start(Samples.Answers(new Answer.Done()));

    private static async Task<Turn> Said(TeamsApp app, JsonObject activity)
    {
        using var answer = await app.Send(activity);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Assert.Single(app.Turns);
    }
}
