using System.Net;
using IntroBot.Conversation;

namespace IntroBot.Tests.Slack;

/// <summary>Whom Slack says somebody is, and for how long that is believed.</summary>
public sealed class PeopleTests
{
    private static readonly Account Eve = new(PlatformKind.Slack, SlackApp.Workspace, "U0EVE");

    [Fact]
    public async Task A_member_has_a_name_an_address_and_a_language()
    {
        await using var app = await With("""{"id":"U0EVE","team_id":"T0ACME","name":"eve","locale":"fr-FR","profile":{"display_name":"","real_name":"Ève Durand","email":"Eve@Example.test"}}""");
        Assert.Equal(new Profile(Eve, "Ève Durand", "eve@example.test", Language.Fr, true), await Look(app));
        Assert.Contains("include_locale=true", app.Slack.Arrived[0].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"is_bot\":true")]
    [InlineData("\"deleted\":true")]
    [InlineData("\"is_restricted\":true")]
    [InlineData("\"is_ultra_restricted\":true")]
    [InlineData("\"is_stranger\":true")]
    public async Task Guests_bots_strangers_and_the_gone_are_no_members(string mark)
    {
        await using var app = await With($$"""{"id":"U0EVE","team_id":"T0ACME","name":"eve",{{mark}}}""");
        Assert.False((await Look(app))!.Member);
    }

    [Fact]
    public async Task Nobody_of_another_workspace_is_a_member()
    {
        await using var app = await With("""{"id":"U0EVE","team_id":"T0OTHER","name":"eve"}""");
        Assert.False((await Look(app))!.Member);
        Assert.False((await app.Platform.Look(Eve with { Organisation = "T0OTHER" }, TimeSpan.Zero, Now))!.Member);
    }

    [Fact]
    public async Task An_account_that_claims_another_workspace_than_Slack_says_is_no_member()
    {
        await using var app = await With("""{"id":"U0EVE","team_id":"T0ACME","name":"eve"}""");
        Assert.False((await app.Platform.Look(Eve with { Organisation = "T0OTHER" }, TimeSpan.Zero, Now))!.Member);
    }

    [Fact]
    public async Task In_an_Enterprise_organisation_members_of_the_workspace_count()
    {
        await using var app = await With("""{"id":"U0EVE","team_id":"E0ORG","name":"eve","enterprise_user":{"id":"U0EVE","teams":["T0ACME","T0B"]}}""");
        Assert.True((await Look(app))!.Member);
    }

    [Theory]
    [InlineData("en-US", Language.En)]
    [InlineData("fr-CA", Language.Fr)]
    [InlineData("de-DE", null)]
    public async Task A_language_we_do_not_speak_is_none(string locale, Language? language)
    {
        await using var app = await With($$"""{"id":"U0EVE","team_id":"T0ACME","name":"eve","locale":"{{locale}}"}""");
        Assert.Equal(language, (await Look(app))!.Language);
    }

    [Fact]
    public async Task What_is_known_is_not_asked_again_before_its_age()
    {
        await using var app = await With("""{"id":"U0EVE","team_id":"T0ACME","name":"eve"}""");
        await Look(app);
        app.Clock.Advance(TimeSpan.FromMinutes(4));
        await Look(app);
        Assert.Equal(1, app.Slack.Asked("users.info"));
        await app.Platform.Look(Eve, TimeSpan.FromMinutes(3), Now);
        Assert.Equal(2, app.Slack.Asked("users.info"));
    }

    [Fact]
    public async Task A_changed_profile_is_asked_for_anew()
    {
        await using var app = await With("""{"id":"U0EVE","team_id":"T0ACME","name":"eve"}""");
        await Look(app);
        app.Slack.Users["U0EVE"] = """{"id":"U0EVE","team_id":"T0ACME","name":"eve","deleted":true}""";
        using var changed = await app.Event(Samples.Event("""{"type":"user_change","user":{"id":"U0EVE","deleted":true},"event_ts":"1.1"}""").ToJsonString());
        Assert.False((await Look(app))!.Member);
    }

    [Fact]
    public async Task Those_who_ask_at_once_share_an_answer()
    {
        await using var app = await With("""{"id":"U0EVE","team_id":"T0ACME","name":"eve"}""");
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        app.Slack.Next("users.info", () => answer.Task);
        var looks = Enumerable.Range(0, 50).Select(_ => Look(app)).ToList();
        answer.SetResult(FarEnd.Json("""{"ok":true,"user":{"id":"U0EVE","team_id":"T0ACME","name":"eve"}}"""));
        await Task.WhenAll(looks);
        Assert.Equal(1, app.Slack.Asked("users.info"));
    }

    [Fact]
    public async Task Somebody_Slack_does_not_know_is_nobody()
    {
        await using var app = await SlackApp.Start(static (_, _) => Task.FromResult<Answer>(new Answer.Done()));
        Assert.Null(await Look(app));
    }

    [Fact]
    public async Task When_Slack_does_not_say_nobody_is_let_in_and_the_failure_is_not_remembered()
    {
        await using var app = await With("""{"id":"U0EVE","team_id":"T0ACME","name":"eve"}""");
        for (var i = 0; i < 4; i++)
        {
            app.Slack.Next("users.info", "{}", HttpStatusCode.BadGateway);
        }

        await Assert.ThrowsAsync<PlatformUnavailableException>(() => app.Passing(Look(app)));
        Assert.Equal(4, app.Slack.Asked("users.info"));
        Assert.True((await Look(app))!.Member);
    }

    [Fact]
    public async Task Over_the_limit_nobody_waits_for_a_profile()
    {
        await using var app = await With("""{"id":"U0EVE","team_id":"T0ACME","name":"eve"}""");
        app.Slack.Throttles("users.info", "20");
        Assert.Equal("ratelimited", (await Assert.ThrowsAsync<PlatformUnavailableException>(() => Look(app))).Message);
        await Assert.ThrowsAsync<PlatformUnavailableException>(() => Look(app));
        Assert.Equal(1, app.Slack.Asked("users.info"));
    }

    [Fact]
    public async Task An_address_finds_its_member_once_an_hour()
    {
        await using var app = await With("""{"id":"U0EVE","team_id":"T0ACME","name":"eve","locale":"fr-FR","profile":{"email":"eve@example.test"}}""");
        app.Slack.Always("users.lookupByEmail", """{"ok":true,"user":{"id":"U0EVE"}}""");
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal((Eve, Language.Fr), ((await app.Platform.Find(" Eve@example.TEST", Now))!.Account, (await app.Platform.Find("eve@example.test", Now))!.Language));
            app.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        Assert.Equal(1, app.Slack.Asked("users.lookupByEmail"));
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await app.Platform.Find("eve@example.test", Now);
        Assert.Equal(2, app.Slack.Asked("users.lookupByEmail"));
    }

    [Fact]
    public async Task An_address_nobody_has_is_asked_for_again_after_five_minutes()
    {
        await using var app = await SlackApp.Start(static (_, _) => Task.FromResult<Answer>(new Answer.Done()));
        Assert.Null(await app.Platform.Find("nobody@example.test", Now));
        Assert.Null(await app.Platform.Find("nobody@example.test", Now));
        Assert.Equal(1, app.Slack.Asked("users.lookupByEmail"));
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Null(await app.Platform.Find("nobody@example.test", Now));
        Assert.Equal(2, app.Slack.Asked("users.lookupByEmail"));
    }

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private static Task<Profile?> Look(SlackApp app) => app.Platform.Look(Eve, TimeSpan.FromMinutes(5), Now);

    private static async Task<SlackApp> With(string eve)
    {
        var farEnd = new FarEnd();
        farEnd.Users["U0EVE"] = eve;
        return await SlackApp.Start(static (_, _) => Task.FromResult<Answer>(new Answer.Done()), farEnd);
    }
}
