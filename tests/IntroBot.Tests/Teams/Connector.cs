using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace IntroBot.Tests.Teams;

/// <summary>What a call brought to the Connector.</summary>
internal sealed record Called(HttpMethod Method, Uri Address, string Body, string? Authorization)
{
    public string Path => Address.AbsolutePath;

    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>What the call does, for scripts: send, thread, personal, update, delete, member, members.</summary>
    public string Does => (Method.Method, Path) switch
    {
        ("GET", var path) when path.EndsWith("/pagedmembers", StringComparison.Ordinal) => "members",
        ("GET", _) => "member",
        ("PUT", _) => "update",
        ("DELETE", _) => "delete",
        (_, var path) when path.EndsWith("/v3/conversations", StringComparison.Ordinal) => (bool)Json["isGroup"]! ? "thread" : "personal",
        _ => "send",
    };
}

/// <summary>The far end of the Connector client: answers as Teams does when all is well, or as the test says.</summary>
internal sealed class Connector : HttpMessageHandler
{
    private readonly List<Called> called = [];
    private readonly Dictionary<string, Queue<Func<HttpResponseMessage>>> script = [];
    private int sent;

    /// <summary>Members of every conversation, by any of the names they go by.</summary>
    public Dictionary<string, string> Members { get; } = new()
    {
        [Samples.EveId] = Samples.Member(Samples.EveId, Samples.EveUser, "Eve Example", "eve@example.test"),
        [Samples.EveUser] = Samples.Member(Samples.EveId, Samples.EveUser, "Eve Example", "eve@example.test"),
        [Samples.LeaId] = Samples.Member(Samples.LeaId, Samples.LeaUser, "Léa Example", "lea@example.test"),
        [Samples.LeaUser] = Samples.Member(Samples.LeaId, Samples.LeaUser, "Léa Example", "lea@example.test"),
    };

    public IReadOnlyList<Called> Calls(string does)
    {
        lock (called)
        {
            return [.. called.Where(call => call.Does == does)];
        }
    }

    public int All
    {
        get
        {
            lock (called)
            {
                return called.Count;
            }
        }
    }

    public void Next(string does, Func<HttpResponseMessage> answer)
    {
        lock (called)
        {
            if (!script.TryGetValue(does, out var queue))
            {
                script[does] = queue = new();
            }

            queue.Enqueue(answer);
        }
    }

    public void Next(string does, HttpStatusCode status, string? code = null, string? retryAfter = null) => Next(does, () =>
    {
        var response = new HttpResponseMessage(status);
        if (code is not null)
        {
            response.Content = new StringContent($$$"""{"error":{"code":"{{{code}}}","message":"m"}}""", Encoding.UTF8, "application/json");
        }

        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return response;
    });

    public void Throws(string does, HttpRequestError error) => Next(does, () => throw new HttpRequestException(error, "out of order"));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var call = new Called(request.Method, request.RequestUri!, body, request.Headers.Authorization?.ToString());
        Func<HttpResponseMessage>? scripted = null;
        lock (called)
        {
            called.Add(call);
            if (script.TryGetValue(call.Does, out var queue) && queue.Count > 0)
            {
                scripted = queue.Dequeue();
            }
        }

        return scripted is not null ? scripted() : Usual(call);
    }

    private HttpResponseMessage Usual(Called call) => call.Does switch
    {
        "member" => Members.TryGetValue(Uri.UnescapeDataString(call.Path.Split('/')[^1]), out var member) ? Json(member) : Fault(HttpStatusCode.NotFound, "MemberNotFoundInConversation"),
        "members" => Json($$"""{"members":[{{string.Join(',', Members.Values.Distinct())}}]}"""),
        "personal" => Json($$"""{"id":"a:1{{(string)call.Json["members"]![0]!["id"]!}}"}""", HttpStatusCode.Created),
        "thread" => Thread((string)call.Json["channelData"]!["channel"]!["id"]!),
        "send" => Json($$"""{"id":"170000000{{Interlocked.Increment(ref sent):0000}}"}""", HttpStatusCode.Created),
        _ => Json("{}"),
    };

    private HttpResponseMessage Thread(string channel)
    {
        var id = $"170000000{Interlocked.Increment(ref sent):0000}";
        return Json($$"""{"id":"{{channel}};messageid={{id}}","activityId":"{{id}}"}""", HttpStatusCode.Created);
    }

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) => new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Fault(HttpStatusCode status, string code) => Json($$$"""{"error":{"code":"{{{code}}}","message":"m"}}""", status);
}
