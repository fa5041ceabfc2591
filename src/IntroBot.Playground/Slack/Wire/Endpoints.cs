using System.Text;
using IntroBot.Playground.Slack.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntroBot.Playground.Slack;

/// <summary>The workspace on a real socket.</summary>
internal static class Endpoints
{
    /// <summary>Serves <c>{prefix}/api/{method}</c> and <c>{prefix}/response/{id}</c>.</summary>
    public static void MapSlackWorkspace(this IEndpointRouteBuilder endpoints, SlackWorkspace slack, string prefix)
    {
        foreach (var part in (string[])["api", "response"])
        {
            endpoints.MapMethods($"{prefix}/{part}/{{name}}", ["GET", "POST"], (string name, HttpContext context) => Answer(slack, $"{part}/{name}", context)).AllowAnonymous();
        }
    }

    private static async Task Answer(SlackWorkspace slack, string path, HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var request = context.Request;
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var answer = await slack.Receive(
            new(request.Method, path, request.QueryString.Value ?? "", request.Headers.Authorization, request.ContentType, body),
            context.RequestAborted);
        if (answer.Lost)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(answer.Body, context.RequestAborted);
    }
}
