using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using IntroBot.Conversation;

namespace IntroBot.Tests.Teams;

public sealed class TokenTests
{
    private static readonly string Hello = Samples.Says("hello").ToJsonString();

    private static ITestOutputHelper? Output => TestContext.Current.TestOutputHelper;

    [Fact]
    public async Task A_good_token_is_let_in()
    {
        await using var app = await Quiet();
        Assert.Equal(HttpStatusCode.OK, await Status(app, app.Issuer.Good(app.Clock.GetUtcNow())));
        Assert.Single(app.Turns);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    [InlineData("PS256")]
    public async Task Only_RS256_signs(string algorithm)
    {
        await using var app = await Quiet();
        await Refused(app, app.Issuer.Token(Issuer.Claims(app.Clock.GetUtcNow()), algorithm: algorithm), HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("iss", "https://api.botframework.us")]
    [InlineData("iss", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")]
    [InlineData("iss", "https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0")]
    [InlineData("iss", "")]
    [InlineData("iss", null)]
    [InlineData("aud", "11111111-2a34-40a1-b28a-b162d5f5327c")]
    [InlineData("aud", "")]
    [InlineData("aud", null)]
    [InlineData("exp", null)]
    public async Task A_token_with_another_claim_or_none_is_refused(string claim, string? value)
    {
        await using var app = await Quiet();
        var claims = Issuer.Claims(app.Clock.GetUtcNow());
        if (value is null)
        {
            claims.Remove(claim);
        }
        else
        {
            claims[claim] = value;
        }

        await Refused(app, app.Issuer.Token(claims), HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_meant_for_several_is_refused()
    {
        await using var app = await Quiet();
        await Refused(app, app.Issuer.Token(Issuer.Claims(app.Clock.GetUtcNow()).With("aud", new JsonArray(TeamsApp.AppId, "another"))), HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(-299, true)]
    [InlineData(-301, false)]
    public async Task An_expired_token_is_taken_for_five_minutes(int seconds, bool isTaken)
    {
        await using var app = await Quiet();
        var claims = Issuer.Claims(app.Clock.GetUtcNow()).With("exp", app.Clock.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds());
        Assert.Equal(isTaken ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, await Status(app, app.Issuer.Token(claims)));
    }

    [Theory]
    [InlineData(299, true)]
    [InlineData(301, false)]
    public async Task A_token_not_yet_in_force_is_taken_five_minutes_early(int seconds, bool isTaken)
    {
        await using var app = await Quiet();
        var claims = Issuer.Claims(app.Clock.GetUtcNow()).With("nbf", app.Clock.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds());
        Assert.Equal(isTaken ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, await Status(app, app.Issuer.Token(claims)));
    }

    [Fact]
    public async Task A_token_that_was_taken_is_refused_once_it_is_over()
    {
        await using var app = await Quiet();
        var token = app.Issuer.Good(app.Clock.GetUtcNow());
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [await Status(app, token), await Status(app, token)]);
        app.Clock.Advance(TimeSpan.FromMinutes(65));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(app, token));
    }

    [Fact]
    public async Task A_token_that_was_taken_is_refused_once_its_key_is_withdrawn()
    {
        await using var app = await Quiet();
        using var old = app.Issuer.Key;
        var token = app.Issuer.Good(app.Clock.GetUtcNow());
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [await Status(app, token), await Status(app, token)]);
        app.Issuer.Keys.Remove(old);
        await KeysAreReadAgain(app);
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(app, token));
    }

    [Fact]
    public async Task A_token_that_was_taken_is_refused_once_its_key_no_longer_signs_for_Teams()
    {
        await using var app = await Quiet();
        var token = app.Issuer.Good(app.Clock.GetUtcNow());
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [await Status(app, token), await Status(app, token)]);
        app.Issuer.Key.Endorse("webchat");
        await KeysAreReadAgain(app);
        Assert.Equal(HttpStatusCode.Forbidden, await Status(app, token));
    }

    [Fact]
    public async Task A_key_that_is_not_the_Connectors_signs_nothing()
    {
        await using var app = await Quiet();
        using var stranger = new SigningKey("stranger", "msteams");
        var claims = Issuer.Claims(app.Clock.GetUtcNow());
        await Refused(app, app.Issuer.Token(claims, stranger), HttpStatusCode.Unauthorized);
        await Refused(app, app.Issuer.Token(claims, stranger, keyId: app.Issuer.Key.Id), HttpStatusCode.Unauthorized);
        await Refused(app, app.Issuer.Token(claims, keyId: ""), HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_key_that_is_not_endorsed_for_Teams_signs_nothing()
    {
        await using var app = await Quiet();
        app.Issuer.Keys.Add(new SigningKey("other-channel", "webchat"));
        app.Issuer.Keys.Add(new SigningKey("no-channel"));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var key in app.Issuer.Keys.Skip(1).Reverse().ToList())
        {
            await Refused(app, app.Issuer.Token(Issuer.Claims(app.Clock.GetUtcNow()), key), HttpStatusCode.Forbidden);
        }
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/amer/")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_token_for_another_service_URL_is_refused(string? serviceUrl)
    {
        await using var app = await Quiet();
        var claims = Issuer.Claims(app.Clock.GetUtcNow());
        if (serviceUrl is null)
        {
            claims.Remove("serviceurl");
        }
        else
        {
            claims["serviceurl"] = serviceUrl;
        }

        await Refused(app, app.Issuer.Token(claims), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_slash_at_the_end_of_the_service_URL_makes_no_difference()
    {
        await using var app = await Quiet();
        Assert.Equal(HttpStatusCode.OK, await Status(app, app.Issuer.Good(app.Clock.GetUtcNow(), Samples.ServiceUrl.TrimEnd('/'))));
    }

    [Theory]
    [InlineData("webchat")]
    [InlineData("emulator")]
    [InlineData("MSTEAMS")]
    [InlineData(null)]
    public async Task Another_channel_is_refused(string? channel)
    {
        await using var app = await Quiet();
        using var answer = await app.Send(Samples.Says("hello").With("channelId", channel));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(app.Turns);
    }

    [Fact]
    public async Task A_tenant_the_programme_does_not_name_is_refused_and_so_is_none_or_two()
    {
        await using var app = await Quiet();
        const string stranger = "99999999-0c52-4f0e-9b11-5f1f3b8c1d2e";
        JsonObject[] activities =
        [
            Samples.Says("hello").Change(static activity => { activity["conversation"]!["tenantId"] = stranger; activity["channelData"]!["tenant"]!["id"] = stranger; }),
            Samples.Says("hello").Change(static activity => activity["channelData"]!["tenant"]!["id"] = stranger),
            Samples.Says("hello").Change(static activity => activity["conversation"]!["tenantId"] = stranger),
            Samples.Says("hello").Change(static activity => { activity["conversation"]!.AsObject().Remove("tenantId"); activity.Remove("channelData"); }),
        ];
        foreach (var activity in activities)
        {
            using var answer = await app.Send(activity);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.Empty(app.Turns);
        Assert.Equal(0, app.Connector.All);
    }

    [Fact]
    public async Task The_first_request_under_a_rotated_key_passes()
    {
        await using var app = await Quiet();
        Assert.Equal(HttpStatusCode.OK, await Status(app, app.Issuer.Good(app.Clock.GetUtcNow())));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        app.Issuer.Keys.Add(new SigningKey("key-2", "msteams"));
        Assert.Equal(HttpStatusCode.OK, await Status(app, app.Issuer.Good(app.Clock.GetUtcNow())));
    }

    [Fact]
    public async Task Keys_nobody_knows_fetch_the_metadata_at_most_every_thirty_seconds()
    {
        await using var app = await Quiet();
        Assert.Equal(HttpStatusCode.OK, await Status(app, app.Issuer.Good(app.Clock.GetUtcNow())));
        var before = app.Issuer.Fetched;
        using var stranger = new SigningKey("x", "msteams");
        for (var i = 0; i < 60; i++)
        {
            await Refused(app, app.Issuer.Token(Issuer.Claims(app.Clock.GetUtcNow()), stranger, keyId: $"unknown-{i}"), HttpStatusCode.Unauthorized);
            app.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(app.Issuer.Fetched - before, 1, 2);
    }

    [Fact]
    public async Task While_the_metadata_cannot_be_had_known_keys_stay_good_for_five_days()
    {
        await using var app = await Quiet();
        Assert.Equal(HttpStatusCode.OK, await Status(app, app.Issuer.Good(app.Clock.GetUtcNow())));
        app.Issuer.IsDown = true;
        app.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Equal(HttpStatusCode.OK, await Status(app, app.Issuer.Good(app.Clock.GetUtcNow())));
        app.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(app, app.Issuer.Good(app.Clock.GetUtcNow())));
        app.Issuer.IsDown = false;
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, await Status(app, app.Issuer.Good(app.Clock.GetUtcNow())));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a.b.c")]
    [InlineData("e30.e30.e30")]
    [InlineData("..")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    public async Task Garbage_is_no_token(string? token)
    {
        await using var app = await Quiet();
        await Refused(app, token, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task No_altered_request_is_let_in()
    {
        await using var app = await Quiet();
        const int n = 20_000;
        const int seed = 4;
        var random = new Random(seed);
        var token = app.Issuer.Good(app.Clock.GetUtcNow());
        var letIn = 0;
        var odd = new List<HttpStatusCode>();
        for (var i = 0; i < n; i++)
        {
            // A signature's last character may spell the same bytes twice over; that is the same token.
            app.Log.Clear();
            var altered = Altered(token, random);
            var status = await Status(app, altered);
            letIn += status == HttpStatusCode.OK && !SameBytes(token, altered) ? 1 : 0;
            if (status is not (HttpStatusCode.Unauthorized or HttpStatusCode.OK))
            {
                odd.Add(status);
            }
        }

        Output?.WriteLine($"promise 13, Teams: n = {n} altered tokens, seed {seed}, {letIn} let in");
        Assert.Equal(0, letIn);
        Assert.Empty(odd);
    }

    private static string Altered(string token, Random random)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
        var text = new StringBuilder(token);
        var at = random.Next(text.Length);
        switch (random.Next(4))
        {
            case 0:
                text.Remove(at, 1);
                break;
            case 1:
                text.Insert(at, alphabet[random.Next(alphabet.Length)]);
                break;
            case 2:
                (text[at], text[^(1 + (at % 20))]) = (text[^(1 + (at % 20))], text[at]);
                break;
            default:
                text[at] = alphabet[(alphabet.IndexOf(text[at], StringComparison.Ordinal) + 1 + random.Next(alphabet.Length - 1)) % alphabet.Length];
                break;
        }

        return text.ToString();
    }

    private static bool SameBytes(string one, string other) => one.Split('.') is var parts && other.Split('.') is var others && parts.Length == others.Length
        && parts.Zip(others).All(static pair => Bytes(pair.First) is { } left && Bytes(pair.Second) is { } right && left.AsSpan().SequenceEqual(right));

    private static byte[]? Bytes(string part)
    {
        try
        {
            return Convert.FromBase64String(part.Replace('-', '+').Replace('_', '/').PadRight((part.Length + 3) / 4 * 4, '='));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static Task<TeamsApp> Quiet() => TeamsApp.Start(Samples.Answers(new Answer.Done()));

    /// <summary>A token under a new key, which has them fetched.</summary>
    private static async Task KeysAreReadAgain(TeamsApp app)
    {
        app.Issuer.Keys.Add(new SigningKey("key-of-tomorrow", "msteams"));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, await Status(app, app.Issuer.Good(app.Clock.GetUtcNow())));
    }

    private static async Task<HttpStatusCode> Status(TeamsApp app, string? token)
    {
        using var answer = await app.Send(Hello, token);
        return answer.StatusCode;
    }

    private static async Task Refused(TeamsApp app, string? token, HttpStatusCode expected)
    {
        var before = (app.Turns.Count, app.Connector.All);
        Assert.Equal(expected, await Status(app, token));
        Assert.Equal(before, (app.Turns.Count, app.Connector.All));
    }
}
