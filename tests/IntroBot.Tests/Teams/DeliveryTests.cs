using System.Net;
using System.Text.Json.Nodes;
using IntroBot.Conversation;

namespace IntroBot.Tests.Teams;

public sealed class DeliveryTests
{
    private static readonly ChannelRef Channel = new(PlatformKind.Teams, Samples.Channel);
    private static readonly Account Eve = new(PlatformKind.Teams, TeamsApp.Tenant, Samples.EveId);
    private static readonly Card Hello = Card.Of(Language.En, Line.Of("hello"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_post_starts_a_thread_and_an_edit_finds_it()
    {
        await using var app = await Quiet();
        var sent = Assert.IsType<Delivery.Sent>(await app.Platform.Post(Channel, Hello, null, "k", Cancellation));
        Assert.Equal(Channel, sent.Message.Channel);
        var thread = Assert.Single(app.Connector.Calls("thread"));
        Assert.Equal((Samples.Channel, TeamsApp.Tenant), ((string)thread.Json["channelData"]!["channel"]!["id"]!, (string)thread.Json["tenantId"]!));
        Assert.NotNull(thread.Json["activity"]!["attachments"]);

        Assert.IsType<Delivery.Sent>(await app.Platform.Edit(sent.Message, Hello, Cancellation));
        Assert.EndsWith($"/v3/conversations/19%3Atech0001%40thread.tacv2%3Bmessageid%3D{sent.Message.Message}/activities/{sent.Message.Message}", Assert.Single(app.Connector.Calls("update")).Path, StringComparison.Ordinal);

        var reply = Assert.IsType<Delivery.Sent>(await app.Platform.Post(Channel, Hello, sent.Message, "k2", Cancellation));
        Assert.EndsWith($"%3Bmessageid%3D{sent.Message.Message}/activities", Assert.Single(app.Connector.Calls("send")).Path, StringComparison.Ordinal);
        await app.Platform.Edit(reply.Message, Hello, Cancellation);
        Assert.EndsWith($"%3Bmessageid%3D{sent.Message.Message}/activities/{reply.Message.Message}", app.Connector.Calls("update")[1].Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "BadSyntax", "refused")]
    [InlineData(403, "BotNotInConversationRoster", "refused")]
    [InlineData(403, "NotEnoughPermissions", "refused")]
    [InlineData(404, "ConversationNotFound", "refused")]
    [InlineData(413, "MessageSizeTooBig", "refused")]
    [InlineData(500, null, "ambiguous")]
    [InlineData(502, null, "ambiguous")]
    [InlineData(503, null, "ambiguous")]
    [InlineData(504, null, "ambiguous")]
    public async Task A_post_is_never_repeated_when_its_fate_is_unclear(int status, string? code, string expected)
    {
        await using var app = await Quiet();
        app.Connector.Next("thread", (HttpStatusCode)status, code);
        var delivery = await app.Passing(app.Platform.Post(Channel, Hello, null, "k", Cancellation));
        Assert.Equal(expected, delivery is Delivery.Refused ? "refused" : delivery is Delivery.Ambiguous ? "ambiguous" : delivery.ToString());
        Assert.Single(app.Connector.Calls("thread"));
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, 4)]
    [InlineData(HttpRequestError.NameResolutionError, 4)]
    [InlineData(HttpRequestError.ResponseEnded, 1)]
    public async Task What_never_arrived_is_tried_again_and_what_may_have_is_not(HttpRequestError error, int calls)
    {
        await using var app = await Quiet();
        for (var i = 0; i < 4; i++)
        {
            app.Connector.Throws("thread", error);
        }

        var delivery = await app.Passing(app.Platform.Post(Channel, Hello, null, "k", Cancellation));
        Assert.Equal(calls, app.Connector.Calls("thread").Count);
        Assert.Equal(calls == 1, delivery is Delivery.Ambiguous);
    }

    [Fact]
    public async Task Two_writes_at_once_are_tried_again()
    {
        await using var app = await Quiet();
        app.Connector.Next("thread", HttpStatusCode.PreconditionFailed, "PreconditionFailed");
        Assert.IsType<Delivery.Sent>(await app.Passing(app.Platform.Post(Channel, Hello, null, "k", Cancellation)));
        Assert.Equal(2, app.Connector.Calls("thread").Count);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(412)]
    public async Task An_edit_is_repeated(int status)
    {
        await using var app = await Quiet();
        app.Connector.Next("update", (HttpStatusCode)status);
        app.Connector.Next("update", (HttpStatusCode)status);
        Assert.IsType<Delivery.Sent>(await app.Passing(app.Platform.Edit(new MessageRef(Channel, "17"), Hello, Cancellation)));
        Assert.Equal(3, app.Connector.Calls("update").Count);
    }

    [Fact]
    public async Task A_message_that_somebody_took_away_is_gone()
    {
        await using var app = await Quiet();
        app.Connector.Next("update", HttpStatusCode.NotFound, "ActivityNotFoundInConversation");
        Assert.IsType<Delivery.Gone>(await app.Platform.Edit(new MessageRef(Channel, "17"), Hello, Cancellation));
    }

    [Fact]
    public async Task A_fault_of_Teams_own_is_not_repeated_at_once()
    {
        await using var app = await Quiet();
        app.Connector.Next("update", HttpStatusCode.InternalServerError);
        Assert.IsType<Delivery.Later>(await app.Passing(app.Platform.Edit(new MessageRef(Channel, "17"), Hello, Cancellation)));
        Assert.Single(app.Connector.Calls("update"));
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_thread_before_Retry_After_is_over()
    {
        await using var app = await Quiet();
        app.Connector.Next("thread", HttpStatusCode.TooManyRequests, "Throttled", "17");
        Assert.Equal(new Delivery.Later(TimeSpan.FromSeconds(17), true, "throttled"), await app.Platform.Post(Channel, Hello, null, "k", Cancellation));
        app.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(new Delivery.Later(TimeSpan.FromSeconds(7), true, "throttled"), await app.Platform.Post(Channel, Hello, null, "k", Cancellation));
        Assert.Single(app.Connector.Calls("thread"));
        app.Clock.Advance(TimeSpan.FromSeconds(7));
        Assert.IsType<Delivery.Sent>(await app.Platform.Post(Channel, Hello, null, "k", Cancellation));
    }

    [Fact]
    public async Task Posts_to_a_thread_keep_Teams_limits()
    {
        await using var app = await Quiet();
        var times = new List<DateTimeOffset>();
        for (var sent = 0; sent < 150;)
        {
            switch (await app.Platform.Post(Channel, Hello, null, "k", Cancellation))
            {
                case Delivery.Sent:
                    times.Add(app.Clock.GetUtcNow());
                    sent++;
                    break;
                case Delivery.Later { Throttled: true } later:
                    Assert.True(later.After > TimeSpan.Zero);
                    app.Clock.Advance(later.After);
                    break;
                case var other:
                    Assert.Fail(other.ToString());
                    break;
            }
        }

        foreach (var (count, seconds) in new[] { (7, 1), (8, 2), (60, 30), (1_800, 3_600) })
        {
            Assert.All(times, start => Assert.InRange(times.Count(at => at >= start && at < start.AddSeconds(seconds)), 1, count));
        }
    }

    [Fact]
    public async Task The_token_is_asked_for_once_and_once_more_when_the_Connector_does_not_take_it()
    {
        await using var app = await Quiet();
        await app.Platform.Post(Channel, Hello, null, "k", Cancellation);
        await app.Platform.Post(Channel, Hello, null, "k", Cancellation);
        Assert.Equal(1, app.Token.Asked);
        app.Connector.Next("thread", HttpStatusCode.Unauthorized);
        Assert.IsType<Delivery.Sent>(await app.Platform.Post(Channel, Hello, null, "k", Cancellation));
        Assert.Equal(["Bearer token-1", "Bearer token-1", "Bearer token-1", "Bearer token-2"], app.Connector.Calls("thread").Select(static call => call.Authorization));
        app.Connector.Next("thread", HttpStatusCode.Unauthorized);
        app.Connector.Next("thread", HttpStatusCode.Unauthorized);
        Assert.True(Assert.IsType<Delivery.Later>(await app.Platform.Post(Channel, Hello, null, "k", Cancellation)).Throttled);
        Assert.Equal(6, app.Connector.Calls("thread").Count);
        Assert.Contains("Teams:TenantId", app.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_is_renewed_before_it_ends()
    {
        await using var app = await Quiet();
        await app.Platform.Post(Channel, Hello, null, "k", Cancellation);
        app.Clock.Advance(TimeSpan.FromMinutes(56));
        await app.Platform.Post(Channel, Hello, null, "k", Cancellation);
        await app.Eventually(() => app.Token.Asked == 2 ? "renewed" : null);
    }

    [Fact]
    public async Task A_private_chat_is_made_once_and_made_anew_when_it_is_gone()
    {
        await using var app = await Quiet();
        using var seen = await app.Send(Samples.Mentions("").With("entities", new JsonArray()));
        Assert.IsType<Delivery.Sent>(await app.Platform.Tell(Eve, Hello, "k", Cancellation));
        Assert.IsType<Delivery.Sent>(await app.Platform.Tell(Eve, Hello, "k", Cancellation));
        Assert.Single(app.Connector.Calls("personal"));
        app.Connector.Next("send", HttpStatusCode.NotFound, "ConversationNotFound");
        Assert.IsType<Delivery.Sent>(await app.Platform.Tell(Eve, Hello, "k", Cancellation));
        Assert.Equal(2, app.Connector.Calls("personal").Count);
    }

    [Fact]
    public async Task Somebody_never_heard_of_is_found_in_the_programmes_channels()
    {
        await using var app = await Quiet();
        using var seen = await app.Send(Samples.Mentions("").With("entities", new JsonArray()));
        var sent = Assert.IsType<Delivery.Sent>(await app.Platform.Tell(new Account(PlatformKind.Teams, TeamsApp.Tenant, Samples.LeaId), Hello, "k", Cancellation));
        Assert.Equal("a:129:1lea", sent.Message.Channel.Channel);
    }

    [Fact]
    public async Task Whoever_shut_the_bot_out_is_not_written_to_again()
    {
        await using var app = await Quiet();
        using var seen = await app.Send(Samples.Installed());
        app.Connector.Next("send", HttpStatusCode.Forbidden, "ConversationBlockedByUser");
        Assert.IsType<Delivery.Refused>(await app.Platform.Tell(Eve, Hello, "k", Cancellation));
        app.Connector.Next("personal", HttpStatusCode.Forbidden, "BotNotInConversationRoster");
        Assert.IsType<Delivery.Refused>(await app.Platform.Tell(Eve, Hello, "k", Cancellation));
    }

    [Fact]
    public async Task Whom_Teams_does_not_let_be_mentioned_is_mentioned_by_object_id_or_named()
    {
        await using var app = await Quiet();
        using var seen = await app.Send(Samples.Says("hello"));
        app.Connector.Next("thread", HttpStatusCode.BadRequest, "BadArgument");
        app.Connector.Next("thread", HttpStatusCode.BadRequest, "BadArgument");
        var card = Card.Of(Language.En, new Line([new Run.Said("Thank you, "), new Run.Mention(new Person(Ids.Person(Eve), "Eve", Eve))]));
        Assert.IsType<Delivery.Sent>(await app.Platform.Post(Channel, card, null, "k", Cancellation));
        var tried = app.Connector.Calls("thread").Select(static call => call.Json["activity"]!["attachments"]![0]!["content"]!["msteams"]?["entities"]![0]!["mentioned"]!["id"]).ToList();
        Assert.Equal([Samples.EveUser, Samples.EveId, null], tried.Select(static id => (string?)id));
    }

    [Fact]
    public async Task A_private_message_mentions_nobody()
    {
        await using var app = await Quiet();
        using var seen = await app.Send(Samples.Says("hello"));
        var lea = new Account(PlatformKind.Teams, TeamsApp.Tenant, Samples.LeaId);
        await app.Platform.Tell(Eve, Card.Of(Language.En, new Line([new Run.Mention(new Person(Ids.Person(lea), "Léa", lea)), new Run.Said(" took it.")])), "k", Cancellation);
        Assert.DoesNotContain("<at>", app.Connector.Calls("send")[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_without_an_id_is_unclear()
    {
        await using var app = await Quiet();
        app.Connector.Next("thread", HttpStatusCode.Accepted);
        Assert.IsType<Delivery.Ambiguous>(await app.Platform.Post(Channel, Hello, null, "k", Cancellation));
    }

    private static Task<TeamsApp> Quiet() => TeamsApp.Start(Samples.Answers(new Answer.Done()));
}
