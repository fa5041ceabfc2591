using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace IntroBot.Benchmarks;

/// <summary>Slack's Web API and Teams' keys, as quick as they can be: everything is accepted, and each form's arrival is remembered.</summary>
internal static class FarEnd
{
    private static int s_calls;

    /// <summary>How many calls were made, other than those that open forms and ask for people.</summary>
    public static int Calls => Volatile.Read(ref s_calls);

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
        app.Map("/api/users.info", static (HttpRequest request) => Person(request, "user"));
        app.Map("/api/users.lookupByEmail", static (HttpRequest request) => Person(request, "email"));
        app.MapPost("/api/{method}", static (string method) => Json(string.Create(CultureInfo.InvariantCulture, $$$"""{"ok":true,"channel":"C0TECH","ts":"1700000000.{{{Interlocked.Increment(ref s_calls):D6}}}","message":{}}""")));
        app.MapPost("/login/{tenant}/oauth2/v2.0/token", static () => Json("""{"token_type":"Bearer","expires_in":3600,"access_token":"benchmark"}"""));
        app.MapGet("/connector/v3/conversations/{conversation}/members/{user}", static (string user) =>
            Json($$$"""{"id":"29:eve","aadObjectId":"{{{Tokens.Eve}}}","objectId":"{{{Tokens.Eve}}}","name":"Eve","email":"eve@example.test","userPrincipalName":"eve@example.test","tenantId":"{{{Tokens.Tenant}}}","userRole":"user"}"""));
        await app.StartAsync();
        return app;
    }

    // One person an address: lea@example.test is U0LEA.
    private static async Task<IResult> Person(HttpRequest request, string key)
    {
        var asked = request.HasFormContentType ? (await request.ReadFormAsync())[key].ToString() : request.Query[key].ToString();
        var user = key == "email" ? "U0" + asked.Split('@')[0].ToUpperInvariant() : asked;
        return Json($$$$"""{"ok":true,"user":{"id":"{{{{user}}}}","team_id":"T0ACME","name":"x","deleted":false,"is_bot":false,"locale":"en-US","profile":{"display_name":"{{{{user}}}}","real_name":"{{{{user}}}}","email":"{{{{user.ToLowerInvariant()}}}}@example.test"}}}""");
    }

    private static IResult Json(string body) => Results.Text(body, "application/json");
}
