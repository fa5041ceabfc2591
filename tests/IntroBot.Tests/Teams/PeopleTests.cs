using System.Net;
using System.Text.Json.Nodes;
using IntroBot.Conversation;

namespace IntroBot.Tests.Teams;

public sealed class PeopleTests
{
    private static readonly Account Eve = new(PlatformKind.Teams, TeamsApp.Tenant, Samples.EveId);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_is_who_the_roster_says()
    {
        await using var app = await Met();
        var profile = await app.Platform.Look(Eve, TimeSpan.Zero, Cancellation);
        Assert.Equal(new Profile(Eve, "Eve Example", "eve@example.test", Language.Fr, true), profile);
    }

    [Theory]
    [InlineData("guest", TeamsApp.Tenant, false)]
    [InlineData("anonymous", TeamsApp.Tenant, false)]
    [InlineData("bot", TeamsApp.Tenant, false)]
    [InlineData("user", "99999999-0c52-4f0e-9b11-5f1f3b8c1d2e", false)]
    [InlineData("user", TeamsApp.Tenant, true)]
    [InlineData("", "", true)]
    public async Task Guests_and_members_of_other_tenants_are_no_members_here(string role, string tenant, bool isMember)
    {
        await using var app = await Met();
        app.Connector.Members[Samples.EveUser] = Samples.Member(Samples.EveId, Samples.EveUser, "Eve", "eve@example.test", role, tenant);
        Assert.Equal(isMember, (await app.Platform.Look(Eve, TimeSpan.Zero, Cancellation))!.Member);
    }

    [Fact]
    public async Task Whoever_no_roster_has_is_nobody()
    {
        await using var app = await Met();
        app.Connector.Members.Clear();
        Assert.Null(await app.Platform.Look(Eve, TimeSpan.Zero, Cancellation));
    }

    [Fact]
    public async Task An_account_of_another_tenant_is_not_even_asked_for()
    {
        await using var app = await Met();
        var before = app.Connector.All;
        Assert.Null(await app.Platform.Look(new Account(PlatformKind.Teams, "99999999-0c52-4f0e-9b11-5f1f3b8c1d2e", Samples.EveId), TimeSpan.Zero, Cancellation));
        Assert.Equal(before, app.Connector.All);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(429)]
    [InlineData(401)]
    public async Task When_Teams_does_not_say_nobody_is_guessed(int status)
    {
        await using var app = await Met();
        for (var i = 0; i < 3; i++)
        {
            app.Connector.Next("member", (HttpStatusCode)status);
        }

        await Assert.ThrowsAsync<PlatformUnavailableException>(() => app.Passing(app.Platform.Look(Eve, TimeSpan.Zero, Cancellation)));
    }

    [Fact]
    public async Task A_look_is_as_fresh_as_asked_and_asked_once_for_many()
    {
        await using var app = await Met();
        var fresh = TimeSpan.FromMinutes(5);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => app.Platform.Look(Eve, fresh, Cancellation)));
        Assert.Single(app.Connector.Calls("member"));
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        await app.Platform.Look(Eve, fresh, Cancellation);
        Assert.Equal(2, app.Connector.Calls("member").Count);
    }

    [Fact]
    public async Task Somebody_seen_in_a_channel_is_found_there()
    {
        await using var app = await TeamsApp.Start(Samples.Answers(new Answer.Done()));
        using var seen = await app.Send(Samples.Mentions("").With("entities", new JsonArray()));
        Assert.True((await app.Platform.Look(Eve, TimeSpan.Zero, Cancellation))!.Member);
        Assert.Contains("19%3Atech0001%40thread.tacv2/members/29%3A1eve", Assert.Single(app.Connector.Calls("member")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_is_found_by_address_through_the_rosters_of_the_programmes_channels()
    {
        await using var app = await Met();
        Assert.Equal(Samples.LeaId, (await app.Platform.Find("Lea@Example.test", Cancellation))!.Account.User);
        Assert.NotEmpty(app.Connector.Calls("members"));
        var before = app.Connector.All;
        Assert.NotNull(await app.Platform.Find("lea@example.test", Cancellation));
        Assert.Equal(before, app.Connector.All);
        Assert.Null(await app.Platform.Find("nobody@example.test", Cancellation));
    }

    [Fact]
    public async Task Rosters_are_read_to_their_end()
    {
        await using var app = await Met();
        app.Connector.Next("members", () => Connector.Json("""{"continuationToken":"p 2","members":[]}"""));
        Assert.NotNull(await app.Platform.Find("lea@example.test", Cancellation));
        Assert.Contains("continuationToken=p%202", app.Connector.Calls("members")[1].Address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_bot_heard_from_a_tenant_nobody_there_is_known_and_nobody_is_asked()
    {
        await using var app = await TeamsApp.Start(Samples.Answers(new Answer.Done()));
        Assert.Null(await app.Platform.Find("lea@example.test", Cancellation));
        Assert.Equal(0, app.Connector.All);
    }

    private static async Task<TeamsApp> Met()
    {
        var app = await TeamsApp.Start(Samples.Answers(new Answer.Done()));
        using var met = await app.Send(Samples.Activity("messageReaction").With("locale", "fr-FR"));
        return app;
    }
}
