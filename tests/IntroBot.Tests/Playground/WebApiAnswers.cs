using System.Text.Json.Nodes;
using IntroBot.Playground.Slack;
using IntroBot.Playground.Slack.State;

namespace IntroBot.Tests.Playground;

public sealed class WebApiAnswers : IDisposable
{
    private readonly StubBot bot = new();

    public void Dispose() => bot.Dispose();

    [Theory]
    [InlineData("chat.postMessage", """{"channel":"C0NOWHERE","text":"x"}""", "channel_not_found")]
    [InlineData("chat.postMessage", """{"channel":"#recruiting","text":"x"}""", "channel_not_found")]
    [InlineData("chat.postMessage", """{"channel":"U0NOBODY","text":"x"}""", "channel_not_found")]
    [InlineData("chat.postMessage", """{"channel":"C0HIDDEN","text":"x"}""", "channel_not_found")]
    [InlineData("chat.postMessage", """{"channel":"C0OTHER","text":"x"}""", "channel_not_found")]
    [InlineData("chat.postMessage", """{"channel":"C0OLD","text":"x"}""", "is_archived")]
    [InlineData("chat.postMessage", """{"channel":"C0TECH"}""", "no_text")]
    [InlineData("chat.postMessage", """{"channel":"C0TECH","blocks":[]}""", "no_text")]
    [InlineData("chat.postMessage", """{"channel":"C0TECH","blocks":{"type":"divider"}}""", "invalid_blocks_format")]
    [InlineData("chat.postMessage", """{"channel":"C0TECH","blocks":"[oops"}""", "invalid_blocks_format")]
    [InlineData("chat.postMessage", """{"channel":"C0TECH","text":"x","blocks":[{"type":"oops"}]}""", "invalid_blocks")]
    [InlineData("chat.postMessage", """{"channel":"C0TECH","text":"x","thread_ts":"1.2"}""", "cannot_reply_to_message")]
    [InlineData("chat.postMessage", """{"channel":"C0TECH","text":"x","metadata":{"event_type":"a"}}""", "invalid_metadata_format")]
    [InlineData("chat.postMessage", """{"channel":"C0TECH","text":"x","thread":"1.2"}""", "invalid_arguments")]
    [InlineData("chat.postMessage", """{"text":"x"}""", "invalid_arguments")]
    [InlineData("chat.postMessage", "[]", "json_not_object")]
    [InlineData("chat.postMessage", "{", "invalid_json")]
    [InlineData("chat.update", """{"channel":"C0TECH","ts":"1.2","text":"x"}""", "message_not_found")]
    [InlineData("chat.update", """{"channel":"U0EMMA","ts":"1.2","text":"x"}""", "channel_not_found")]
    [InlineData("chat.delete", """{"channel":"C0TECH","ts":"1.2"}""", "message_not_found")]
    [InlineData("chat.postEphemeral", """{"channel":"C0TECH","user":"U0EMMA","text":"x"}""", "user_not_in_channel")]
    [InlineData("chat.postEphemeral", """{"channel":"C0TECH","user":"U0NOBODY","text":"x"}""", "user_not_in_channel")]
    [InlineData("conversations.open", """{"users":"U0NOBODY"}""", "user_not_found")]
    [InlineData("conversations.open", """{"users":"U0GONE"}""", "user_disabled")]
    [InlineData("conversations.open", """{"users":"U0OTHER"}""", "user_not_visible")]
    [InlineData("conversations.open", "{}", "users_list_not_supplied")]
    [InlineData("conversations.open", """{"channel":"C0TECH"}""", "method_not_supported_for_channel_type")]
    [InlineData("conversations.join", """{"channel":"C0GENERAL"}""", "missing_scope")]
    [InlineData("reactions.add", """{"channel":"C0TECH","timestamp":"1.2","name":"tada"}""", "missing_scope")]
    [InlineData("views.publish", """{"user_id":"U0NOBODY","view":{"type":"home","blocks":[]}}""", "invalid_arguments")]
    [InlineData("views.update", """{"view_id":"V1","view":{}}""", "not_found")]
    [InlineData("users.info", """{"user":"U0EMMA"}""", "invalid_arguments")]
    [InlineData("chat.shout", "{}", "unknown_method")]
    public async Task A_wrong_call_gets_slacks_own_error(string method, string body, string error)
    {
        bot.Slack.Add(new Channel("C0HIDDEN", Demo.Team, "hidden") { Private = true, Members = [Demo.Omar] });
        bot.Slack.Add(new Channel("C0OLD", Demo.Team, "old") { Archived = true, Members = [bot.Slack.Options.BotUser] });
        bot.Slack.Add(new Person("U0GONE", Demo.Team, "Gone", "gone@example.test") { Deleted = true });
        bot.Slack.Change(world => { Demo.AddNeighbours(world); return true; });
        var answer = await bot.Call(method, body);
        Assert.Equal((false, error), ((bool)answer["ok"]!, (string)answer["error"]!));
        var call = bot.Slack.Calls[^1];
        Assert.Equal((method, false, false), (call.What, call.Ok, call.Accepted));
        Assert.StartsWith(error, call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("users.info?user=U0NOBODY", "user_not_found")]
    [InlineData("users.info", "invalid_arguments")]
    [InlineData("users.lookupByEmail?email=nobody@example.test", "users_not_found")]
    [InlineData("users.list", "limit_required")]
    [InlineData("users.list?limit=1000", "invalid_limit")]
    [InlineData("users.list?limit=10&cursor=oops", "invalid_cursor")]
    [InlineData("conversations.list?types=secret", "invalid_types")]
    [InlineData("conversations.list?types=mpim", "missing_scope")]
    [InlineData("conversations.info?channel=C0NOWHERE", "channel_not_found")]
    [InlineData("chat.getPermalink?channel=C0TECH&message_ts=1.2", "message_not_found")]
    public async Task A_wrong_question_gets_slacks_own_error(string question, string error) => Assert.Equal(error, (string?)(await bot.Ask(question))["error"]);

    [Theory]
    [InlineData(null, "not_authed")]
    [InlineData("Bearer xoxb-wrong", "invalid_auth")]
    [InlineData("Basic xoxb-playground", "not_authed")]
    public async Task Without_the_right_token_nothing_happens(string? authorization, string error)
    {
        bot.Api.DefaultRequestHeaders.Remove("Authorization");
        bot.Api.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        Assert.Equal(error, (string?)(await bot.Call("chat.postMessage", """{"channel":"C0TECH","text":"x"}"""))["error"]);
        Assert.Empty(bot.Slack.Messages(Demo.Tech));
    }

    [Fact]
    public async Task A_missing_scope_is_named_with_what_there_is()
    {
        bot.Slack.Options = bot.Slack.Options with { Scopes = ["users:read"] };
        var answer = await bot.Call("chat.postMessage", """{"channel":"C0TECH","text":"x"}""");
        Assert.Equal(("missing_scope", "chat:write", "users:read"), ((string)answer["error"]!, (string)answer["needed"]!, (string)answer["provided"]!));
    }

    [Fact]
    public async Task A_public_channel_without_the_bot_needs_the_wider_scope_or_joining()
    {
        Assert.True((bool)(await bot.Call("chat.postMessage", """{"channel":"C0GENERAL","text":"x"}"""))["ok"]!);
        bot.Slack.Options = bot.Slack.Options with { Scopes = ["chat:write", "channels:join"] };
        Assert.Equal("not_in_channel", (string?)(await bot.Call("chat.postMessage", """{"channel":"C0GENERAL","text":"x"}"""))["error"]);
        Assert.True((bool)(await bot.Call("conversations.join", """{"channel":"C0GENERAL"}"""))["ok"]!);
        Assert.Equal("already_in_channel", (string?)(await bot.Call("conversations.join", """{"channel":"C0GENERAL"}"""))["warning"]);
        Assert.True((bool)(await bot.Call("chat.postMessage", """{"channel":"C0GENERAL","text":"x"}"""))["ok"]!);
    }

    [Fact]
    public async Task After_an_uninstall_the_token_is_dead_and_the_bot_was_told()
    {
        await bot.Slack.Uninstall();
        Assert.Equal("app_uninstalled", (string?)bot.Heard["event"]!["type"]);
        Assert.Equal("account_inactive", (string?)(await bot.Call("auth.test", "{}"))["error"]);
        bot.Slack.Install(Demo.Team, "xoxb-again");
        bot.Api.DefaultRequestHeaders.Authorization = new("Bearer", "xoxb-again");
        await bot.Slack.RevokeTokens(userTokensOnly: true);
        Assert.True((bool)(await bot.Call("auth.test", "{}"))["ok"]!);
        await bot.Slack.RevokeTokens();
        Assert.Equal("U0INTRO", (string?)bot.Heard["event"]!["tokens"]!["bot"]![0]);
        Assert.Equal("token_revoked", (string?)(await bot.Call("auth.test", "{}"))["error"]);
    }

    [Fact]
    public async Task A_message_to_a_person_goes_to_their_direct_messages_with_the_bot()
    {
        var posted = await bot.Call("chat.postMessage", """{"channel":"U0EMMA","text":"hello"}""");
        var opened = await bot.Call("conversations.open", """{"users":"U0EMMA"}""");
        Assert.Equal((string?)opened["channel"]!["id"], (string?)posted["channel"]);
        Assert.Equal("hello", Assert.Single(bot.Slack.Dm(Demo.Emma)).Shown);
        await bot.Slack.Until(_ => bot.Received.Count > 0);
        Assert.Equal(("message", "im", "B0INTRO"), ((string)bot.Heard["event"]!["type"]!, (string)bot.Heard["event"]!["channel_type"]!, (string)bot.Heard["event"]!["bot_id"]!));
    }

    [Fact]
    public async Task An_update_replaces_text_and_blocks_and_shows_edited_only_without_blocks()
    {
        var ts = await Posted("""{"channel":"C0TECH","text":"fallback","blocks":[{"type":"section","text":{"type":"plain_text","text":"card"}}]}""");
        await bot.Call("chat.update", $$"""{"channel":"C0TECH","ts":"{{ts}}","text":"f","blocks":[{"type":"header","text":{"type":"plain_text","text":"new card"} }]}""");
        Assert.Equal(("new card", false), (bot.Slack.Messages(Demo.Tech)[0].Shown, bot.Slack.Messages(Demo.Tech)[0].Edited));
        await bot.Call("chat.update", $$"""{"channel":"C0TECH","ts":"{{ts}}","text":"only text"}""");
        Assert.Equal(("only text", true, null), (bot.Slack.Messages(Demo.Tech)[0].Shown, bot.Slack.Messages(Demo.Tech)[0].Edited, bot.Slack.Messages(Demo.Tech)[0].BlocksJson));
        Assert.Equal("msg_too_long", (string?)(await bot.Call("chat.update", $$"""{"channel":"C0TECH","ts":"{{ts}}","text":"{{new string('x', 4001)}}"}"""))["error"]);
    }

    [Fact]
    public async Task Nobody_elses_message_can_be_changed_or_deleted()
    {
        await bot.Slack.Say(Demo.Lea, Demo.Tech, "mine");
        var ts = bot.Slack.Messages(Demo.Tech)[0].Ts;
        Assert.Equal("cant_update_message", (string?)(await bot.Call("chat.update", $$"""{"channel":"C0TECH","ts":"{{ts}}","text":"x"}"""))["error"]);
        Assert.Equal("cant_delete_message", (string?)(await bot.Call("chat.delete", $$"""{"channel":"C0TECH","ts":"{{ts}}"}"""))["error"]);
    }

    [Fact]
    public async Task An_ephemeral_message_is_seen_by_one_person_and_cannot_be_updated()
    {
        var answer = await bot.Call("chat.postEphemeral", """{"channel":"C0TECH","user":"U0LEA","text":"only you"}""");
        Assert.Empty(bot.Slack.Messages(Demo.Tech));
        Assert.Equal("only you", Assert.Single(bot.Slack.Ephemerals(Demo.Lea)).Shown);
        Assert.Equal("message_not_found", (string?)(await bot.Call("chat.update", $$"""{"channel":"C0TECH","ts":"{{answer["message_ts"]}}","text":"x"}"""))["error"]);
    }

    [Fact]
    public async Task Lists_come_in_pages()
    {
        var names = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await bot.Ask($"users.list?limit=3&include_locale=true&cursor={Uri.EscapeDataString(cursor)}");
            names.AddRange(page["members"]!.AsArray().Select(member => $"{member!["id"]} {member["locale"]}"));
            cursor = (string)page["response_metadata"]!["next_cursor"]! is { Length: > 0 } next ? next : null;
        }

        Assert.Equal(8, names.Distinct().Count());
        Assert.Contains("U0EMMA fr-FR", names);
    }

    [Fact]
    public async Task The_email_shows_only_with_its_scope_and_the_locale_only_when_asked_for()
    {
        var user = (await bot.Ask("users.info?user=U0EMMA"))["user"]!;
        Assert.Equal(("emma@example.test", null), ((string?)user["profile"]!["email"], (string?)user["locale"]));
        bot.Slack.Options = bot.Slack.Options with { Scopes = ["users:read"] };
        user = (await bot.Ask("users.info?user=U0EMMA&include_locale=true"))["user"]!;
        Assert.Equal((null, "fr-FR"), ((string?)user["profile"]!["email"], (string?)user["locale"]));
    }

    [Fact]
    public async Task What_a_text_would_set_off_is_told()
    {
        await Posted("""{"channel":"C0TECH","text":"plain","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"<@U0LEA> &lt;!here&gt; https://evil.test"}},{"type":"section","text":{"type":"mrkdwn","text":"<!channel> https://fine.test","verbatim":true}},{"type":"section","text":{"type":"plain_text","text":"<!everyone>"}}]}""");
        Assert.Equal(["<@U0LEA>", "https://evil.test", "<!channel>"], bot.Slack.Messages(Demo.Tech)[0].LiveTokens);
    }

    private async Task<string> Posted(string body) => (string)(await bot.Call("chat.postMessage", body))["ts"]!;
}
