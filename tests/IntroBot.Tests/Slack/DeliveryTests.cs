using System.Net;
using IntroBot.Conversation;
using IntroBot.Slack;
using IntroBot.Slack.Calling;

namespace IntroBot.Tests.Slack;

/// <summary>How posts, edits and private messages end, by what Slack or the network does.</summary>
public sealed class DeliveryTests
{
    private static readonly ChannelRef Tech = new(PlatformKind.Slack, "C0TECH");
    private static readonly MessageRef Posted = new(Tech, "1700000001.000100");
    private static readonly Account Eve = new(PlatformKind.Slack, SlackApp.Workspace, "U0EVE");
    private static readonly Card Card = Card.Of(Language.En, Line.Of("Hello"));

    [Fact]
    public async Task A_post_carries_its_key_and_comes_back_with_where_it_stands()
    {
        await using var app = await Start();
        var sent = Assert.IsType<Delivery.Sent>(await app.Platform.Post(Tech, Card, new MessageRef(Tech, "9.9"), "i|7", Now));
        Assert.Equal(new MessageRef(Tech, "1700000001.000100"), sent.Message);
        var body = Assert.Single(app.Slack.Arrived).Json;
        Assert.Equal(("C0TECH", "9.9", "i|7"), ((string?)body["channel"], (string?)body["thread_ts"], (string?)body["metadata"]!["event_payload"]!["key"]));
        Assert.Equal(("none", false, false), ((string?)body["parse"], (bool?)body["unfurl_links"], (bool?)body["unfurl_media"]));
        Assert.Null(body["link_names"]);
    }

    [Fact]
    public async Task A_private_message_is_known_by_the_chat_it_really_stands_in()
    {
        await using var app = await Start();
        var sent = Assert.IsType<Delivery.Sent>(await app.Platform.Tell(Eve, Card, "k", Now));
        Assert.Equal("D0EVE", sent.Message.Channel.Channel);
    }

    [Theory]
    [InlineData("internal_error")]
    [InlineData("fatal_error")]
    public async Task A_post_that_Slack_failed_inside_is_ambiguous_and_not_repeated(string error)
    {
        await using var app = await Start();
        app.Slack.Fails("chat.postMessage", error);
        Assert.Equal(new Delivery.Ambiguous(error), await app.Passing(Post(app)));
        Assert.Equal(1, app.Slack.Asked("chat.postMessage"));
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, "{}")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "<html>")]
    [InlineData(HttpStatusCode.OK, "<html>")]
    [InlineData(HttpStatusCode.OK, "{}")]
    [InlineData(HttpStatusCode.OK, """{"ok":true}""")]
    [InlineData(HttpStatusCode.OK, "")]
    public async Task A_post_with_an_unclear_answer_is_ambiguous_and_not_repeated(HttpStatusCode status, string body)
    {
        await using var app = await Start();
        app.Slack.Next("chat.postMessage", body, status);
        Assert.IsType<Delivery.Ambiguous>(await app.Passing(Post(app)));
        Assert.Equal(1, app.Slack.Asked("chat.postMessage"));
    }

    [Theory]
    [InlineData(HttpRequestError.ResponseEnded)]
    [InlineData(HttpRequestError.HttpProtocolError)]
    [InlineData(HttpRequestError.Unknown)]
    [InlineData(HttpRequestError.ConfigurationLimitExceeded)]
    public async Task A_post_whose_answer_got_lost_is_ambiguous(HttpRequestError error)
    {
        await using var app = await Start();
        app.Slack.Throws("chat.postMessage", error);
        Assert.IsType<Delivery.Ambiguous>(await app.Passing(Post(app)));
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    public async Task A_post_that_never_left_may_be_sent_again(HttpRequestError error)
    {
        await using var app = await Start();
        app.Slack.Throws("chat.postMessage", error);
        Assert.False(Assert.IsType<Delivery.Later>(await Post(app)).Throttled);
    }

    [Fact]
    public async Task A_post_without_an_answer_is_given_up_in_time_and_is_ambiguous()
    {
        await using var app = await Start();
        app.Slack.Next("chat.postMessage", static () => new TaskCompletionSource<HttpResponseMessage>().Task);
        var posting = Post(app);
        Assert.Equal(new Delivery.Ambiguous("timeout"), await app.Passing(posting));
    }

    [Fact]
    public async Task A_post_cut_off_by_the_end_of_the_program_is_ambiguous()
    {
        await using var app = await Start();
        using var stop = new CancellationTokenSource();
        app.Slack.Next("chat.postMessage", static () => new TaskCompletionSource<HttpResponseMessage>().Task);
        var posting = app.Platform.Post(Tech, Card, null, "k", stop.Token);
        await SlackApp.Until(() => app.Slack.Asked("chat.postMessage") == 1);
        await stop.CancelAsync();
        Assert.IsType<Delivery.Ambiguous>(await posting);
    }

    [Theory]
    [InlineData("service_unavailable")]
    [InlineData("request_timeout")]
    [InlineData("external_channel_migrating")]
    public async Task A_post_that_was_not_taken_now_goes_later(string error)
    {
        await using var app = await Start();
        app.Slack.Fails("chat.postMessage", error);
        Assert.Equal((false, error), Reason(Assert.IsType<Delivery.Later>(await Post(app))));
    }

    [Theory]
    [InlineData("channel_not_found")]
    [InlineData("not_in_channel")]
    [InlineData("is_archived")]
    [InlineData("invalid_blocks")]
    [InlineData("missing_scope")]
    [InlineData("restricted_action_read_only_channel")]
    [InlineData("something_new")]
    public async Task A_post_that_will_never_be_taken_is_refused_with_Slacks_word(string error)
    {
        await using var app = await Start();
        app.Slack.Fails("chat.postMessage", error);
        Assert.Equal(new Delivery.Refused(error), await Post(app));
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 1)]
    [InlineData("86400", 3600)]
    [InlineData(null, 30)]
    [InlineData("soon", 30)]
    public async Task Over_the_limit_a_post_waits_as_long_as_Slack_says_and_nobody_asks_before(string? after, int seconds)
    {
        await using var app = await Start();
        app.Slack.Throttles("chat.postMessage", after);
        Assert.Equal(new Delivery.Later(TimeSpan.FromSeconds(seconds), true, "ratelimited"), await Post(app));
        app.Clock.Advance(TimeSpan.FromSeconds(seconds - 0.5));
        Assert.Equal((true, "paced"), Reason(Assert.IsType<Delivery.Later>(await Post(app))));
        Assert.Equal(1, app.Slack.Asked("chat.postMessage"));
        app.Clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.IsType<Delivery.Sent>(await Post(app));
    }

    [Fact]
    public async Task A_limit_on_the_thanks_channel_holds_up_nobodys_private_message()
    {
        await using var app = await Start();
        app.Slack.Throttles("chat.postMessage", "60");
        Assert.True(Assert.IsType<Delivery.Later>(await Post(app)).Throttled);
        Assert.IsType<Delivery.Sent>(await Post(app, "C0OTHER"));
    }

    [Fact]
    public async Task A_limit_on_a_second_channel_meanwhile_is_the_workspaces_and_nobody_asks_before_it_is_over()
    {
        await using var app = await Start();
        app.Slack.Throttles("chat.postMessage", "60");
        app.Slack.Throttles("chat.postMessage", "30");
        Assert.True(Assert.IsType<Delivery.Later>(await Post(app)).Throttled);
        Assert.True(Assert.IsType<Delivery.Later>(await Post(app, "C0OTHER")).Throttled);
        Assert.True(Assert.IsType<Delivery.Later>(await Post(app, "C0THIRD")).Throttled);
        Assert.Equal(2, app.Slack.Asked("chat.postMessage"));
        app.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.IsType<Delivery.Sent>(await Post(app, "C0THIRD"));
    }

    [Fact]
    public async Task A_limit_on_one_method_holds_up_no_other()
    {
        await using var app = await Start();
        app.Slack.Throttles("chat.update", "60");
        Assert.True(Assert.IsType<Delivery.Later>(await app.Platform.Edit(Posted, Card, Now)).Throttled);
        Assert.IsType<Delivery.Sent>(await Post(app));
    }

    [Fact]
    public async Task An_edit_is_repeated_until_it_is_through()
    {
        await using var app = await Start();
        app.Slack.Next("chat.update", "{}", HttpStatusCode.BadGateway);
        app.Slack.Fails("chat.update", "internal_error");
        app.Slack.Throws("chat.update", HttpRequestError.ResponseEnded);
        Assert.Equal(new Delivery.Sent(Posted), await app.Passing(app.Platform.Edit(Posted, Card, Now)));
        Assert.Equal(4, app.Slack.Asked("chat.update"));
    }

    [Fact]
    public async Task An_edit_that_stays_unclear_goes_later()
    {
        await using var app = await Start();
        app.Slack.Always("chat.update", """{"ok":false,"error":"fatal_error"}""");
        Assert.Equal((false, "fatal_error"), Reason(Assert.IsType<Delivery.Later>(await app.Passing(app.Platform.Edit(Posted, Card, Now)))));
        Assert.Equal(4, app.Slack.Asked("chat.update"));
    }

    [Fact]
    public async Task An_edit_of_a_message_that_somebody_took_away_says_so()
    {
        await using var app = await Start();
        app.Slack.Fails("chat.update", "message_not_found");
        Assert.Equal(new Delivery.Gone(), await app.Platform.Edit(Posted, Card, Now));
    }

    [Theory]
    [InlineData("cant_update_message")]
    [InlineData("edit_window_closed")]
    public async Task An_edit_that_cannot_be_made_is_refused(string error)
    {
        await using var app = await Start();
        app.Slack.Fails("chat.update", error);
        Assert.Equal(new Delivery.Refused(error), await app.Platform.Edit(Posted, Card, Now));
    }

    [Fact]
    public async Task A_channel_gets_a_post_a_second_and_others_do_not_wait_for_it()
    {
        await using var app = await Start();
        Assert.IsType<Delivery.Sent>(await Post(app));
        Assert.Equal(new Delivery.Later(TimeSpan.FromSeconds(1), true, "paced"), await Post(app));
        Assert.IsType<Delivery.Sent>(await app.Platform.Post(new ChannelRef(PlatformKind.Slack, "C0OTHER"), Card, null, "k", Now));
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<Delivery.Sent>(await Post(app));
    }

    [Fact]
    public async Task A_workspace_gets_twenty_posts_at_once_and_then_five_a_second()
    {
        await using var app = await Start();
        var sent = 0;
        for (var i = 0; i < 40; i++)
        {
            sent += await app.Platform.Tell(Eve with { User = $"U{i}" }, Card, "k", Now) is Delivery.Sent ? 1 : 0;
        }

        Assert.Equal(20, sent);
        app.Clock.Advance(TimeSpan.FromSeconds(2));
        for (var i = 40; i < 80; i++)
        {
            Assert.True(Assert.IsType<Delivery.Later>(await app.Platform.Tell(Eve with { User = $"U{i}" }, Card, "k", Now)).Throttled); // Behind those who wait.
        }

        for (var i = 20; i < 40; i++)
        {
            sent += await app.Platform.Tell(Eve with { User = $"U{i}" }, Card, "k", Now) is Delivery.Sent ? 1 : 0;
        }

        Assert.Equal(30, sent);
    }

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("account_inactive")]
    [InlineData("token_revoked")]
    [InlineData("token_expired")]
    [InlineData("not_authed")]
    public async Task A_dead_token_stops_everything_until_Slack_knows_it_again(string error)
    {
        await using var app = await Start();
        await SlackApp.Until(() => app.Get<Installation>().Identity is not null);
        var greetings = app.Slack.Asked("auth.test");
        app.Slack.Fails("chat.postMessage", error);
        Assert.Equal(new Delivery.Later(TimeSpan.FromMinutes(10), true, error), await Post(app));
        for (var i = 0; i < 50; i++)
        {
            app.Clock.Advance(TimeSpan.FromSeconds(11));
            Assert.Equal(new Delivery.Later(TimeSpan.FromMinutes(10), true, error), await Post(app));
            await Assert.ThrowsAsync<PlatformUnavailableException>(() => app.Platform.Look(Eve, TimeSpan.Zero, Now));
        }

        Assert.Equal((1, 0, greetings), (app.Slack.Asked("chat.postMessage"), app.Slack.Asked("users.info"), app.Slack.Asked("auth.test")));

        app.Slack.Fails("auth.test", error);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<Delivery.Later>(await Post(app));
        app.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.IsType<Delivery.Later>(await Post(app));
        Assert.Equal(greetings + 1, app.Slack.Asked("auth.test"));

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<Delivery.Sent>(await Post(app));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<Delivery.Sent>(await Post(app));
        Assert.Equal(greetings + 2, app.Slack.Asked("auth.test"));
    }

    [Theory]
    [InlineData("""{"type":"app_uninstalled"}""", "T0ACME", true)]
    [InlineData("""{"type":"tokens_revoked","tokens":{"oauth":["U1"],"bot":["U0BOT"]}}""", "T0ACME", true)]
    [InlineData("""{"type":"tokens_revoked","tokens":{"oauth":["U1"],"bot":[]}}""", "T0ACME", false)]
    [InlineData("""{"type":"tokens_revoked","tokens":{"oauth":["U1"]}}""", "T0ACME", false)]
    [InlineData("""{"type":"app_uninstalled"}""", "T0OTHER", false)]
    public async Task Removing_the_app_stops_the_sending(string inner, string team, bool stops)
    {
        await using var app = await Start();
        await SlackApp.Until(() => app.Get<Installation>().Identity is not null);
        using var answer = await app.Event(Samples.Event(inner, team).ToJsonString());
        var delivery = await Post(app);
        if (stops)
        {
            Assert.Equal(new Delivery.Later(TimeSpan.FromMinutes(10), true, "account_inactive"), delivery);
        }
        else
        {
            Assert.IsType<Delivery.Sent>(delivery);
        }
    }

    [Fact]
    public async Task The_token_is_in_no_log_and_goes_to_the_configured_address_alone()
    {
        await using var app = await SlackApp.Start(static (_, _) => Task.FromResult<Answer>(Samples.Says("x")), ("Slack:BotToken", "xoxb-canary-token"));
        app.Slack.Fails("chat.postMessage", "invalid_auth");
        using var press = await app.Interaction(Samples.Press("claim").ToJsonString());
        await Post(app);
        Assert.All(app.Slack.Arrived, static call => Assert.Equal(call.Address.Authority == "localhost:9", call.Authorization is not null));
        foreach (var canary in new[] { "canary-token", SlackApp.Secret, "secret", "U0LEA" })
        {
            Assert.DoesNotContain(canary, app.Log.Text, StringComparison.Ordinal);
        }
    }

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private static (bool Throttled, string Reason) Reason(Delivery.Later later) => (later.Throttled, later.Reason);

    private static Task<SlackApp> Start() => SlackApp.Start(static (_, _) => Task.FromResult<Answer>(new Answer.Done()));

    private static Task<Delivery> Post(SlackApp app) => app.Platform.Post(Tech, Card, null, "k", Now);

    private static Task<Delivery> Post(SlackApp app, string channel) => app.Platform.Post(new ChannelRef(PlatformKind.Slack, channel), Card, null, "k", Now);
}
