using System.Text.Json.Nodes;
using IntroBot.Playground.Teams;

namespace IntroBot.Tests.Playground;

/// <summary>What the Connector answers to every kind of call, good and bad.</summary>
public sealed class TeamsConnectorAnswers : IDisposable
{
    private static readonly string EmmaChat = "a:" + Maison.Emma[3..];
    private static readonly string JackChat = "a:" + Maison.Jack[3..];
    private readonly TeamsStubBot bot = new(new() { Limits = TeamsLimits.Unpaced });

    public void Dispose() => bot.Dispose();

    /// <summary>Where a message goes, what it is, and what comes of it.</summary>
    private static readonly Dictionary<string, (string To, string Activity, int Status, string Code)> Sends = new()
    {
        ["a text"] = (EmmaChat, """{"type":"message","text":"hello"}""", 201, ""),
        ["a card"] = (EmmaChat, With(TeamsStubBot.Card), 201, ""),
        ["into a channel"] = (Maison.Tech, """{"type":"message","text":"hello"}""", 201, ""),
        ["typing"] = (EmmaChat, """{"type":"typing"}""", 202, ""),
        ["text and card"] = (EmmaChat, With(TeamsStubBot.Card, "\"text\":\"hello\","), 202, ""),
        ["nothing"] = (EmmaChat, """{"type":"message"}""", 400, "BadSyntax"),
        ["blank text"] = (EmmaChat, """{"type":"message","text":" "}""", 400, "BadSyntax"),
        ["no JSON"] = (EmmaChat, "{", 400, "BadSyntax"),
        ["a key twice"] = (EmmaChat, """{"type":"message","text":"a","text":"b"}""", 400, "BadSyntax"),
        ["a null"] = (EmmaChat, """{"type":"message","text":"hello","attachments":null}""", 400, "BadSyntax"),
        ["a null inside a card"] = (EmmaChat, With("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"a","color":null}]}"""), 400, "BadSyntax"),
        ["an event"] = (EmmaChat, """{"type":"event","text":"hello"}""", 400, "BadArgument"),
        ["a misspelt property"] = (EmmaChat, """{"type":"message","text":"hello","atachments":[]}""", 400, "BadArgument"),
        ["from somebody else"] = (EmmaChat, """{"type":"message","text":"hello","from":{"id":"28:other"}}""", 400, "BadArgument"),
        ["for another conversation"] = (EmmaChat, """{"type":"message","text":"hello","conversation":{"id":"a:other"}}""", 400, "BadArgument"),
        ["an unknown format"] = (EmmaChat, """{"type":"message","text":"hello","textFormat":"html"}""", 400, "BadArgument"),
        ["an unknown attachment"] = (EmmaChat, """{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.adaptive.card","content":{}}]}""", 400, "BadArgument"),
        ["a wrong card"] = (EmmaChat, With("""{"type":"AdaptiveCard","version":"1.6","body":[]}"""), 400, "BadArgument"),
        ["a mention"] = (Maison.Tech, """{"type":"message","text":"<at>Léa</at> hello","entities":[{"type":"mention","text":"<at>Léa</at>","mentioned":{"id":"29:1LeaMoreau-hG6pWf3jQx8Va","name":"Léa"}}]}""", 201, ""),
        ["a mention that does not stand in the text"] = (Maison.Tech, """{"type":"message","text":"Léa hello","entities":[{"type":"mention","text":"<at>Léa</at>","mentioned":{"id":"29:1LeaMoreau-hG6pWf3jQx8Va","name":"Léa"}}]}""", 400, "BadArgument"),
        ["a mention without entity"] = (Maison.Tech, """{"type":"message","text":"<at>Léa</at> hello"}""", 400, "BadArgument"),
        ["a mention of nobody there"] = (Maison.Tech, """{"type":"message","text":"<at>Sam</at>","entities":[{"type":"mention","text":"<at>Sam</at>","mentioned":{"id":"29:1SamStranger-fR8iYm4dLw","name":"Sam"}}]}""", 400, "BadArgument"),
        ["a mention by address"] = (Maison.Tech, """{"type":"message","text":"<at>Léa</at>","entities":[{"type":"mention","text":"<at>Léa</at>","mentioned":{"id":"lea@example.test","name":"Léa"}}]}""", 400, "BadArgument"),
        ["not installed"] = (JackChat, """{"type":"message","text":"hello"}""", 403, "BotNotInConversationRoster"),
        ["a chat without the bot"] = (Maison.EmmaAndJack, """{"type":"message","text":"hello"}""", 403, "BotNotInConversationRoster"),
        ["no such chat"] = ("a:1nobody", """{"type":"message","text":"hello"}""", 404, "ConversationNotFound"),
        ["no such thread"] = (Maison.Tech + ";messageid=1", """{"type":"message","text":"hello"}""", 404, "ConversationNotFound"),
        ["another tenant's channel"] = (Maison.TeamElsewhere, """{"type":"message","text":"hello"}""", 404, "ConversationNotFound"),
    };

    public static TheoryData<string> SendNames => [.. Sends.Keys];

    [Theory]
    [MemberData(nameof(SendNames))]
    public async Task A_message_is_taken_or_refused(string name)
    {
        bot.Teams.PersonalChat(Maison.Emma);
        bot.Teams.PersonalChat(Maison.Jack);
        var (to, activity, status, code) = Sends[name];
        var answer = await bot.Send(to, activity);
        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.Equal(status == 201, answer.Body?["id"] is not null);
        Assert.Equal(name == "text and card" ? 2 : status == 201 ? 1 : 0, bot.Teams.Posts(to).Count(post => post.Bot));
    }

    private static readonly Dictionary<string, (string Body, int Status, string Code)> Creates = new()
    {
        ["a chat"] = ($$$"""{"isGroup":false,"members":[{"id":"{{{Maison.Emma}}}"}],"tenantId":"{{{Maison.Tenant}}}"}""", 201, ""),
        ["a chat with its first message"] = ($$$"""{"isGroup":false,"bot":{"id":"28:7c0e3b52-41d9-4f6a-8b3e-90a1d2c4e5f6"},"members":[{"id":"{{{Maison.Emma}}}"}],"tenantId":"{{{Maison.Tenant}}}","activity":{"type":"message","text":"hi"}}""", 201, ""),
        ["by a team that has the app"] = ($$$"""{"isGroup":false,"members":[{"id":"{{{Maison.Jack}}}"}],"tenantId":"{{{Maison.Tenant}}}"}""", 201, ""),
        ["without tenant"] = ($$$"""{"isGroup":false,"members":[{"id":"{{{Maison.Emma}}}"}]}""", 400, "BadSyntax"),
        ["with a null"] = ($$$"""{"isGroup":false,"members":[{"id":"{{{Maison.Emma}}}"}],"tenantId":"{{{Maison.Tenant}}}","topicName":null}""", 400, "BadSyntax"),
        ["of another tenant"] = ($$$"""{"isGroup":false,"members":[{"id":"{{{Maison.Emma}}}"}],"tenantId":"{{{Maison.Elsewhere}}}"}""", 400, "BadArgument"),
        ["by another bot"] = ($$$"""{"isGroup":false,"bot":{"id":"28:other"},"members":[{"id":"{{{Maison.Emma}}}"}],"tenantId":"{{{Maison.Tenant}}}"}""", 400, "BadArgument"),
        ["with nobody"] = ($$$"""{"isGroup":false,"members":[],"tenantId":"{{{Maison.Tenant}}}"}""", 400, "BadSyntax"),
        ["with two"] = ($$$"""{"isGroup":false,"members":[{"id":"{{{Maison.Emma}}}"},{"id":"{{{Maison.Jack}}}"}],"tenantId":"{{{Maison.Tenant}}}"}""", 400, "BadSyntax"),
        ["by address"] = ($$$"""{"isGroup":false,"members":[{"id":"emma@example.test"}],"tenantId":"{{{Maison.Tenant}}}"}""", 400, "BadArgument"),
        ["by object id"] = ($$$"""{"isGroup":false,"members":[{"id":"e0000001-0000-4000-8000-000000000001"}],"tenantId":"{{{Maison.Tenant}}}"}""", 400, "BadArgument"),
        ["with a stranger"] = ($$$"""{"isGroup":false,"members":[{"id":"{{{Maison.Stranger}}}"}],"tenantId":"{{{Maison.Tenant}}}"}""", 400, "BadArgument"),
        ["a thread"] = ($$$"""{"isGroup":true,"channelData":{"channel":{"id":"{{{Maison.Thanks}}}"}},"tenantId":"{{{Maison.Tenant}}}","activity":{"type":"message","text":"hi"}}""", 201, ""),
        ["a thread without activity"] = ($$$"""{"isGroup":true,"channelData":{"channel":{"id":"{{{Maison.Thanks}}}"}},"tenantId":"{{{Maison.Tenant}}}"}""", 400, "BadSyntax"),
        ["a thread with members"] = ($$$"""{"isGroup":true,"members":[{"id":"{{{Maison.Emma}}}"}],"channelData":{"channel":{"id":"{{{Maison.Thanks}}}"}},"tenantId":"{{{Maison.Tenant}}}","activity":{"type":"message","text":"hi"}}""", 400, "BadSyntax"),
        ["a thread with text and card"] = ($$$"""{"isGroup":true,"channelData":{"channel":{"id":"{{{Maison.Thanks}}}"}},"tenantId":"{{{Maison.Tenant}}}","activity":{{{With(TeamsStubBot.Card, "\"text\":\"hi\",")}}}}""", 400, "BadSyntax"),
        ["a group chat"] = ($$$"""{"isGroup":true,"members":[{"id":"{{{Maison.Emma}}}"},{"id":"{{{Maison.Jack}}}"}],"tenantId":"{{{Maison.Tenant}}}","activity":{"type":"message","text":"hi"}}""", 400, "BadSyntax"),
        ["a thread in no channel"] = ($$$"""{"isGroup":true,"channelData":{"channel":{"id":"19:none@thread.tacv2"}},"tenantId":"{{{Maison.Tenant}}}","activity":{"type":"message","text":"hi"}}""", 404, "ConversationNotFound"),
        ["something unknown"] = ($$$"""{"isGroup":false,"members":[{"id":"{{{Maison.Emma}}}"}],"tenantId":"{{{Maison.Tenant}}}","memberz":[]}""", 400, "BadArgument"),
    };

    public static TheoryData<string> CreateNames => [.. Creates.Keys];

    [Theory]
    [MemberData(nameof(CreateNames))]
    public async Task A_conversation_is_made_or_refused(string name)
    {
        var (body, status, code) = Creates[name];
        var answer = await bot.Call("POST", "conversations", body);
        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_chat_is_the_same_however_often_it_is_made_and_a_thread_is_new()
    {
        var (_, _, one) = await bot.Call("POST", "conversations", Creates["a chat"].Body);
        var (_, _, two) = await bot.Call("POST", "conversations", Creates["a chat with its first message"].Body);
        Assert.Equal(EmmaChat, (string?)one!["id"]);
        Assert.Equal(EmmaChat, (string?)two!["id"]);
        Assert.Null(two["activityId"]);
        Assert.Equal("hi", Assert.Single(bot.Teams.Personal(Maison.Emma)).Text);
        var (_, _, thread) = await bot.Call("POST", "conversations", Creates["a thread"].Body);
        Assert.Equal($"{Maison.Thanks};messageid={thread!["activityId"]}", (string?)thread["id"]);
        Assert.Equal(201, (await bot.Send((string)thread["id"]!, """{"type":"message","text":"and again"}""")).Status);
        Assert.Equal(["hi", "and again"], bot.Teams.Thread(Maison.Thanks, (string)thread["activityId"]!).Select(post => post.Text));
    }

    [Fact]
    public async Task Somebody_without_the_app_in_any_team_cannot_be_reached_and_nobody_who_blocked_it()
    {
        bot.Teams.Change(state => state.Installed.Remove(Maison.Team));
        Assert.Equal((403, "BotNotInConversationRoster"), await Short(bot.Call("POST", "conversations", Creates["by a team that has the app"].Body)));
        bot.Teams.Block(Maison.Emma);
        Assert.Equal((403, "ConversationBlockedByUser"), await Short(bot.Call("POST", "conversations", Creates["a chat"].Body)));
        bot.Teams.PersonalChat(Maison.Emma);
        Assert.Equal((403, "MessageWritesBlocked"), await Short(bot.Send(EmmaChat, """{"type":"message","text":"x"}""")));
    }

    [Fact]
    public async Task Own_messages_change_and_go_others_do_not()
    {
        var post = await bot.Posted(Maison.Tech);
        var own = $"conversations/{Uri.EscapeDataString(post.Conversation)}/activities/{post.Id}";
        Assert.Equal((200, ""), await Short(bot.Call("PUT", own, """{"type":"message","text":"now a text"}""")));
        var changed = Assert.Single(bot.Teams.Posts(Maison.Tech));
        Assert.Equal(("now a text", null, true), (changed.Text, changed.Card, changed.Edited));
        Assert.Equal((400, "BadArgument"), await Short(bot.Call("PUT", own, With(TeamsStubBot.Card, "\"text\":\"both\","))));
        Assert.Equal((400, "BadArgument"), await Short(bot.Call("PUT", own + "?isTargetedActivity=true", """{"type":"message","text":"x"}""")));
        Assert.Equal((404, "ActivityNotFoundInConversation"), await Short(bot.Call("PUT", $"conversations/{Uri.EscapeDataString(Maison.Tech)}/activities/{post.Id}", """{"type":"message","text":"not by the channel"}""")));
        await bot.Teams.MentionInChannel(Maison.Lea, Maison.Tech, "hello");
        var hers = bot.Teams.Posts(Maison.Tech)[^1];
        Assert.Equal((403, "NotEnoughPermissions"), await Short(bot.Call("DELETE", $"conversations/{Uri.EscapeDataString(hers.Conversation)}/activities/{hers.Id}")));
        Assert.Equal((200, ""), await Short(bot.Call("DELETE", own)));
        Assert.Equal((404, "ActivityNotFoundInConversation"), await Short(bot.Call("DELETE", own)));
        Assert.Equal([hers], bot.Teams.Posts(Maison.Tech));
    }

    [Fact]
    public async Task Members_come_in_pages_until_none_is_left()
    {
        bot.Teams.Options = bot.Teams.Options with { Limits = TeamsLimits.Unpaced with { ServedPage = 3 } };
        var roster = $"conversations/{Uri.EscapeDataString(Maison.Tech)}/pagedmembers?pageSize=50";
        var names = new List<string?>();
        string? token = null;
        do
        {
            var (status, _, page) = await bot.Call("GET", token is null ? roster : $"{roster}&continuationToken={Uri.EscapeDataString(token)}");
            Assert.Equal(200, status);
            names.AddRange(page!["members"]!.AsArray().Select(member => (string?)member!["name"]));
            token = (string?)page["continuationToken"];
        }
        while (token is not null);
        Assert.Equal(7, names.Distinct().Count());
        Assert.Equal(7, names.Count);
    }

    [Theory]
    [InlineData("pageSize=49", 400)]
    [InlineData("pageSize=50", 200)]
    [InlineData("pageSize=500", 200)]
    [InlineData("pageSize=501", 400)]
    [InlineData("pageSize=many", 400)]
    [InlineData("continuationToken=made-up", 400)]
    public async Task A_page_has_its_bounds(string query, int status) =>
        Assert.Equal(status, (await bot.Call("GET", $"conversations/{Uri.EscapeDataString(Maison.Tech)}/pagedmembers?{query}")).Status);

    [Theory]
    [InlineData("29:1GusGuest-aN5oTz1gUk7Bs", 200, "guest")]
    [InlineData("e0000001-0000-4000-8000-000000000001", 200, "user")]
    [InlineData("emma@example.test", 200, "user")]
    [InlineData("29:1SamStranger-fR8iYm4dLw", 404, "MemberNotFoundInConversation")]
    [InlineData("gus@elsewhere.test", 404, "MemberNotFoundInConversation")]
    public async Task One_member_is_found_by_id_object_or_principal_name(string asked, int status, string roleOrCode)
    {
        var (answered, code, member) = await bot.Call("GET", $"conversations/{Uri.EscapeDataString(Maison.Tech)}/members/{Uri.EscapeDataString(asked)}");
        Assert.Equal((status, roleOrCode), (answered, status == 200 ? (string?)member!["userRole"] : code));
    }

    [Fact]
    public async Task A_team_tells_its_channels_and_leaves_General_without_a_name()
    {
        var (_, _, channels) = await bot.Call("GET", $"teams/{Uri.EscapeDataString(Maison.Team)}/conversations");
        Assert.Equal([null, "Recruiting tech", "Recruiting", "Thanks"], channels!["conversations"]!.AsArray().Select(channel => (string?)channel!["name"]));
        bot.Teams.Change(state => state.Installed.Remove(Maison.Team));
        Assert.Equal((403, "BotNotInConversationRoster"), await Short(bot.Call("GET", $"teams/{Uri.EscapeDataString(Maison.Team)}")));
    }

    [Fact]
    public async Task What_Teams_does_not_offer_is_501_and_what_nobody_offers_404()
    {
        Assert.Equal((501, "NotImplemented"), await Short(bot.Call("GET", "conversations")));
        Assert.Equal((501, "NotImplemented"), await Short(bot.Call("POST", $"conversations/{Uri.EscapeDataString(Maison.Tech)}/activities/history", "{}")));
        Assert.Equal((404, "NotFound"), await Short(bot.Call("GET", "attachments")));
    }

    [Fact]
    public async Task A_message_is_at_most_100_KB_in_UTF_16_pictures_inside_not_counted()
    {
        bot.Teams.PersonalChat(Maison.Emma);
        var frame = """{"type":"message","text":""}""".Length;
        string Text(int chars) => $$"""{"type":"message","text":"{{new string('é', chars - frame)}}"}""";
        Assert.Equal(201, (await bot.Send(EmmaChat, Text(51_200))).Status);
        Assert.Equal((413, "MessageSizeTooBig"), await Short(bot.Send(EmmaChat, Text(51_201))));
        var picture = $$"""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Image","url":"data:image/png;base64,{{new string('A', 60_000)}}"}]}""";
        Assert.Equal(201, (await bot.Send(EmmaChat, With(picture))).Status);
    }

    [Fact]
    public async Task The_bot_may_react()
    {
        await bot.Teams.MentionInChannel(Maison.Lea, Maison.Tech, "hello");
        var post = bot.Teams.Posts(Maison.Tech)[^1];
        var reaction = $"conversations/{Uri.EscapeDataString(post.Conversation)}/activities/{post.Id}/reactions/";
        Assert.Equal((200, ""), await Short(bot.Call("PUT", reaction + "heart")));
        Assert.Equal("heart", Assert.Single(bot.Teams.Posts(Maison.Tech)[^1].Reactions).Type);
        Assert.Equal((200, ""), await Short(bot.Call("DELETE", reaction + "heart")));
        Assert.Equal((400, "BadArgument"), await Short(bot.Call("PUT", reaction + "shrug")));
        Assert.Empty(bot.Teams.Posts(Maison.Tech)[^1].Reactions);
    }

    private static string With(string card, string also = "") => $$"""{"type":"message",{{also}}"attachments":[{{TeamsStubBot.Adaptive(card)}}]}""";

    private static async Task<(int Status, string Code)> Short(Task<(int Status, string Code, JsonNode? Body)> call) => await call is var (status, code, _) ? (status, code) : default;
}
