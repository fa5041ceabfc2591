using System.Net;
using System.Text.Json.Nodes;
using IntroBot.Conversation;
using IntroBot.Ledger;
using IntroBot.Tests.Store;

namespace IntroBot.Tests.Teams;

public sealed class InstallTests
{
    private static readonly Account Eve = new(PlatformKind.Teams, TeamsApp.Tenant, Samples.EveId);
    private static readonly Card Hello = Card.Of(Language.En, Line.Of("hello"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_welcome_comes_once_whatever_comes_first_and_however_often(int first)
    {
        await using var app = await TeamsApp.Start(Samples.Answers(Samples.Notice("Welcome")));
        JsonObject[] told = [Samples.Installed(), Members("membersAdded"), Samples.Installed("add-upgrade")];
        for (var i = 0; i < 9; i++)
        {
            using var answer = await app.Send(told[(first + i) % 3]);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(new Said.Message(""), Assert.Single(app.Turns).Said);
        Assert.Contains("Welcome", Assert.Single(app.Connector.Calls("send")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_message_extension_in_two_peoples_own_chat_says_nothing_of_where_somebody_is_written_to()
    {
        await using var app = await TeamsApp.Start(Samples.Answers(new Answer.Done()));
        using var installed = await app.Send(Samples.Installed());
        var theirs = Samples.Invoke("composeExtension/query", new JsonObject { ["commandId"] = "introduce" });
        theirs["conversation"]!["id"] = "19:eve_jack@unq.gbl.spaces";
        using var searched = await app.Send(theirs);

        await app.Platform.Tell(Eve, Hello, "key", Cancellation);
        Assert.DoesNotContain("unq.gbl.spaces", app.Connector.Calls("send")[^1].Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_installs_again_is_not_welcomed_again()
    {
        await using var app = await TeamsApp.Start(Samples.Answers(Samples.Notice("Welcome")));
        foreach (var (action, at) in new[] { ("add", "2026-03-02T09:00:00Z"), ("remove", "2026-03-02T09:10:00Z"), ("add", "2026-03-02T09:20:00Z") })
        {
            using var answer = await app.Send(Samples.Installed(action, at));
        }

        Assert.Single(app.Connector.Calls("send"));
    }

    [Fact]
    public async Task A_welcome_that_was_not_said_is_said_at_the_next_chance()
    {
        await using var app = await TeamsApp.Start(Samples.Answers(Samples.Notice("Welcome")));
        app.Connector.Next("send", HttpStatusCode.Forbidden, "BotNotInConversationRoster");
        using var early = await app.Send(Members("membersAdded"));
        using var later = await app.Send(Samples.Installed());
        Assert.Equal(2, app.Connector.Calls("send").Count);
    }

    [Fact]
    public async Task An_install_in_a_team_welcomes_nobody()
    {
        await using var app = await TeamsApp.Start(Samples.Answers(Samples.Notice("Welcome")));
        using var answer = await app.Send(Samples.Activity("installationUpdate", Samples.Channel).With("action", "add"));
        Assert.Empty(app.Turns);
        Assert.Equal(0, app.Connector.All);
    }

    [Fact]
    public async Task After_the_app_is_taken_away_its_chat_is_forgotten_and_what_came_late_does_not_bring_it_back()
    {
        await using var app = await TeamsApp.Start(Samples.Answers(Samples.Notice("Welcome")));
        using var added = await app.Send(Samples.Installed("add", "2026-03-02T09:00:00Z"));
        using var removed = await app.Send(Samples.Installed("remove", "2026-03-02T09:10:00Z"));
        using var late = await app.Send(Members("membersAdded").With("timestamp", "2026-03-02T09:00:01Z"));
        app.Connector.Next("personal", HttpStatusCode.Forbidden, "BotNotInConversationRoster");
        Assert.IsType<Delivery.Refused>(await app.Platform.Tell(Eve, Hello, "k", Cancellation));
        Assert.Single(app.Connector.Calls("send"));

        using var again = await app.Send(Samples.Says("hello").With("timestamp", "2026-03-02T09:30:00Z"));
        Assert.IsType<Delivery.Sent>(await app.Platform.Tell(Eve, Hello, "k", Cancellation));
    }

    [Fact]
    public async Task What_has_not_changed_is_not_written()
    {
        var store = new CountingStore();
        await using var app = await TeamsApp.Start(Samples.Answers(new Answer.Done()), store);
        using var first = await app.Send(Samples.Says("hello", "1"));
        var written = store.Commits;
        for (var i = 2; i < 10; i++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(2));
            using var answer = await app.Send(Samples.Says("hello", i.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        Assert.Equal(written, store.Commits);
        using var moved = await app.Send(Samples.Says("hello", "99").With("serviceUrl", "https://smba.trafficmanager.net/amer/"));
        Assert.True(store.Commits > written);
        await app.Platform.Tell(Eve, Hello, "k", Cancellation);
        Assert.StartsWith("/amer/v3/", app.Connector.Calls("send")[^1].Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_install_that_cannot_be_written_is_delivered_again()
    {
        var store = new CountingStore { IsAway = true };
        await using var app = await TeamsApp.Start(Samples.Answers(Samples.Notice("Welcome")), store);
        using var away = await app.Send(Samples.Installed());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        store.IsAway = false;
        using var back = await app.Send(Samples.Installed());
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        Assert.Single(app.Connector.Calls("send"));
    }

    [Fact]
    public async Task No_key_or_log_names_anybody()
    {
        var store = new CountingStore();
        await using var app = await TeamsApp.Start(Samples.Answers(Samples.Notice("Welcome")), store);
        using var installed = await app.Send(Samples.Installed());
        using var said = await app.Send(Samples.Mentions("introduce Zebulon Canary zebulon@canary.test"));
        Assert.All(store.Keys, static key => Assert.DoesNotContain("eve", key, StringComparison.OrdinalIgnoreCase));
        foreach (var canary in new[] { "Zebulon", "canary.test", "Eve Example", "token-1", "s3cret" })
        {
            Assert.DoesNotContain(canary, app.Log.Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static JsonObject Members(string property) => Samples.Activity("conversationUpdate", id: "f:10").With(property, new JsonArray(new JsonObject { ["id"] = Samples.Bot }, new JsonObject { ["id"] = Samples.EveUser }));

    private sealed class CountingStore : IStore
    {
        private readonly MemoryStore store = new();

        public int Commits { get; private set; }

        public bool IsAway { get; set; }

        public List<string> Keys { get; } = [];

        public Task<Row?> Get(Table table, string partition, string key, CancellationToken cancellation) =>
            IsAway ? throw new StoreUnavailableException("away") : store.Get(table, partition, key, cancellation);

        public Task<CommitResult> Commit(Commit commit, CancellationToken cancellation)
        {
            Commits++;
            Keys.AddRange(commit.Writes.Select(write => $"{commit.Partition} {write.Key}"));
            return IsAway ? throw new StoreUnavailableException("away") : store.Commit(commit, cancellation);
        }

        public Task<Page> Query(Table table, string partition, string from, string to, int take, string? continuation, CancellationToken cancellation) =>
            store.Query(table, partition, from, to, take, continuation, cancellation);
    }
}
