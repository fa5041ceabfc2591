using System.Text.Json.Nodes;
using IntroBot.Playground.Teams;

namespace IntroBot.Tests.Playground;

/// <summary>Deadlines: a turn comes again as it was, an invoke under a new id.</summary>
public sealed class TeamsDelivery : IDisposable
{
    private readonly TeamsStubBot bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task A_turn_not_answered_in_15_seconds_comes_again_the_same_twice_at_most()
    {
        bot.Answers = Never;
        var saying = bot.Teams.SayInPersonalChat(Maison.Emma, "hello");
        bot.Clock.Advance(TimeSpan.FromSeconds(14.9));
        Assert.False(saying.IsCompleted);
        bot.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal("Unable to reach app", (await saying).Why);
        await Exchanged(1, arrived: 2);
        bot.Clock.Advance(TimeSpan.FromSeconds(15));
        await Exchanged(2, arrived: 3);
        bot.Clock.Advance(TimeSpan.FromSeconds(15));
        await Exchanged(3, arrived: 3);
        bot.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(3, bot.Received.Count);
        Assert.Single(bot.Received.Select(activity => activity.ToJsonString()).Distinct());
        Assert.Single(bot.Teams.Personal(Maison.Emma));
    }

    [Fact]
    public async Task A_turn_answered_at_last_does_not_come_again()
    {
        bot.Answers = (activity, cancellation) => bot.Received.Count == 1 ? Never(activity, cancellation) : Task.FromResult(TeamsStubBot.Answer(""));
        var saying = bot.Teams.SayInPersonalChat(Maison.Emma, "hello");
        bot.Clock.Advance(TimeSpan.FromSeconds(15));
        await saying;
        await Exchanged(2, arrived: 2);
        bot.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(2, bot.Received.Count);
    }

    [Theory]
    [InlineData(500, 1)]
    [InlineData(403, 1)]
    [InlineData(502, 3)]
    [InlineData(503, 3)]
    public async Task Only_what_a_gateway_answers_comes_again(int status, int times)
    {
        bot.AnswersWith("", status);
        Assert.Equal("Unable to reach app", (await bot.Teams.SayInPersonalChat(Maison.Emma, "hello")).Why);
        for (var i = 1; i < times; i++)
        {
            await Exchanged(i, arrived: i);
            bot.Clock.Advance(TimeSpan.FromSeconds(15));
        }

        await Exchanged(times, arrived: times);
        bot.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(times, bot.Received.Count);
    }

    [Fact]
    public async Task An_invoke_not_answered_in_5_seconds_is_asked_twice_more_under_new_ids_and_late_answers_do_nothing()
    {
        var post = await bot.Posted(Maison.Tech);
        var late = new TaskCompletionSource<HttpResponseMessage>();
        bot.Answers = (_, cancellation) => late.Task.WaitAsync(cancellation);
        var pressing = bot.Teams.PressExecute(Maison.Lea, post, "claim");
        for (var asked = 1; asked <= 3; asked++)
        {
            await bot.Teams.Until(_ => bot.Received.Count == asked);
            Assert.False(pressing.IsCompleted);
            bot.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.Equal(("Unable to reach app", null), await pressing is var seen ? (seen.Why, seen.Status) : default);
        late.SetResult(TeamsStubBot.Answer("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"late"}"""));
        Assert.Equal(3, bot.Received.Select(activity => (string?)activity["id"]).Distinct().Count());
        Assert.Single(bot.Received.Select(activity => activity["value"]!.ToJsonString()).Distinct());
    }

    [Fact]
    public async Task An_invoke_answered_at_the_second_asking_is_answered()
    {
        var post = await bot.Posted(Maison.Tech);
        bot.Answers = (activity, cancellation) => bot.Received.Count == 1
            ? Never(activity, cancellation)
            : Task.FromResult(TeamsStubBot.Answer("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Yours."}"""));
        var pressing = bot.Teams.PressExecute(Maison.Lea, post, "claim");
        await bot.Teams.Until(_ => bot.Received.Count == 1);
        bot.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("Yours.", (await pressing).Text);
    }

    [Fact]
    public async Task What_is_doubled_comes_twice_turns_with_one_id_invokes_with_two()
    {
        bot.Teams.Deliveries.Double();
        await bot.Teams.SayInPersonalChat(Maison.Emma, "hello");
        Assert.Equal((2, 1), (bot.Received.Count, Ids()));
        var post = await bot.Posted(Maison.Tech);
        bot.AnswersWith("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Yours."}""");
        bot.Teams.Deliveries.Double();
        Assert.Equal("Yours.", (await bot.Teams.PressExecute(Maison.Lea, post, "claim")).Text);
        Assert.Equal((4, 3), (bot.Received.Count, Ids()));
    }

    [Fact]
    public async Task What_is_held_comes_later_in_any_order()
    {
        bot.Teams.Deliveries.Hold();
        await bot.Teams.SayInPersonalChat(Maison.Emma, "one");
        await bot.Teams.SayInPersonalChat(Maison.Emma, "two");
        Assert.Empty(bot.Received);
        await bot.Teams.Deliveries.Release(waiting => waiting.Reverse());
        Assert.Equal(["two", "one"], bot.Received.Select(activity => (string?)activity["text"]));
    }

    [Fact]
    public async Task A_bot_that_is_away_is_out_of_reach_and_hears_it_when_it_is_back()
    {
        bot.Answers = (_, _) => throw new HttpRequestException("refused");
        Assert.Equal("Unable to reach app", (await bot.Teams.SayInPersonalChat(Maison.Emma, "hello")).Why);
        await Exchanged(1, arrived: 1);
        bot.AnswersWith("");
        bot.Clock.Advance(TimeSpan.FromSeconds(15));
        await Exchanged(2, arrived: 2);
        Assert.True(bot.Teams.Exchanges[^1].Ok);
    }

    [Theory]
    [InlineData(false, "installationUpdate conversationUpdate installationUpdate conversationUpdate")]
    [InlineData(true, "conversationUpdate installationUpdate conversationUpdate installationUpdate")]
    public async Task An_installation_is_told_in_either_order_and_again(bool conversationFirst, string expected)
    {
        await bot.Teams.Install(Maison.Jack, conversationFirst, times: 2);
        Assert.Equal(expected, string.Join(' ', bot.Received.Select(activity => (string?)activity["type"])));
        var told = bot.Received.First(activity => (string?)activity["type"] == "installationUpdate");
        Assert.Equal(("add", "personal", bot.Teams.PersonalChat(Maison.Jack)), ((string?)told["action"], (string?)told["conversation"]!["conversationType"], (string?)told["conversation"]!["id"]));
        Assert.Equal(201, (await bot.Send(bot.Teams.PersonalChat(Maison.Jack), """{"type":"message","text":"welcome"}""")).Status);
    }

    [Fact]
    public async Task A_removed_app_hears_so_and_can_write_no_more()
    {
        await bot.Teams.Uninstall(Maison.Emma);
        Assert.Equal(("installationUpdate", "remove"), ((string?)bot.Heard["type"], (string?)bot.Heard["action"]));
        bot.Teams.Change(state => state.Installed.Remove(Maison.Team));
        Assert.Equal("BotNotInConversationRoster", (await bot.Send(bot.Teams.PersonalChat(Maison.Emma), """{"type":"message","text":"x"}""")).Code);
        Assert.Equal("The app is not installed", (await bot.Teams.SayInPersonalChat(Maison.Emma, "anybody there?")).Why);
    }

    [Fact]
    public async Task A_team_gets_the_app_and_tells_who_comes()
    {
        bot.Teams.Change(state => state.Installed.Remove(Maison.Team));
        await bot.Teams.InstallInTeam(Maison.Team, Maison.Omar);
        var met = bot.Received.Single(activity => (string?)activity["type"] == "conversationUpdate");
        Assert.Equal((bot.Teams.Options.BotId, "teamMemberAdded", Maison.Team), ((string?)met["membersAdded"]![0]!["id"], (string?)met["channelData"]!["eventType"], (string?)met["conversation"]!["id"]));
        await bot.Teams.JoinTeam(Maison.Stranger, Maison.Team);
        Assert.Equal(Maison.Stranger, (string?)bot.Heard["membersAdded"]![0]!["id"]);
        await bot.Teams.HappenInTeam(Maison.Team, Maison.Omar, "somethingNew", new() { ["novelty"] = true });
        Assert.Equal(("somethingNew", true), ((string?)bot.Heard["channelData"]!["eventType"], (bool)bot.Heard["channelData"]!["novelty"]!));
    }

    private static async Task<HttpResponseMessage> Never(JsonNode activity, CancellationToken cancellation)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        throw new OperationCanceledException(cancellation);
    }

    private int Ids() => bot.Received.Select(activity => (string?)activity["id"]).Distinct().Count();

    /// <summary>Waits until so many attempts are over and so many activities arrived.</summary>
    private Task Exchanged(int attempts, int arrived) =>
        bot.Teams.Until(teams => teams.Exchanges.Count(exchange => exchange.From == "teams") == attempts && bot.Received.Count == arrived);
}
