using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace IntroBot.Playground.Teams.Wire;

/// <summary>The tenant on a real socket.</summary>
internal static class TenantEndpoints
{
    /// <summary>Serves everything below a prefix that no other route there takes.</summary>
    public static void MapTenantWire(this IEndpointRouteBuilder endpoints, TeamsTenant teams, string prefix) =>
        endpoints.MapMethods($"{prefix}/{{**path}}", ["GET", "POST", "PUT", "DELETE"], (HttpContext context) => Answer(teams, prefix, context)).AllowAnonymous();

    private static async Task Answer(TeamsTenant teams, string prefix, HttpContext context)
    {
        // The raw target, because an id in a path holds escaped characters that routing would undo.
        var path = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?', 2)[0];
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var request = context.Request;
        var answer = await teams.Receive(
            new(request.Method, path[(prefix.Length + 1)..], request.QueryString.Value ?? "", request.Headers.Authorization, request.ContentType, body), context.RequestAborted);
        if (answer.Lost)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (answer.Body.Length > 0)
        {
            context.Response.ContentType = answer.ContentType;
            await context.Response.WriteAsync(answer.Body, context.RequestAborted);
        }
    }
}
