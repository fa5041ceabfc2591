using System.Text.Json.Nodes;
using IntroBot.Playground.Teams;
using IntroBot.Playground.Teams.State;

namespace IntroBot.Tests.Playground;

/// <summary>What people do, what the bot hears of it, and what they see.</summary>
public sealed class TeamsPeople : IDisposable
{
    private const string Form = """
        {"type":"AdaptiveCard","version":"1.5","body":[
          {"type":"Input.Text","id":"contact","label":"Who","isRequired":true,"errorMessage":"Say who","maxLength":80},
          {"type":"Input.ChoiceSet","id":"agreement","label":"Agreed","value":"agreed","choices":[{"title":"Yes","value":"agreed"},{"title":"Not yet","value":"not-yet"}]},
          {"type":"Input.Toggle","id":"urgent","title":"Urgent"},
          {"type":"Input.Text","id":"note","label":"Note"}],
         "actions":[{"type":"Action.Submit","title":"Introduce","data":{"step":"introduce","nonce":"n1"}}]}
        """;

    private const string Buttons = """
        {"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"Ada"}],"actions":[
          {"type":"Action.Execute","id":"c","title":"Claim","verb":"claim","data":{"introduction":"i1"}},
          {"type":"Action.Execute","title":"Withdraw","verb":"withdraw","data":{"introduction":"i1"}},
          {"type":"Action.Execute","title":"Withdraw too","verb":"withdraw","data":{"introduction":"i2"}},
          {"type":"Action.Submit","title":"Contact","data":{"step":"contact","introduction":"i1","msteams":{"type":"task/fetch"}}},
          {"type":"Action.Submit","title":"Help","data":{"step":"help"}},
          {"type":"Action.Submit","title":"Say it","data":{"msteams":{"type":"imBack","value":"my introductions"}}}]}
        """;

    private readonly TeamsStubBot bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task A_word_in_the_personal_chat_arrives_as_Teams_sends_it()
    {
        Assert.True((await bot.Teams.SayInPersonalChat(Maison.Emma, "bonjour")).Ok);
        var request = bot.Requests.Single();
        Assert.Equal("/api/messages", request.RequestUri!.AbsolutePath);
        Assert.Equal((bot.Teams.PersonalChat(Maison.Emma), Maison.Tenant), (request.Headers.GetValues("x-ms-conversation-id").Single(), request.Headers.GetValues("x-ms-tenant-id").Single()));
        var id = bot.Teams.Personal(Maison.Emma).Single().Id;
        Assert.Equal(
            $$$"""{"type":"message","id":"{{{id}}}","timestamp":"2026-11-23T20:00:00.000Z","localTimestamp":"2026-11-23T21:00:00.000+01:00","localTimezone":"Europe/Paris","serviceUrl":"https://smba.playground.test/amer/{{{Maison.Tenant}}}/","channelId":"msteams","from":{"id":"{{{Maison.Emma}}}","name":"Emma Petit","aadObjectId":"e0000001-0000-4000-8000-000000000001"},"conversation":{"conversationType":"personal","tenantId":"{{{Maison.Tenant}}}","id":"{{{bot.Teams.PersonalChat(Maison.Emma)}}}"},"recipient":{"id":"28:7c0e3b52-41d9-4f6a-8b3e-90a1d2c4e5f6","name":"IntroBot"},"entities":[{"type":"clientInfo","locale":"fr-FR","country":"FR","platform":"Web","timezone":"Europe/Paris"}],"channelData":{"tenant":{"id":"{{{Maison.Tenant}}}"}},"locale":"fr-FR","text":"bonjour","textFormat":"plain"}""",
            bot.Heard.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public async Task A_mention_in_a_channel_begins_a_thread_and_the_rest_of_the_channel_is_not_heard()
    {
        await bot.Teams.Say(Maison.Emma, Maison.General, "nothing for a bot");
        await bot.Teams.Say(Maison.Emma, Maison.General, "hello <at>Jack Osei</at>");
        Assert.Empty(bot.Received);
        await bot.Teams.MentionInChannel(Maison.Emma, Maison.General, "ask <at>Léa Moreau</at> & co");
        var root = bot.Teams.Posts(Maison.General)[^1];
        Assert.Equal($"{Maison.General};messageid={root.Id}", (string?)bot.Heard["conversation"]!["id"]);
        Assert.Equal(("channel", Maison.Team, Maison.General), ((string?)bot.Heard["conversation"]!["conversationType"], (string?)bot.Heard["channelData"]!["team"]!["id"], (string?)bot.Heard["channelData"]!["channel"]!["id"]));
        Assert.Equal("<at>IntroBot</at> ask <at>Léa Moreau</at> & co", (string?)bot.Heard["text"]);
        Assert.Equal([bot.Teams.Options.BotId, Maison.Lea, null], bot.Heard["entities"]!.AsArray().Select(entity => (string?)entity!["mentioned"]?["id"]));
        Assert.Contains("itemid=\"1\">L&#233;a Moreau</span> &amp; co", (string)bot.Heard["attachments"]![0]!["content"]!, StringComparison.Ordinal);
        await bot.Teams.MentionInChannel(Maison.Jack, Maison.General, "me too", root.Id);
        Assert.Equal(2, bot.Teams.Thread(Maison.General, root.Id).Count);
        Assert.Equal($"{Maison.General};messageid={root.Id}", (string?)bot.Heard["conversation"]!["id"]);
    }

    [Fact]
    public async Task Nobody_speaks_where_they_are_not()
    {
        Assert.False((await bot.Teams.Say(Maison.Stranger, Maison.General, "hello")).Ok);
        Assert.False((await bot.Teams.Say(Maison.Emma, bot.Teams.PersonalChat(Maison.Lea), "hello")).Ok);
        Assert.Empty(bot.Received);
        bot.Teams.Change(state => state.Installed.Add(Maison.Stranger));
        await bot.Teams.SayInPersonalChat(Maison.Stranger, "hello");
        Assert.Equal(Maison.Elsewhere, (string?)bot.Heard["conversation"]!["tenantId"]);
        Assert.EndsWith($"/amer/{Maison.Elsewhere}/", (string)bot.Heard["serviceUrl"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Execute_is_answered_to_its_presser_alone()
    {
        var post = await bot.Posted(Maison.Tech, Buttons);
        bot.AnswersWith("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Taken already."}""");
        Assert.Equal("Taken already.", (await bot.Teams.PressExecute(Maison.Ravi, post, "withdraw", data: data => (string?)data!["introduction"] == "i2")).Text);
        Assert.Equal("""{"action":{"type":"Action.Execute","title":"Withdraw too","verb":"withdraw","data":{"introduction":"i2"}},"trigger":"manual"}""", bot.Heard["value"]!.ToJsonString());
        Assert.Equal(("invoke", "adaptiveCard/action", post.Id, post.Conversation), ((string?)bot.Heard["type"], (string?)bot.Heard["name"], (string?)bot.Heard["replyToId"], (string?)bot.Heard["conversation"]!["id"]));
        bot.AnswersWith($$"""{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{{TeamsStubBot.Card}}}""");
        Assert.NotNull((await bot.Teams.PressExecute(Maison.Lea, post, "claim")).Card);
        Assert.Single(bot.Teams.CardFor(Maison.Lea, post)!["actions"]!.AsArray());
        Assert.Equal(6, bot.Teams.CardFor(Maison.Ravi, post)!["actions"]!.AsArray().Count);
        await bot.Call("PUT", $"conversations/{Uri.EscapeDataString(post.Conversation)}/activities/{post.Id}", """{"type":"message","text":"done"}""");
        Assert.Null(bot.Teams.CardFor(Maison.Lea, bot.Teams.Posts(Maison.Tech)[0]));
    }

    [Theory]
    [InlineData("""{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"Not for you."}}""", "Not for you.")]
    [InlineData("""{"statusCode":200,"type":"application/vnd.microsoft.adaptive.card","value":{}}""", "statusCode 200 with the type application/vnd.microsoft.adaptive.card is not known")]
    [InlineData("""{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard"}}""", "the card is not valid")]
    [InlineData("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":""}""", "a text was expected")]
    [InlineData("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"a","more":null}""", "an explicit null stands at .more")]
    [InlineData("""{"status":200,"body":{}}""", "unknown property status")]
    [InlineData("", "the answer is not a JSON object")]
    [InlineData("{}", "statusCode is missing")]
    public async Task An_answer_that_is_an_error_or_makes_none_is_seen_as_one(string answer, string why)
    {
        var post = await bot.Posted(Maison.Tech);
        bot.AnswersWith(answer);
        Assert.Contains(why, (await bot.Teams.PressExecute(Maison.Lea, post, "claim")).Why!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_that_the_bot_refuses_by_status_cannot_reach_it()
    {
        var post = await bot.Posted(Maison.Tech);
        bot.AnswersWith("", 403);
        Assert.Equal(("Unable to reach app", 403), await bot.Teams.PressExecute(Maison.Lea, post, "claim") is var seen ? (seen.Why, seen.Status) : default);
        Assert.Single(bot.Received);
        Assert.StartsWith("There is no Action.Execute 'pass'", (await bot.Teams.PressExecute(Maison.Lea, post, "pass")).Why, StringComparison.Ordinal);
        Assert.Equal("There is no such message", (await bot.Teams.PressExecute(Maison.Stranger, post, "claim")).Why);
    }

    [Fact]
    public async Task A_Submit_is_a_message_with_a_value_unless_it_says_otherwise()
    {
        var post = await bot.Posted(Maison.Tech, Buttons);
        await bot.Teams.PressSubmit(Maison.Lea, post, "help");
        Assert.Equal(("message", null, """{"step":"help"}""", post.Id), ((string?)bot.Heard["type"], (string?)bot.Heard["text"], bot.Heard["value"]!.ToJsonString(), (string?)bot.Heard["replyToId"]));
        await bot.Teams.PressSubmit(Maison.Lea, post, "Say it");
        Assert.Equal(("my introductions", null), ((string?)bot.Heard["text"], bot.Heard["value"]));
        Assert.Equal("my introductions", bot.Teams.Posts(Maison.Tech)[^1].Text);
    }

    [Fact]
    public async Task A_form_in_plain_chat_sends_its_inputs_and_the_client_checks_them_first()
    {
        var post = await bot.Posted(bot.Teams.PersonalChat(Maison.Emma), Form);
        var refused = await bot.Teams.PressSubmit(Maison.Emma, post, "introduce");
        Assert.Equal("Say who", refused.Errors["contact"]);
        Assert.Contains("agreement", (await bot.Teams.PressSubmit(Maison.Emma, post, "introduce", new Dictionary<string, string?> { ["contact"] = "Ada", ["agreement"] = "maybe" })).Errors.Keys);
        Assert.Contains("contact", (await bot.Teams.PressSubmit(Maison.Emma, post, "introduce", new Dictionary<string, string?> { ["contact"] = new string('x', 81) })).Errors.Keys);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bot.Teams.PressSubmit(Maison.Emma, post, "introduce", new Dictionary<string, string?> { ["nobody"] = "asked" }));
        Assert.Empty(bot.Received);
        await bot.Teams.PressSubmit(Maison.Emma, post, "introduce", new Dictionary<string, string?> { ["contact"] = "Ada" });
        Assert.Equal("""{"step":"introduce","nonce":"n1","agreement":"agreed","urgent":"false","contact":"Ada"}""", bot.Heard["value"]!.ToJsonString());
    }

    [Fact]
    public async Task A_dialog_opens_is_submitted_says_something_and_closes()
    {
        var post = await bot.Posted(Maison.Tech, Buttons);
        bot.AnswersWith(Continue(Form));
        var opened = await bot.Teams.PressSubmit(Maison.Lea, post, "contact");
        Assert.Equal(("task/fetch", post.Id), ((string?)bot.Heard["name"], (string?)bot.Heard["replyToId"]));
        Assert.Equal("""{"data":{"step":"contact","introduction":"i1","msteams":{"type":"task/fetch"}},"context":{"theme":"default"}}""", bot.Heard["value"]!.ToJsonString());
        Assert.Equal(("A form", "agreed"), (opened.Dialog!.Title, opened.Dialog.Values["agreement"]));
        Assert.Equal("Say who", (await bot.Teams.SubmitDialog(Maison.Lea)).Errors["contact"]);
        bot.AnswersWith("""{"task":{"type":"message","value":"Thank you."}}""");
        Assert.Equal("Thank you.", (await bot.Teams.SubmitDialog(Maison.Lea, new Dictionary<string, string?> { ["contact"] = "Ada" })).Text);
        Assert.Equal("task/submit", (string?)bot.Heard["name"]);
        Assert.Equal("Ada", (string?)bot.Heard["value"]!["data"]!["contact"]);
        Assert.False((await bot.Teams.SubmitDialog(Maison.Lea)).Ok);
        bot.Teams.CloseDialog(Maison.Lea);
        Assert.Null(bot.Teams.Dialog(Maison.Lea));
        bot.AnswersWith(Continue(Form));
        await bot.Teams.PressSubmit(Maison.Lea, post, "contact");
        bot.AnswersWith("");
        Assert.Null((await bot.Teams.SubmitDialog(Maison.Lea, new Dictionary<string, string?> { ["contact"] = "Ada" })).Dialog);
    }

    [Fact]
    public async Task A_dialog_whose_submission_fails_stays_open()
    {
        var post = await bot.Posted(Maison.Tech, Buttons);
        bot.AnswersWith(Continue(Form));
        await bot.Teams.PressSubmit(Maison.Lea, post, "contact");
        bot.AnswersWith("", 500);
        Assert.Equal("Unable to reach app", (await bot.Teams.SubmitDialog(Maison.Lea, new Dictionary<string, string?> { ["contact"] = "Ada" })).Why);
        Assert.NotNull(bot.Teams.Dialog(Maison.Lea));
    }

    [Theory]
    [InlineData("", "a task was expected")]
    [InlineData("{}", "a task was expected")]
    [InlineData("""{"task":{"type":"continue","value":{"title":"A","width":"huge","card":{}}}}""", "the dialog's width")]
    [InlineData("""{"task":{"type":"continue","value":{"title":"A","url":"https://a.test/"}}}""", "a dialog needs a card")]
    [InlineData("""{"task":{"type":"continue","value":{"title":"A","card":{"contentType":"application/vnd.microsoft.adaptive.card","content":{}}}}}""", "not application/vnd.microsoft.card.adaptive")]
    [InlineData("""{"task":{"type":"open","value":{}}}""", "neither continue nor message")]
    [InlineData("""{"task":{"type":"message","value":{"text":"a"}}}""", "a text was expected")]
    [InlineData("""{"composeExtension":{"type":"result","attachmentLayout":"list","attachments":[]}}""", "neither a task")]
    public async Task A_dialog_that_cannot_be_shown_is_an_error(string answer, string why)
    {
        var post = await bot.Posted(Maison.Tech, Buttons);
        bot.AnswersWith(answer);
        Assert.Contains(why, (await bot.Teams.PressSubmit(Maison.Lea, post, "contact")).Why!, StringComparison.Ordinal);
        Assert.Null(bot.Teams.Dialog(Maison.Lea));
    }

    [Fact]
    public async Task The_message_extension_works_from_a_message_where_the_bot_is_not()
    {
        var post = bot.Teams.Posts(Maison.EmmaAndJack).Single();
        bot.AnswersWith(Continue(Form));
        Assert.True((await bot.Teams.OpenMessageExtension(Maison.Emma, "introduce", "message", post: post)).Ok);
        var value = bot.Heard["value"]!;
        Assert.Equal(("composeExtension/fetchTask", "introduce", "message", "compose"), ((string?)bot.Heard["name"], (string?)value["commandId"], (string?)value["commandContext"], (string?)bot.Heard["channelData"]!["source"]!["name"]));
        Assert.Contains("data engineer from Lyon", (string)value["messagePayload"]!["body"]!["content"]!, StringComparison.Ordinal);
        Assert.Equal("Jack Osei", (string?)value["messagePayload"]!["from"]!["user"]!["displayName"]);
        bot.AnswersWith("{}");
        await bot.Teams.SubmitMessageExtension(Maison.Emma, new Dictionary<string, string?> { ["contact"] = "Ada" });
        Assert.Equal(("composeExtension/submitAction", "Ada", "message"), ((string?)bot.Heard["name"], (string?)bot.Heard["value"]!["data"]!["contact"], (string?)bot.Heard["value"]!["commandContext"]));
        Assert.Null(bot.Teams.Dialog(Maison.Emma));
        Assert.Equal("BotNotInConversationRoster", (await bot.Send(Maison.EmmaAndJack, """{"type":"message","text":"x"}""")).Code);
    }

    [Theory]
    [InlineData("compose", "introduce", true)]
    [InlineData("commandBox", "introduce", true)]
    [InlineData("compose", "mine", false)]
    [InlineData("compose", "unknown", false)]
    [InlineData("message", "introduce", false)]
    [InlineData("sidebar", "introduce", false)]
    public async Task Only_declared_commands_stand_where_they_were_declared(string context, string command, bool there)
    {
        bot.AnswersWith(Continue(Form));
        Assert.Equal(there, (await bot.Teams.OpenMessageExtension(Maison.Emma, command, context)).Ok);
        Assert.Equal(there ? 1 : 0, bot.Received.Count);
    }

    [Fact]
    public async Task A_query_fills_the_compose_box_and_its_card_is_sent_as_ones_own()
    {
        var preview = """{"contentType":"application/vnd.microsoft.card.thumbnail","content":{"title":"Ada"}}""";
        var result = $$"""{"contentType":"application/vnd.microsoft.card.adaptive","content":{{TeamsStubBot.Card}},"preview":{{preview}}}""";
        bot.AnswersWith($$$"""{"composeExtension":{"type":"result","attachmentLayout":"list","attachments":[{{{result}}}]}}""");
        Assert.True((await bot.Teams.Query(Maison.Emma, "mine", conversation: Maison.General)).Ok);
        Assert.Equal("""[{"name":"initialRun","value":"true"}]""", bot.Heard["value"]!["parameters"]!.ToJsonString());
        Assert.True(bot.Teams.SendComposed(Maison.Emma).Ok);
        var post = bot.Teams.Posts(Maison.General)[^1];
        Assert.Equal((Maison.Emma, "Ada\nClaim"), (post.From, post.Shown));
        bot.AnswersWith($$$"""{"composeExtension":{"type":"result","attachmentLayout":"list","attachments":[{{{TeamsStubBot.Adaptive(TeamsStubBot.Card)}}}]}}""");
        Assert.Contains("no preview", (await bot.Teams.Query(Maison.Emma, "mine", "ada")).Why!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(14_336, true)]
    [InlineData(14_337, false)]
    public async Task A_result_card_is_at_most_28_KB(int chars, bool taken)
    {
        var frame = """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":""}]}""";
        var card = frame.Replace("\"text\":\"\"", $"\"text\":\"{new string('x', chars - frame.Length)}\"", StringComparison.Ordinal);
        bot.AnswersWith(Continue(Form));
        await bot.Teams.OpenMessageExtension(Maison.Emma, "introduce");
        bot.AnswersWith($$$"""{"composeExtension":{"type":"result","attachmentLayout":"list","attachments":[{{{TeamsStubBot.Adaptive(card)}}}]}}""");
        Assert.Equal(taken, (await bot.Teams.SubmitMessageExtension(Maison.Emma, new Dictionary<string, string?> { ["contact"] = "Ada" })).Ok);
        Assert.Equal(taken, bot.Teams.Composed(Maison.Emma) is not null);
    }

    [Fact]
    public async Task A_preview_comes_back_with_the_choice()
    {
        bot.AnswersWith(Continue(Form));
        await bot.Teams.OpenMessageExtension(Maison.Emma, "introduce");
        bot.AnswersWith(Preview(TeamsStubBot.Card));
        Assert.True((await bot.Teams.SubmitMessageExtension(Maison.Emma, new Dictionary<string, string?> { ["contact"] = "Ada" })).Composed!.IsPreview);
        bot.AnswersWith("");
        Assert.True((await bot.Teams.AnswerPreview(Maison.Emma, "send")).Ok);
        Assert.Equal("send", (string?)bot.Heard["value"]!["botMessagePreviewAction"]);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)bot.Heard["value"]!["botActivityPreview"]![0]!["attachments"]![0]!["contentType"]);
    }

    [Fact]
    public async Task A_reaction_to_the_bots_own_post_is_heard_no_other()
    {
        await bot.Teams.Say(Maison.Emma, Maison.Tech, "hello");
        await bot.Teams.React(Maison.Lea, bot.Teams.Posts(Maison.Tech)[0], "like");
        Assert.Empty(bot.Received);
        var post = await bot.Posted(Maison.Tech);
        await bot.Teams.React(Maison.Lea, post, "heart");
        Assert.Equal(("messageReaction", "heart", post.Id), ((string?)bot.Heard["type"], (string?)bot.Heard["reactionsAdded"]![0]!["type"], (string?)bot.Heard["replyToId"]));
        await bot.Teams.React(Maison.Lea, post, "heart", takenBack: true);
        Assert.Equal("heart", (string?)bot.Heard["reactionsRemoved"]![0]!["type"]);
        Assert.Empty(bot.Teams.Posts(Maison.Tech)[^1].Reactions);
    }

    [Fact]
    public async Task A_changed_message_is_heard_as_one()
    {
        await bot.Teams.SayInPersonalChat(Maison.Emma, "helo");
        await bot.Teams.Edit(Maison.Emma, bot.Teams.Personal(Maison.Emma)[0], "hello");
        Assert.Equal(("messageUpdate", "editMessage", "hello"), ((string?)bot.Heard["type"], (string?)bot.Heard["channelData"]!["eventType"], (string?)bot.Heard["text"]));
        Assert.False((await bot.Teams.Edit(Maison.Lea, bot.Teams.Personal(Maison.Emma)[0], "hers")).Ok);
    }

    [Fact]
    public async Task A_card_with_a_refresh_is_asked_anew_by_those_it_names_once_a_minute()
    {
        var post = await bot.Posted(Maison.Tech, $$$"""{"type":"AdaptiveCard","version":"1.5","body":[],"refresh":{"action":{"type":"Action.Execute","verb":"look"},"userIds":["{{{Maison.Lea}}}"]}}""");
        bot.AnswersWith($$"""{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{{TeamsStubBot.Card}}}""");
        Assert.Empty(await bot.Teams.Look(Maison.Ravi, Maison.Tech));
        Assert.True(Assert.Single(await bot.Teams.Look(Maison.Lea, Maison.Tech)).Ok);
        Assert.Equal(("automatic", "look"), ((string?)bot.Heard["value"]!["trigger"], (string?)bot.Heard["value"]!["action"]!["verb"]));
        Assert.NotNull(bot.Teams.CardFor(Maison.Lea, post)!["actions"]);
        Assert.Empty(await bot.Teams.Look(Maison.Lea, Maison.Tech));
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Single(await bot.Teams.Look(Maison.Lea, Maison.Tech));
    }

    [Fact]
    public void People_share_their_addresses_with_the_Slack_workspace()
    {
        using var slack = new IntroBot.Playground.Slack.SlackWorkspace();
        var there = slack.Read(world => world.People.Values.Where(person => !person.IsBot).Select(person => (person.Name, person.Email)).Order().ToArray());
        var here = bot.Teams.Read(state => state.People.Values.Where(person => person.TenantId == Maison.Tenant).Select(person => (person.Name, person.Email)).Order().ToArray());
        Assert.Equal(there, here);
    }

    private static string Continue(string card) =>
        """{"task":{"type":"continue","value":{"title":"A form","height":"medium","width":400,"card":""" + TeamsStubBot.Adaptive(card) + "}}}";

    private static string Preview(string card) => """{"composeExtension":{"type":"botMessagePreview","activityPreview":{"type":"message","attachments":[""" + TeamsStubBot.Adaptive(card) + "]}}}";
}
