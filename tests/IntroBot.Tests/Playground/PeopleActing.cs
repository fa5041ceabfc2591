using System.Text.Json.Nodes;
using IntroBot.Playground.Slack;
using IntroBot.Playground.Slack.State;

namespace IntroBot.Tests.Playground;

public sealed class PeopleActing : IDisposable
{
    private readonly StubBot bot = new();

    public void Dispose() => bot.Dispose();

    [Theory]
    [InlineData("", "application/json", null, null)]
    [InlineData("On its way", "text/plain", "On its way", null)]
    [InlineData("""{"text":"For you"}""", "application/json", "For you", null)]
    [InlineData("""{"text":"For all","response_type":"in_channel"}""", "application/json", null, "For all")]
    public async Task A_command_is_answered_to_the_asker_or_to_all(string body, string type, string? alone, string? all)
    {
        bot.AnswersWith(body, type: type);
        var before = bot.Slack.Messages(Demo.General).Count;
        Assert.True((await bot.Slack.Command(Demo.Emma, Demo.General, "/intros", "mine")).Ok);
        Assert.Equal(alone, bot.Slack.Ephemerals(Demo.Emma).SingleOrDefault()?.Shown);
        Assert.Equal(all is null ? [] : ["/intros mine", all], bot.Slack.Messages(Demo.General).Skip(before).Select(message => message.Shown));
    }

    [Theory]
    [InlineData("""{"oops"}""", "invalid_json")]
    [InlineData("""{"blocks":[{"type":"oops"}]}""", "invalid_blocks")]
    [InlineData("""{"ok":true}""", "no_text")]
    public async Task A_command_answered_with_nonsense_shows_the_error(string body, string why)
    {
        bot.AnswersWith(body);
        Assert.Equal(why, (await bot.Slack.Command(Demo.Emma, Demo.General, "/intros")).Why);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(404)]
    [InlineData(204)]
    public async Task Any_status_but_200_is_dispatch_failed(int status)
    {
        bot.AnswersWith("", status);
        Assert.Equal($"dispatch_failed (HTTP {status})", (await bot.Slack.Command(Demo.Emma, Demo.General, "/intros")).Why);
    }

    [Fact]
    public async Task After_three_seconds_it_is_operation_timeout()
    {
        bot.Answers = async (_, cancellation) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            return StubBot.Answer("");
        };
        var commanding = bot.Slack.Command(Demo.Emma, Demo.General, "/introduce");
        bot.Clock.Advance(TimeSpan.FromMilliseconds(2999));
        Assert.False(commanding.IsCompleted);
        bot.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("operation_timeout", (await commanding).Why);
    }

    [Theory]
    [InlineData("my contact Ada <3 & co", "my contact Ada &lt;3 &amp; co")]
    [InlineData("ask @lea or @nobody", "ask <@U0LEA|lea> or @nobody")]
    [InlineData("<@U0LEA> and <!channel>", "<@U0LEA> and <!channel>")]
    [InlineData("@here @channel", "<!here> <!channel>")]
    [InlineData("Ada ada@mail.test #general", "Ada <mailto:ada@mail.test|ada@mail.test> <#C0GENERAL|general>")]
    [InlineData("in #recruiting-luxury", "in <#C0LUXE|>")]
    [InlineData("https://example.test/in/ada?x=1&y=2 see", "<https://example.test/in/ada?x=1&amp;y=2> see")]
    [InlineData("<https://a.test|click>", "&lt;<https://a.test>|click&gt;")]
    public async Task What_is_typed_arrives_escaped_as_slack_does(string typed, string arrives)
    {
        await bot.Slack.Command(Demo.Emma, Demo.General, "/introduce", typed);
        Assert.Equal(arrives, (string?)bot.Heard["text"]);
    }

    [Theory]
    [InlineData("U0EMMA", "C0LUXE")]
    [InlineData("U0GUEST", "C0GENERAL")]
    [InlineData("U0EMMA", "D0JACK")]
    [InlineData("U0NOBODY", "C0GENERAL")]
    public async Task Nobody_types_where_they_cannot_be(string user, string channel)
    {
        Assert.Equal("channel_not_found", (await bot.Slack.Command(user, channel, "/introduce")).Why);
        Assert.Empty(bot.Received);
    }

    [Fact]
    public async Task A_press_carries_the_message_the_button_and_ways_to_answer()
    {
        var card = await Card();
        Assert.True((await bot.Slack.Press(Demo.Lea, card, "claim")).Ok);
        var heard = bot.Heard;
        Assert.Equal(("block_actions", "U0LEA", "T0ACME", "C0TECH"), ((string)heard["type"]!, (string)heard["user"]!["id"]!, (string)heard["team"]!["id"]!, (string)heard["channel"]!["id"]!));
        Assert.Equal(("claim", "i1", "button", "steps"), Action(heard));
        Assert.Equal((card.Ts, false), ((string)heard["container"]!["message_ts"]!, (bool)heard["container"]!["is_ephemeral"]!));
        Assert.StartsWith("https://slack.playground.test/response/", (string?)heard["response_url"], StringComparison.Ordinal);
        await bot.Slack.Press(Demo.Lea, card, "more", "pass:i1");
        Assert.Equal("pass:i1", (string?)bot.Heard["actions"]![0]!["selected_option"]!["value"]);
    }

    [Fact]
    public async Task A_stale_card_can_still_be_pressed_but_not_a_deleted_one()
    {
        var card = await Card();
        await bot.Call("chat.update", $$"""{"channel":"C0TECH","ts":"{{card.Ts}}","text":"taken"}""");
        Assert.Equal("no_such_control", (await bot.Slack.Press(Demo.Lea, Demo.Tech, card.Ts, "claim")).Why);
        Assert.True((await bot.Slack.Press(Demo.Lea, card, "claim")).Ok);
        await bot.Call("chat.delete", $$"""{"channel":"C0TECH","ts":"{{card.Ts}}"}""");
        Assert.Equal("message_not_found", (await bot.Slack.Press(Demo.Lea, card, "claim")).Why);
    }

    [Fact]
    public async Task Two_presses_are_two_requests_and_the_channels_outsiders_cannot_press()
    {
        var card = await Card();
        await Task.WhenAll(bot.Slack.Press(Demo.Lea, card, "claim"), bot.Slack.Press(Demo.Ravi, card, "claim"));
        Assert.Equal(2, bot.Received.Select(received => received.Body).Distinct().Count());
        bot.Slack.ChangeChannel(Demo.Tech, channel => channel with { Private = true });
        Assert.Equal("message_not_found", (await bot.Slack.Press(Demo.Emma, card, "claim")).Why);
    }

    [Fact]
    public async Task Shortcuts_come_without_channel_or_with_the_message()
    {
        await bot.Slack.Shortcut(Demo.Emma, "introduce");
        Assert.Equal(("shortcut", "introduce", null, null), ((string)bot.Heard["type"]!, (string)bot.Heard["callback_id"]!, bot.Heard["channel"], bot.Heard["response_url"]));
        await bot.Slack.MessageShortcut(Demo.Emma, "introduce_from_message", Demo.General, bot.Slack.Messages(Demo.General)[1].Ts);
        Assert.Equal(("message_action", "U0JACK"), ((string)bot.Heard["type"]!, (string)bot.Heard["message"]!["user"]!));
    }

    [Fact]
    public async Task A_person_of_a_shared_channel_acts_under_their_own_team()
    {
        bot.Slack.Change(world => { Demo.AddNeighbours(world); return true; });
        bot.Slack.ChangeChannel(Demo.Tech, channel => channel with { ExtShared = true, Members = channel.Members.Add("U0OTHER") });
        await bot.Slack.Press("U0OTHER", await Card(), "claim");
        Assert.Equal(("T0ACME", "T0OTHER"), ((string)bot.Heard["team"]!["id"]!, (string)bot.Heard["user"]!["team_id"]!));
        Assert.True((bool)(await bot.Ask("users.info?user=U0OTHER"))["ok"]!);
    }

    [Fact]
    public async Task Waiting_for_what_never_comes_ends_and_tells_the_last_calls()
    {
        await bot.Slack.Shortcut(Demo.Emma, "introduce");
        var timeout = await Assert.ThrowsAsync<TimeoutException>(() => bot.Slack.Until(_ => false, TimeSpan.FromMilliseconds(20)));
        Assert.Contains("U0EMMA introduce", timeout.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_brings_the_first_day_back()
    {
        await Card();
        bot.Slack.Reset();
        Assert.Empty(bot.Slack.Messages(Demo.Tech));
        Assert.Empty(bot.Slack.Calls);
        Assert.Equal(2, bot.Slack.Messages(Demo.General).Count);
    }

    private static (string?, string?, string?, string?) Action(JsonNode heard)
    {
        var action = heard["actions"]![0]!;
        return ((string?)action["action_id"], (string?)action["value"], (string?)action["type"], (string?)action["block_id"]);
    }

    private async Task<Message> Card()
    {
        await bot.Call("chat.postMessage", """{"channel":"C0TECH","text":"card","blocks":[{"type":"actions","block_id":"steps","elements":[{"type":"button","action_id":"claim","value":"i1","text":{"type":"plain_text","text":"I'll take it"}},{"type":"overflow","action_id":"more","options":[{"text":{"type":"plain_text","text":"Pass"},"value":"pass:i1"}]}]}]}""");
        return bot.Slack.Messages(Demo.Tech)[^1];
    }
}
