using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace IntroBot.Tests.Slack;

/// <summary>What a call brought to Slack.</summary>
internal sealed record Arrived(Uri Address, string Body, string? Authorization)
{
    public string Method => Address.Segments[^1];

    public JsonNode Json => JsonNode.Parse(Body)!;
}

/// <summary>The far end of the HTTP client: answers as Slack does when all is well, or as the test says.</summary>
internal sealed class FarEnd : HttpMessageHandler
{
    private readonly List<Arrived> arrived = [];
    private readonly Dictionary<string, Queue<Func<Task<HttpResponseMessage>>>> script = [];
    private readonly Dictionary<string, string> always = [];
    private int posts;

    public IReadOnlyList<Arrived> Arrived
    {
        get
        {
            lock (arrived)
            {
                return [.. arrived.Where(static call => call.Method != "auth.test")];
            }
        }
    }

    /// <summary>The workspace of the token.</summary>
    public string Workspace { get; set; } = SlackApp.Workspace;

    /// <summary>The answer of users.info, by user.</summary>
    public Dictionary<string, string> Users { get; } = [];

    public int Asked(string method)
    {
        lock (arrived)
        {
            return arrived.Count(call => call.Method == method);
        }
    }

    public IEnumerable<Arrived> Calls(string method) => Arrived.Where(call => call.Method == method);

    /// <summary>Answers a method the same way each time, from now on.</summary>
    public void Always(string method, string json) => always[method] = json;

    public void Next(string method, Func<Task<HttpResponseMessage>> answer)
    {
        lock (arrived)
        {
            if (!script.TryGetValue(method, out var queue))
            {
                script[method] = queue = new();
            }

            queue.Enqueue(answer);
        }
    }

    public void Next(string method, string json, HttpStatusCode status = HttpStatusCode.OK) => Next(method, () => Task.FromResult(Json(json, status)));

    public void Fails(string method, string error) => Next(method, $$"""{"ok":false,"error":"{{error}}"}""");

    public void Throttles(string method, string? retryAfter) => Next(method, () =>
    {
        var response = Json("""{"ok":false,"error":"ratelimited"}""", HttpStatusCode.TooManyRequests);
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return Task.FromResult(response);
    });

    public void Throws(string method, HttpRequestError error) => Next(method, () => throw new HttpRequestException(error, "out of order"));

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var call = new Arrived(request.RequestUri!, body, request.Headers.Authorization?.ToString());
        Func<Task<HttpResponseMessage>>? scripted = null;
        lock (arrived)
        {
            arrived.Add(call);
            if (script.TryGetValue(call.Method, out var queue) && queue.Count > 0)
            {
                scripted = queue.Dequeue();
            }
        }

        return scripted is not null ? await scripted().WaitAsync(cancellationToken) : Json(always.GetValueOrDefault(call.Method) ?? Usual(call));
    }

    private string Usual(Arrived call) => call.Method switch
    {
        "auth.test" => $$"""{"ok":true,"url":"https://acme.slack.com/","team":"Acme","user":"introbot","team_id":"{{Workspace}}","user_id":"U0BOT","bot_id":"B0BOT"}""",
        "chat.postMessage" => $$"""{"ok":true,"channel":"{{Channel(call)}}","ts":"17000000{{Interlocked.Increment(ref posts):00}}.000100"}""",
        "chat.update" => """{"ok":true,"channel":"C0TECH","ts":"1700000001.000100","text":""}""",
        "chat.postEphemeral" => """{"ok":true,"message_ts":"1700000001.000200"}""",
        "views.open" or "views.update" => """{"ok":true,"view":{"id":"V0NEW","hash":"1.a"}}""",
        "users.info" => User(call),
        "users.lookupByEmail" => """{"ok":false,"error":"users_not_found"}""",
        _ => """{"ok":true}""",
    };

    private static string Channel(Arrived call) => (string)call.Json["channel"]! is ['U', .. var rest] ? "D" + rest : (string)call.Json["channel"]!;

    private string User(Arrived call)
    {
        var user = call.Body.Split('&').Single(static field => field.StartsWith("user=", StringComparison.Ordinal))["user=".Length..];
        return Users.TryGetValue(user, out var found) ? $$"""{"ok":true,"user":{{found}}}""" : """{"ok":false,"error":"user_not_found"}""";
    }
}
