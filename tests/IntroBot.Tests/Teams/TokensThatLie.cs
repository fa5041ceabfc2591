using System.Net;
using System.Text.Json.Nodes;
using IntroBot.Conversation;

namespace IntroBot.Tests.Teams;

/// <summary>Promise 13: tokens that lie in one, two or three ways at once, each way with every other; the good one beside them is let in.</summary>
public sealed class TokensThatLie(ITestOutputHelper output)
{
    private static readonly int s_atOnce = Environment.GetEnvironmentVariable("PROVE") == "1" ? 3 : 2;

    // Each row is one thing about a request, each entry a lie about it.
    private static readonly Action<Draft>[][] s_lies =
    [
        [.. new[] { "none", "None", "HS256", "RS384", "RS512", "PS256" }.Select(static algorithm => (Action<Draft>)(draft => draft.Algorithm = algorithm))],
        [Say("iss", "https://api.botframework.us"), Say("iss", "https://sts.windows.net/3f2a0b6e-0c52-4f0e-9b11-5f1f3b8c1d2e/"), Say("iss", ""), Say("iss", 7), Leave("iss")],
        [Say("aud", "11111111-2a34-40a1-b28a-b162d5f5327c"), Say("aud", ""), Leave("aud"), static draft => draft.Claims["aud"] = new JsonArray(TeamsApp.AppId, "another")],
        [static draft => draft.Claims["exp"] = draft.Now.AddSeconds(-301).ToUnixTimeSeconds(), Say("exp", 0), Say("exp", -1), Leave("exp")],
        [static draft => draft.Claims["nbf"] = draft.Now.AddSeconds(301).ToUnixTimeSeconds()],
        [static draft => draft.Key = draft.Keys.Unendorsed, static draft => draft.Key = draft.Keys.ForAnotherChannel, static draft => (draft.Key, draft.KeyId) = (draft.Keys.Strangers, draft.Keys.Known), static draft => draft.Key = draft.Keys.Strangers, static draft => draft.KeyId = ""],
        [Say("serviceurl", "https://smba.trafficmanager.net/amer/"), Say("serviceurl", ""), Say("serviceurl", 7), Leave("serviceurl")],
        [static draft => draft.Activity["channelId"] = "webchat", static draft => draft.Activity.Remove("channelId")],
        [static draft => draft.Activity["conversation"]!["tenantId"] = "99999999-0c52-4f0e-9b11-5f1f3b8c1d2e", static draft => draft.Activity["serviceUrl"] = "https://smba.trafficmanager.net.attacker.example/"],
    ];

    [Fact]
    public async Task None_is_let_in_whatever_else_it_says()
    {
        await using var app = await TeamsApp.Start(Samples.Answers(new Answer.Done()));
        using SigningKey unendorsed = new("no-channel"), elsewhere = new("other-channel", "webchat"), stranger = new("nobodys", "msteams");
        var keys = new Keyring(unendorsed, elsewhere, stranger, app.Issuer.Key.Id);
        Assert.Equal(HttpStatusCode.OK, await Sent(app, keys, []));
        Assert.Single(app.Turns);
        app.Issuer.Keys.InsertRange(0, [unendorsed, elsewhere]);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var (tried, letIn) = (0, 0);
        foreach (var lies in Combinations(0, s_atOnce).Where(static lies => lies.Length > 0))
        {
            app.Log.Clear();
            var status = await Sent(app, keys, lies);
            tried++;
            letIn += status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden ? 0 : 1;
        }

        output.WriteLine($"promise 13, Teams: n = {tried} tokens with 1 to {s_atOnce} lies, {letIn} let in, no seed (every combination)");
        Assert.Equal((0, 1, 0), (letIn, app.Turns.Count, app.Connector.All));
        Assert.Equal(HttpStatusCode.OK, await Sent(app, keys, []));
    }

    [Fact]
    public async Task Once_the_Connector_signs_with_another_key_the_former_one_signs_nothing()
    {
        await using var app = await TeamsApp.Start(Samples.Answers(new Answer.Done()));
        var former = app.Issuer.Key;
        using (var answer = await app.Send(Samples.Says("hello")))
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        app.Issuer.Keys[0] = new SigningKey("key-2", "msteams");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        using var now = await app.Send(Samples.Says("hello"));
        using var before = await app.Send(Samples.Says("hello").ToJsonString(), app.Issuer.Token(Issuer.Claims(app.Clock.GetUtcNow()), former));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (now.StatusCode, before.StatusCode));
        former.Dispose();
    }

    private static async Task<HttpStatusCode> Sent(TeamsApp app, Keyring keys, Action<Draft>[] lies)
    {
        var draft = new Draft(app.Clock.GetUtcNow(), keys) { Key = app.Issuer.Key };
        foreach (var lie in lies)
        {
            lie(draft);
        }

        using var answer = await app.Send(draft.Activity.ToJsonString(), app.Issuer.Token(draft.Claims, draft.Key, draft.Algorithm, draft.KeyId));
        return answer.StatusCode;
    }

    /// <summary>Every choice of at most so many lies, no two about the same thing.</summary>
    private static IEnumerable<Action<Draft>[]> Combinations(int from, int atMost) =>
        from == s_lies.Length || atMost == 0 ? [[]]
        : Combinations(from + 1, atMost).Concat(s_lies[from].SelectMany(lie => Combinations(from + 1, atMost - 1).Select(rest => (Action<Draft>[])[lie, .. rest])));

    private static Action<Draft> Say(string claim, JsonNode value) => draft => draft.Claims[claim] = value.DeepClone();

    private static Action<Draft> Leave(string claim) => draft => draft.Claims.Remove(claim);

    /// <summary>Published keys that may not sign for Teams, a key nobody published, and the id of the one that signs.</summary>
    private sealed record Keyring(SigningKey Unendorsed, SigningKey ForAnotherChannel, SigningKey Strangers, string Known);

    /// <summary>A request that would be let in, until somebody lies about it.</summary>
    private sealed class Draft(DateTimeOffset now, Keyring keys)
    {
        public DateTimeOffset Now => now;

        public Keyring Keys => keys;

        public JsonObject Claims { get; } = Issuer.Claims(now);

        public JsonObject Activity { get; } = Samples.Says("hello", Guid.NewGuid().ToString("N"));

        public string Algorithm { get; set; } = "RS256";

        public required SigningKey Key { get; set; }

        public string? KeyId { get; set; }
    }
}
