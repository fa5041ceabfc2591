using IntroBot.Playground.Teams.State;
using IntroBot.Playground.Teams.Wire;

namespace IntroBot.Playground.Teams.Connector;

/// <summary>Answers the bot's calls: the mishap that was asked for, then who calls, how often, then the operation.</summary>
internal sealed class ConnectorServer(TeamsTenant teams)
{
    private readonly IReadOnlyList<Operation> operations = Operation.All(teams.Issuer);

    private sealed record Outcome(WireAnswer Answer, string? Error, bool Accepted);

    public async Task<WireAnswer> Receive(WireRequest request, CancellationToken cancellation)
    {
        var (operation, path) = operations.Select(candidate => (candidate, Path: candidate.Match(request))).FirstOrDefault(match => match.Path is not null);
        var what = path is null ? "unknown" : operation.Name;
        var mishap = teams.Mishaps.Take(what, request);
        await Wait(mishap?.Before, cancellation);
        var outcome = teams.Change(state =>
        {
            var run = mishap is { Accepts: false } ? new(mishap.Instead!, "as asked for", false)
                : path is null ? new(WireAnswer.Error(404, "NotFound", $"There is no {request.Verb} {request.Path}"), "no such operation", false)
                : Run(operation, new Call(state, request, path));
            state.Log(Logged(state, what, request, run, mishap?.Instead));
            return run;
        });
        await Wait(mishap?.After, cancellation);
        return mishap?.Instead ?? outcome.Answer;
    }

    private static Outcome Run(Operation operation, Call call)
    {
        try
        {
            if (operation.IsConnectors)
            {
                call.NeedsBearer();
                call.Paced("tenant " + call["tenant"], call.Options.Limits.PerTenant, 1);
            }

            var answer = operation.Run(call);
            var refused = answer.Status >= 400;
            return new(answer, refused ? Json.Parse(answer.Body).Text("error_description") ?? answer.Body : null, !refused);
        }
        catch (Refusal refusal)
        {
            return new(refusal.Answer(), refusal.Why, false);
        }
    }

    private static Exchange Logged(TenantState state, string what, WireRequest request, Outcome run, WireAnswer? instead)
    {
        var told = instead ?? run.Answer;
        var error = instead is null ? run.Error : instead.Lost ? "connection lost, as asked for" : $"{instead.Status}, as asked for";
        var body = what == "token" ? "" : request.Body;
        return new(state.Now, "bot", what, error is null, told.Status, error, Uri.UnescapeDataString(request.Path) + request.Query, run.Accepted, body);
    }

    private Task Wait(TimeSpan? time, CancellationToken cancellation) =>
        time is { Ticks: > 0 } wait ? Task.Delay(wait, teams.Clock, cancellation) : Task.CompletedTask;
}
