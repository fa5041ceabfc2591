using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.State;
using IntroBot.Playground.Slack.Wire;

namespace IntroBot.Playground.Slack.WebApi;

/// <summary>Answers the bot's calls: the fault that was asked for, then who calls, how often, with which scope and arguments, then the method.</summary>
internal sealed class WebApiServer(SlackWorkspace slack)
{
    private sealed record Outcome(WireAnswer Answer, string? Error, bool Accepted, IReadOnlyList<JsonObject> Echoes);

    public async Task<WireAnswer> Receive(WireRequest request, CancellationToken cancellation)
    {
        var what = request.Path.StartsWith("api/", StringComparison.Ordinal) ? request.Path[4..] : "response_url";
        var fault = slack.Faults.Take(what, request);
        await Wait(fault?.Before, cancellation);
        var refused = new Outcome(fault?.Instead ?? WireAnswer.Broken, "fault", false, []);
        var outcome = slack.Change(world =>
        {
            var run = fault is { Accepts: false } ? refused : what == "response_url" ? Respond(world, request) : Run(world, what, request);
            world.Log(Logged(world, what, request, run, fault));
            return run;
        });
        foreach (var echo in outcome.Echoes)
        {
            _ = slack.Events.Deliver(echo);
        }

        await Wait(fault?.After, cancellation);
        return fault?.Instead ?? outcome.Answer;
    }

    private Task Wait(TimeSpan? time, CancellationToken cancellation) =>
        time is { Ticks: > 0 } wait ? Task.Delay(wait, slack.Clock, cancellation) : Task.CompletedTask;

    private static WireCall Logged(World world, string what, WireRequest request, Outcome run, Fault? fault)
    {
        var error = fault?.Instead is { } instead ? $"fault: {(instead.Lost ? "connection lost" : $"{instead.Status} {instead.Body}")}" : run.Error;
        return new(world.Now, "bot", what, error is null, error, Brief.Of(what, request), run.Accepted, request.Body.Length > 0 ? request.Body : request.Query);
    }

    private static Outcome Run(World world, string name, WireRequest request)
    {
        var echoes = new List<JsonObject>();
        try
        {
            if (!ApiMethod.All.TryGetValue(name, out var method))
            {
                throw new Refusal("unknown_method");
            }

            var args = Arguments.Of(request, method.TakesJson);
            var call = new Call(world, method, args, Team(world, request, args), echoes);
            var perMinute = method.PerMinute(world.Options.Limits);
            call.Paced(name, perMinute, perMinute / 60.0);
            if (method.Scope is { } scope)
            {
                call.NeedsScope(scope);
            }

            call.NeedsArguments();
            return new(WithScopes(world, WireAnswer.Json(method.Run(call))), null, true, echoes);
        }
        catch (Refusal refusal)
        {
            return new(WithScopes(world, refusal.Answer()), refusal.Why, false, []);
        }
    }

    private static Outcome Respond(World world, WireRequest request)
    {
        try
        {
            ResponseUrls.Answer(world, request);
            return new(WireAnswer.Plain(200, "ok"), null, true, []);
        }
        catch (Refusal refusal)
        {
            var gone = refusal.Message is "used_url" or "expired_url";
            var answer = gone ? WireAnswer.Plain(404, refusal.Message) : refusal.Answer();
            return new(answer.Status == 200 ? answer with { Status = 400 } : answer, refusal.Why, false, []);
        }
    }

    private static WireAnswer WithScopes(World world, WireAnswer answer) => answer with
    {
        Headers = new Dictionary<string, string>(answer.Headers) { ["x-oauth-scopes"] = string.Join(',', world.Options.Scopes) },
    };

    private static string Team(World world, WireRequest request, Arguments args)
    {
        var token = request.Authorization is { } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? header[7..].Trim()
            : MayCarryToken(request) ? args.Text("token") : null;
        if (string.IsNullOrEmpty(token))
        {
            throw new Refusal("not_authed");
        }

        var installation = world.Installations.GetValueOrDefault(token) ?? throw new Refusal("invalid_auth");
        return installation.Ended is null ? installation.TeamId : throw new Refusal(installation.Ended);
    }

    private static bool MayCarryToken(WireRequest request) =>
        request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) ?? false;
}
