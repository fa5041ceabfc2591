using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace IntroBot.Benchmarks;

/// <summary>Slack's Web API and Teams' keys, as quick as they can be: everything is accepted, and each form's arrival is remembered.</summary>
internal static class FarEnd
{
    private static int s_posts;

    /// <summary>How many messages were posted.</summary>
    public static int Posts => Volatile.Read(ref s_posts);

    /// <summary>When the form of a trigger was asked for, in ticks of <see cref="Stopwatch"/>.</summary>
    public static ConcurrentDictionary<string, long> Forms { get; } = [];

    public static async Task<WebApplication> Serve(string address, Tokens tokens)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        var app = builder.Build();
        app.MapGet("/keys/openid", () => Json($$$"""{"issuer":"{{{Tokens.Issuer}}}","jwks_uri":"{{{address}}}/keys/jwks","id_token_signing_alg_values_supported":["RS256"]}"""));
        app.MapGet("/keys/jwks", () => Json(tokens.Keys));
        app.MapPost("/api/auth.test", static () => Json("""{"ok":true,"url":"https://acme.slack.com/","team":"Acme","user":"introbot","team_id":"T0ACME","user_id":"U0INTRO","bot_id":"B0INTRO"}"""));
        app.MapPost("/api/views.open", static async (HttpRequest request) =>
        {
            var at = Stopwatch.GetTimestamp();
            using var body = await JsonDocument.ParseAsync(request.Body);
            Forms[body.RootElement.GetProperty("trigger_id").GetString()!] = at;
            return Json("""{"ok":true,"view":{"id":"V1","hash":"h","root_view_id":"V1","state":{"values":{}}}}""");
        });
        app.Map("/api/users.info", static async (HttpRequest request) =>
        {
            var user = request.HasFormContentType ? (await request.ReadFormAsync())["user"].ToString() : request.Query["user"].ToString();
            return Json($$$$"""{"ok":true,"user":{"id":"{{{{user}}}}","team_id":"T0ACME","name":"x","deleted":false,"is_bot":false,"locale":"en-US","profile":{"display_name":"{{{{user}}}}","real_name":"{{{{user}}}}","email":"{{{{user.ToLowerInvariant()}}}}@example.test"}}}""");
        });
        app.MapPost("/api/{method}", static (string method) => Json(string.Create(CultureInfo.InvariantCulture, $$$"""{"ok":true,"channel":"C0TECH","ts":"1700000000.{{{Interlocked.Increment(ref s_posts):D6}}}","message":{}}""")));
        app.MapPost("/login/{tenant}/oauth2/v2.0/token", static () => Json("""{"token_type":"Bearer","expires_in":3600,"access_token":"benchmark"}"""));
        app.MapGet("/connector/v3/conversations/{conversation}/members/{user}", static (string user) =>
            Json($$$"""{"id":"29:eve","aadObjectId":"{{{Tokens.Eve}}}","objectId":"{{{Tokens.Eve}}}","name":"Eve","email":"eve@example.test","userPrincipalName":"eve@example.test","tenantId":"{{{Tokens.Tenant}}}","userRole":"user"}"""));
        await app.StartAsync();
        return app;
    }

    private static IResult Json(string body) => Results.Text(body, "application/json");
}
