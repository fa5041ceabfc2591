using System.Globalization;
using System.Text.Json.Nodes;
using IntroBot.Playground.Teams.Acts;
using IntroBot.Playground.Teams.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IntroBot.Playground.Teams.Page;

/// <summary>
/// What the page fetches of Teams: <c>state</c>, <c>live</c> and the acts. <c>as</c> is somebody's id, Entra object id or address; an address is the same person in Slack.
/// </summary>
internal static class TeamsPageEndpoints
{
    public static void MapTeamsPage(this IEndpointRouteBuilder endpoints, TeamsTenant teams, string prefix)
    {
        var page = endpoints.MapGroup(prefix).AddEndpointFilter(Guarded).AllowAnonymous();
        page.MapGet("/state", (HttpContext context) => State(teams, context));
        page.MapGet("/live", (HttpContext context) => Live(teams, context));
        page.MapPost("/{act}", (string act, HttpContext context) => Act(teams, act, context));
    }

    private static async ValueTask<object?> Guarded(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        return await next(context);
    }

    private static string? Who(TeamsTenant teams, string? asked) => teams.Read(state => asked is null or "" ? Maison.Emma
        : state.People.Values.FirstOrDefault(person => person.Id == asked || person.ObjectId == asked || person.Email.Equals(asked, StringComparison.OrdinalIgnoreCase))?.Id);

    private static IResult State(TeamsTenant teams, HttpContext context)
    {
        var version = teams.Version;
        return Who(teams, context.Request.Query["as"]) is { } me
            ? Results.Text(teams.Read(state => TeamsPageState.Of(state, me, version).ToJsonString()), "application/json")
            : Results.Json(new { ok = false, why = "user_not_found" }, statusCode: 404);
    }

    private static async Task Live(TeamsTenant teams, HttpContext context)
    {
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.ContentType = "text/event-stream";
        try
        {
            while (true)
            {
                var next = teams.Changed();
                await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"event: changed\ndata: {teams.Version}\n\n"), ending.Token);
                await context.Response.Body.FlushAsync(ending.Token);
                await next.WaitAsync(ending.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The window was closed, or the host stops.
        }
    }

    private static async Task<IResult> Act(TeamsTenant teams, string act, HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            return Results.Json(new { ok = false, why = "send JSON" }, statusCode: 415);
        }

        using var reader = new StreamReader(context.Request.Body);
        if (Json.Parse(await reader.ReadToEndAsync(context.RequestAborted)) is not JsonObject asked)
        {
            return Results.Json(new { ok = false, why = "the body is not a JSON object" }, statusCode: 400);
        }

        if (Who(teams, asked.Text("as")) is not { } me)
        {
            return Results.Json(new { ok = false, why = "user_not_found" }, statusCode: 404);
        }

        try
        {
            return await TeamsPageActs.Do(teams, act, me, asked) is { } seen ? Results.Json(Shown(seen)) : Results.NotFound(new { ok = false, why = $"there is no act {act}" });
        }
        catch (InvalidOperationException wrong)
        {
            return Results.Json(new { ok = false, why = wrong.Message }, statusCode: 400);
        }
    }

    private static object Shown(Seen seen) => seen.Ok ? new { ok = true, why = (string?)null, text = seen.Text, errors = seen.Errors } : new { ok = false, why = seen.Why, text = seen.Text, errors = seen.Errors };
}
