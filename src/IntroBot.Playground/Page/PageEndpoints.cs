using System.Globalization;
using System.Text.Json.Nodes;
using IntroBot.Playground.Slack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IntroBot.Playground.Page;

/// <summary>Slack's page, the files of all pages, and what it fetches.</summary>
internal static class PageEndpoints
{
    public static void MapPlaygroundPage(this IEndpointRouteBuilder endpoints, Stage stage)
    {
        var slack = stage.Slack;
        var page = endpoints.MapGroup("/playground").AllowAnonymous().AddEndpointFilter(Guarded);
        page.MapFrame(stage);
        page.MapGet("/assets/{**file}", (string file) => Assets.Serve(file));
        foreach (var chat in (string[])["slack", "teams"])
        {
            page.MapGet("/" + chat, () => Assets.Serve("chat.html"));
        }

        page.MapGet("/api/state", (HttpContext context) => State(slack, Who(context)));
        page.MapGet("/api/live", (HttpContext context) => Live(slack, context));
        page.MapPost("/api/{act}", (string act, HttpContext context) => Act(slack, act, context));
    }

    private static async ValueTask<object?> Guarded(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        return await next(context);
    }

    private static string Who(HttpContext context) => context.Request.Query["as"] is [{ Length: > 0 } who] ? who : Demo.Emma;

    private static IResult State(SlackWorkspace slack, string who)
    {
        var version = slack.Version;
        var state = slack.Read(world => world.People.ContainsKey(who) ? PageState.Of(world, who, version).ToJsonString() : null);
        return state is null ? Results.Json(new { ok = false, why = "user_not_found" }, statusCode: 404) : Results.Text(state, "application/json");
    }

    private static async Task Live(SlackWorkspace slack, HttpContext context)
    {
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.ContentType = "text/event-stream";
        try
        {
            while (true)
            {
                var next = slack.Changed();
                await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"event: changed\ndata: {slack.Version}\n\n"), ending.Token);
                await context.Response.Body.FlushAsync(ending.Token);
                await next.WaitAsync(ending.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The window was closed, or the host stops.
        }
    }

    private static async Task<IResult> Act(SlackWorkspace slack, string act, HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            return Results.Json(new { ok = false, why = "send JSON" }, statusCode: 415);
        }

        if (await Body(context) is not { } asked)
        {
            return Results.Json(new { ok = false, why = "the body is not a JSON object" }, statusCode: 400);
        }

        return await PageActs.Do(slack, act, asked) switch
        {
            null => Results.NotFound(new { ok = false, why = $"there is no act {act}" }),
            { Ok: true } => Results.Json(new { ok = true }),
            var failed => Results.Json(new { ok = false, why = failed.Why }),
        };
    }

    private static async Task<JsonObject?> Body(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        return IntroBot.Playground.Slack.State.Json.Parse(await reader.ReadToEndAsync(context.RequestAborted)) as JsonObject;
    }
}
