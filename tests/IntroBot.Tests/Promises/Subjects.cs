using System.Collections.Immutable;
using System.Globalization;
using IntroBot.Conversation;
using IntroBot.Introductions;
using IntroBot.Ledger;
using IntroBot.Playground.Slack;
using Microsoft.Extensions.DependencyInjection;

namespace IntroBot.Tests.Promises;

/// <summary>Brings introductions to where a test wants them, step by step as their people would.</summary>
internal sealed class Subjects(World world, Func<string, Account>? account = null)
{
    private static readonly (State State, string Step)[] s_way =
    [
        (State.Acknowledged, Steps.Claim), (State.Met, Steps.Met), (State.InProcess, Steps.InProcess), (State.Hired, Steps.Hired), (State.NotNow, Steps.NotNow),
    ];

    private readonly TurnHandler _handle = world.Services.GetRequiredService<TurnHandler>();
    private readonly Keys _keys = world.Services.GetRequiredService<Keys>();
    private int _requests;

    /// <summary>An introduction by Ines in a state, taken by <paramref name="claimer"/> where it was taken; passed to somebody first, or muted, when asked for.</summary>
    public async Task<IntroductionId> In(State state, string claimer = Office.Clara, string? passedTo = null, bool muted = false)
    {
        var request = Request();
        var id = _keys.Introduction(request);
        await Do(Office.Ines, new Said.Submitted(Steps.Introduce, null, Fields(
            ("contact", "Ada Martin"), ("about", "backend engineer"), ("route", "tech"), ("agreement", "agreed"), ("address", $"ada{_requests}@example.com"), ("note", "We shared an office."))), request);
        if (passedTo is not null)
        {
            await Do(Office.Theo, new Said.Submitted(Steps.Pass, id, Fields(("to", passedTo))));
        }

        var way = state switch
        {
            State.Waiting => [],
            State.NotNow => [Steps.Claim, Steps.NotNow],
            State.Withdrawn => [Steps.Claim],
            _ => s_way.TakeWhile(stop => stop.State <= state).Select(static stop => stop.Step),
        };
        foreach (var step in way)
        {
            await Do(claimer, step is Steps.Hired or Steps.NotNow ? new Said.Submitted(step, id, Fields(("reason", "later"), ("sentence", "It was a pleasure."))) : new Said.Pressed(step, id));
        }

        if (state == State.Withdrawn)
        {
            await Do(Office.Ines, new Said.Pressed(Steps.Withdraw, id));
        }

        if (muted)
        {
            await Do(Office.Ines, new Said.Pressed(Steps.Mute, id));
        }

        return id;
    }

    /// <summary>Somebody says something, and it is done.</summary>
    public async Task Do(string user, Said said, string? request = null)
    {
        var who = Account(user);
        var answer = await _handle(new Turn(who, who.Organisation, request ?? Request(), said), CancellationToken.None);
        Assert.IsType<Answer.Done>(answer);
    }

    /// <summary>The account somebody is known by.</summary>
    public Account Account(string user) => account?.Invoke(user) ?? new Account(PlatformKind.Slack, Demo.Team, user);

    private static ImmutableDictionary<string, string> Fields(params (string Field, string Value)[] values) => values.ToImmutableDictionary(static pair => pair.Field, static pair => pair.Value);

    private string Request() => "built-" + (++_requests).ToString(CultureInfo.InvariantCulture);
}
