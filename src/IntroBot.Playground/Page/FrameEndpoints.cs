using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IntroBot.Playground.Page;

/// <summary>The frame around both chats: the page itself, one stream of what changed, what just happened, and beginning again.</summary>
internal static class FrameEndpoints
{
    public static void MapFrame(this IEndpointRouteBuilder page, Stage stage)
    {
        page.MapGet("", () => Assets.Serve("index.html"));
        page.MapGet("/live", (HttpContext context) => Live(stage, context));
        page.MapGet("/happened", () => Results.Text(new JsonObject { ["happened"] = WhatHappened.Of(stage) }.ToJsonString(), "application/json"));
        page.MapGet("/happened/{id}", (string id) => WhatHappened.Body(stage, id) is { } body ? Results.Text(body) : Results.NotFound());
        page.MapPost("/reset", (HttpRequest request) => Reset(stage, request));
    }

    private static async Task Live(Stage stage, HttpContext context)
    {
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.ContentType = "text/event-stream";
        var told = new Dictionary<string, long>();
        try
        {
            while (true)
            {
                var next = stage.Changed();
                foreach (var (what, version) in stage.Versions.Where(pair => told.GetValueOrDefault(pair.What, -1) != pair.Version))
                {
                    told[what] = version;
                    await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"event: {what}\ndata: {version}\n\n"), ending.Token);
                }

                await context.Response.Body.FlushAsync(ending.Token);
                await next.WaitAsync(ending.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The window was closed, or the host stops.
        }
    }

    private static async Task<IResult> Reset(Stage stage, HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            return Results.Json(new { ok = false, why = "send JSON" }, statusCode: 415);
        }

        await stage.Reset();
        return Results.Json(new { ok = true });
    }
}
