using IntroBot.Conversation;
using IntroBot.Introductions;
using IntroBot.Ledger;
using IntroBot.Playground.Slack;
using IntroBot.Playground.Teams;
using Microsoft.Extensions.DependencyInjection;

namespace IntroBot.Tests.Promises;

/// <summary>Promise 12: every step by everybody in every state, on each platform, and on one what began on the other. What is allowed does exactly that, once; what is not changes nothing, and the presser reads where things stand.</summary>
public sealed class OnlyTheRightPeopleAct(ITestOutputHelper output) : IAsyncDisposable
{
    private static readonly string[] s_forms = [Steps.Pass, Steps.Hired, Steps.NotNow, Steps.Correct];
    private readonly WatchedStore _store = new();
    private World _world = null!;
    private IDoor _door = null!;
    private Subjects _subjects = null!;
    private int _requests;

    [Theory]
    [InlineData("Slack")]
    [InlineData("Teams")]
    [InlineData("Teams, introduced and taken on Slack")]
    public async Task Every_cell_of_role_and_step_and_state(string where)
    {
        await Open(where);
        var (allowed, refused) = (0, 0);
        foreach (var who in StepTable.Everybody)
        {
            foreach (var state in StepTable.States)
            {
                var subject = await Subject(who, state);
                foreach (var step in StepTable.Steps.Where(step => StepTable.Leads(who, step, state) is null))
                {
                    await Refused(subject, who, step, state);
                    refused++;
                }

                foreach (var step in StepTable.Steps.Where(step => StepTable.Leads(who, step, state) is not null))
                {
                    await Allowed(await Subject(who, state, step), who, step, state);
                    allowed++;
                }
            }
        }

        output.WriteLine($"promise 12, {where}: n = {allowed + refused} cells ({allowed} allowed, {refused} refused), {_requests} signed requests, no randomness");
        Assert.Equal(StepTable.Everybody.Length * StepTable.Steps.Count * StepTable.States.Count, allowed + refused);
    }

    [Fact]
    public async Task A_recruiter_whom_a_new_programme_leaves_out_carries_nothing_on()
    {
        await Open("Slack");
        var left = new Dictionary<State, IntroductionId>();
        foreach (var state in StepTable.States)
        {
            left[state] = await _subjects.In(state, Office.Rex);
        }

        await DisposeAsync();
        await Open("Slack", Office.Programme.Replace(", u0rex@example.test", "", StringComparison.Ordinal));
        foreach (var (state, id) in left)
        {
            foreach (var step in StepTable.Steps)
            {
                await Refused(id, 'R', step, state);
            }
        }

        output.WriteLine($"n = {left.Count * StepTable.Steps.Count} cells, all refused");
    }

    public async ValueTask DisposeAsync() => await _world.DisposeAsync();

    private static string User(char who) => who switch
    {
        'I' => Office.Ines,
        'C' => Office.Clara,
        'T' => Office.Theo,
        'L' => Office.Lou,
        'P' => Office.Paul,
        'F' => Office.Fay,
        'O' => Demo.Omar,
        'M' => Demo.Mina,
        'E' => Demo.Jack,
        'G' => Demo.Guest,
        'X' => Office.Gia,
        'D' => Office.Dan,
        _ => Office.Rex,
    };

    private string Stands(State state, char who)
    {
        var claimer = _door.Name(who is 'X' or 'D' or 'R' ? User(who) : Office.Clara);
        return state switch
        {
            State.Waiting => who == 'P' ? $"waiting for {_door.Name(Office.Paul)}." : "waiting for the team “Technology”.",
            State.Acknowledged => $"{claimer} is on it.",
            State.Met => $"they met; {claimer} is on it.",
            State.InProcess => $"in the hiring process, with {claimer}.",
            State.Hired => $"hired; {claimer} saw it through.",
            State.NotNow => $"not now; {claimer} answered.",
            _ => "withdrawn; the details are erased.",
        };
    }

    private static (string, string)[] Form(string step) => step switch
    {
        Steps.Pass => [("to", "general")],
        Steps.NotNow => [("reason", "later"), ("sentence", "It was a pleasure.")],
        Steps.Correct => [("contact", "Ada Martin"), ("about", "platform engineer"), ("address", "ada@example.com")],
        _ => [],
    };

    private async Task Open(string where, string? programme = null)
    {
        var slack = Office.Slack();
        var teams = where == "Slack" ? null : Office.Teams(slack.Clock);
        _world = Office.Open(_store, slack, programme ?? (where switch { "Slack" => Office.Programme, "Teams" => Office.OnTeamsAlone, _ => Office.Everywhere }), new Office.Nobody(), teams: teams, isOnSlack: where != "Teams");
        _door = teams is null ? new SlackDoor(_world) : new TeamsDoor(_world);
        _subjects = new Subjects(_world, where == "Teams" ? _door.Account : null);
        if (teams is not null)
        {
            await teams.InstallInTeam(Maison.Team, Maison.Omar);
            foreach (var who in StepTable.Everybody)
            {
                // Where somebody can be answered is learned from what they do first, whatever it is.
                await _door.Press(User(who), "nothing", "none");
            }
        }
    }

    private async Task<IntroductionId> Subject(char who, State state, string? step = null)
    {
        if (who is 'X' or 'D')
        {
            await _door.Change(User(who), isGuest: false, isGone: false);
        }

        var id = await _subjects.In(state, who is 'X' or 'D' ? User(who) : Office.Clara, who == 'P' ? "u0paul@example.test" : null, muted: step == Steps.Follow);
        if (who is 'X' or 'D')
        {
            await _door.Change(User(who), isGuest: who == 'X', isGone: who == 'D');
        }

        await _world.Services.GetRequiredService<Pump>().Quiet();
        return id;
    }

    private async Task Refused(IntroductionId id, char who, string step, State state)
    {
        var before = _store.Commits;
        var heard = await Press(who, step, id);
        AssertRefusal(heard, who, step, state);
        if (s_forms.Contains(step) || step == Steps.Claim)
        {
            AssertRefusal(await Send(who, step, id), who, step, state);
        }

        Assert.True(before == _store.Commits, $"{who} {step} {state} wrote something");
    }

    private void AssertRefusal(Heard heard, char who, string step, State state)
    {
        Assert.True(heard is { Told: not null, Form: null }, $"{who} {step} {state} opened {heard.Form}");
        var told = heard.Told;
        var expected = who is 'G' or 'X' or 'D' ? "IntroBot is for members of the organisation. Nothing was changed." : Stands(state, who);
        Assert.True(told.Contains(expected, StringComparison.Ordinal), $"{who} {step} {state}: read “{told}” instead of “{expected}”");
        Assert.DoesNotContain("Ada", told, StringComparison.Ordinal);
    }

    private async Task Allowed(IntroductionId id, char who, string step, State state)
    {
        var reader = _world.Services.GetRequiredService<IntroductionReader>();
        var before = (await reader.Load(id, CancellationToken.None))!.Introduction;
        var heard = await Press(who, step, id);
        if (step is Steps.Contact or Steps.Correct)
        {
            Assert.Contains("Ada Martin", heard.Shown, StringComparison.Ordinal);
        }

        if (s_forms.Contains(step))
        {
            Assert.True(heard.Form == step, $"{who} {step} {state} opened {heard.Form}");
            Assert.Equal(before.State, (await reader.Load(id, CancellationToken.None))!.Introduction.State);
            Assert.Equal(Heard.Nothing, await Send(who, step, id));
        }

        Assert.True(heard.Told is null, $"{who} {step} {state}: {heard.Told}");
        await AssertStep(reader, before, who, step, StepTable.Leads(who, step, state)!.Value);
    }

    private async Task AssertStep(IntroductionReader reader, Introduction before, char who, string step, State next)
    {
        var cell = $"{who} {step} {before.State}";
        var after = (await reader.Load(before.Id, CancellationToken.None))!.Introduction;
        var happened = (await reader.Event(before.Id, after.Next.Event - 1, CancellationToken.None))!;
        var by = Ids.Person(_subjects.Account(User(who)));
        Assert.True(after.State == next, $"{cell} led to {after.State}");
        Assert.True((step, by, before.State, next) == (happened.Step, happened.By, happened.From, happened.To), $"{cell} happened as {happened}");
        // Correcting shows the details first, and each view is an event of its own.
        Assert.True(after.Next.Event - before.Next.Event == (step == Steps.Correct ? 2 : 1), $"{cell} made {after.Next.Event - before.Next.Event} events");
        PersonId? claimer = step is Steps.Claim or Steps.TakeOver ? by : step == Steps.Pass ? null : before.Claimer;
        Assert.True(after.Claimer == claimer, $"{cell}: carried by {after.Claimer}");
        Assert.True(after.Muted == (step is Steps.Mute), cell);
        Assert.True(after.Route == (step == Steps.Pass ? "general" : "tech") && (step != Steps.Correct || after.About == "platform engineer"), cell);
        Assert.True(_store.Keys(Table.Intro, before.Id.Value, "pii").Count == (next == State.Withdrawn ? 0 : 1), $"{cell}: details");
        Assert.True(next != State.Withdrawn || _store.Keys(Table.Intro, before.Id.Value, "t|").Count == 0, $"{cell}: sentences");
    }

    private Task<Heard> Press(char who, string step, IntroductionId id)
    {
        _requests++;
        return _door.Press(User(who), step, id.Value);
    }

    private Task<Heard> Send(char who, string step, IntroductionId id)
    {
        _requests++;
        return _door.Submit(User(who), step, id.Value, Form(step));
    }
}
