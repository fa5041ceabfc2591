using System.Globalization;
using System.Net;
using System.Text;
using IntroBot.Conversation;
using IntroBot.Slack.Receiving;

namespace IntroBot.Tests.Slack;

public sealed class SignatureTests
{
    private const string Timestamp = "1531420618";
    private const string Signed = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private const string Body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
        + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    private static readonly byte[] Introduce = SlackApp.Form(Samples.Command("/introduce", "Ada"));

    private static ITestOutputHelper? Output => TestContext.Current.TestOutputHelper;

    [Fact]
    public void The_documented_example_verifies() => Assert.Equal(Signed, Signature.Sign(SlackApp.Secret, Timestamp, Encoding.UTF8.GetBytes(Body)));

    [Fact]
    public void A_byte_less_does_not_verify() => Assert.False(Signature.Holds(SlackApp.Secret, Timestamp, Encoding.UTF8.GetBytes(Body[..^1]), Signed));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void An_empty_secret_verifies_nothing(string secret)
    {
        var body = Encoding.UTF8.GetBytes(Body);
        Assert.False(Signature.Holds(secret, Timestamp, body, Signature.Sign(secret, Timestamp, body)));
    }

    [Theory]
    [InlineData(0, HttpStatusCode.OK)]
    [InlineData(300, HttpStatusCode.OK)]
    [InlineData(-300, HttpStatusCode.OK)]
    [InlineData(299, HttpStatusCode.OK)]
    [InlineData(301, HttpStatusCode.Unauthorized)]
    [InlineData(-301, HttpStatusCode.Unauthorized)]
    public async Task A_request_counts_within_five_minutes_either_way(int seconds, HttpStatusCode expected)
    {
        await using var app = await Quiet();
        using var answer = await app.Send("/slack/commands", Introduce, shift: TimeSpan.FromSeconds(seconds));
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(expected == HttpStatusCode.OK ? 1 : 0, app.Turns.Count);
    }

    [Fact]
    public async Task During_rotation_both_secrets_sign_and_no_third_one_does()
    {
        await using var app = await SlackApp.Start(Answers(), ("Slack:PreviousSigningSecret", "the-one-before"));
        using var now = await app.Send("/slack/commands", Introduce);
        using var before = await app.Send("/slack/commands", Introduce, secret: "the-one-before");
        using var stranger = await app.Send("/slack/commands", Introduce, secret: "another");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Unauthorized), (now.StatusCode, before.StatusCode, stranger.StatusCode));
        Assert.Equal(2, app.Turns.Count);
    }

    [Theory]
    [InlineData("", Signed)]
    [InlineData("soon", Signed)]
    [InlineData("-5", Signed)]
    [InlineData("99999999999999999999999", Signed)]
    [InlineData("9223372036854775807", Signed)]
    [InlineData(Timestamp, "")]
    [InlineData(Timestamp, "v0=00")]
    [InlineData(Timestamp, "v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    public async Task Odd_headers_are_refused(string timestamp, string signature)
    {
        await using var app = await Quiet();
        foreach (var path in new[] { "/slack/commands", "/slack/interactions", "/slack/events" })
        {
            using var answer = await app.Send(path, Encoding.UTF8.GetBytes(Body), "application/x-www-form-urlencoded", timestamp, signature);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_request_without_headers_or_with_doubled_ones_is_refused()
    {
        await using var app = await Quiet();
        using var bare = await app.Unsigned("/slack/events", Introduce);
        var timestamp = app.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var answer = await app.Send("/slack/commands", Introduce, "application/x-www-form-urlencoded", timestamp, "v0=00", Signature.Sign(SlackApp.Secret, timestamp, Introduce));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (bare.StatusCode, answer.StatusCode));
        Assert.Empty(app.Turns);
    }

    [Theory]
    [InlineData(1024 * 1024, HttpStatusCode.OK)]
    [InlineData((1024 * 1024) + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_of_more_than_a_mebibyte_is_too_large(int size, HttpStatusCode expected)
    {
        await using var app = await Quiet();
        byte[] body = [.. Introduce, .. "&more="u8, .. Enumerable.Repeat((byte)'x', size - Introduce.Length - 6)];
        using var whole = await app.Send("/slack/commands", body);
        using var streamed = await Streamed(app, body);
        Assert.Equal((expected, expected), (whole.StatusCode, streamed.StatusCode));
    }

    [Fact]
    public async Task Slacks_certificate_probe_gets_an_empty_answer_and_does_nothing()
    {
        await using var app = await Quiet();
        using var probe = await app.Unsigned("/slack/commands", "ssl_check=1&token=x"u8.ToArray());
        using var signed = await app.Send("/slack/commands", "ssl_check=1&token=x"u8.ToArray());
        using var elsewhere = await app.Unsigned("/slack/interactions", "ssl_check=1&token=x"u8.ToArray());
        Assert.Equal((HttpStatusCode.OK, ""), (probe.StatusCode, await SlackApp.Text(probe)));
        Assert.Equal((HttpStatusCode.OK, ""), (signed.StatusCode, await SlackApp.Text(signed)));
        Assert.Equal(HttpStatusCode.Unauthorized, elsewhere.StatusCode);
        Assert.Empty(app.Turns);
    }

    [Fact]
    public async Task Other_endpoints_of_the_host_are_none_of_the_schemes_business()
    {
        await using var app = await Quiet();
        using var answer = await app.Unsigned("/elsewhere", []);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task No_altered_request_is_accepted()
    {
        const int count = 20_000;
        const int seed = 20260302;
        var random = new Random(seed);
        await using var app = await Quiet();
        var accepted = 0;
        for (var i = 0; i < count; i++)
        {
            var body = Introduce.ToArray();
            var timestamp = app.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            var signature = Signature.Sign(SlackApp.Secret, timestamp, body);
            (body, timestamp, signature) = Altered(random, i, body, timestamp, signature);
            app.Log.Clear();
            using var answer = await app.Send("/slack/commands", body, "application/x-www-form-urlencoded", timestamp, signature);
            accepted += answer.StatusCode == HttpStatusCode.Unauthorized ? 0 : 1;
        }

        Output?.WriteLine($"altered requests: n={count}, seed={seed}, accepted={accepted}");
        Assert.Equal((0, 0), (accepted, app.Turns.Count));
    }

    /// <summary>One bit of the body (all of them in turn), or something in the headers, is not what it was.</summary>
    private static (byte[] Body, string Timestamp, string Signature) Altered(Random random, int i, byte[] body, string timestamp, string signature)
    {
        switch (i % 8)
        {
            case 0:
                return (body, Digit(random, timestamp), signature);
            case 1:
                return (body, timestamp, Flipped(random, signature));
            case 2:
                return (body[..random.Next(body.Length)], timestamp, signature);
            case 3:
                return ([.. body, (byte)random.Next(256)], timestamp, signature);
            default:
                var bit = (i / 8 * 4 + (i % 8) - 4) % (body.Length * 8);
                body[bit / 8] ^= (byte)(1 << (bit % 8));
                return (body, timestamp, signature);
        }
    }

    private static string Digit(Random random, string timestamp)
    {
        var digits = timestamp.ToCharArray();
        var at = random.Next(digits.Length);
        digits[at] = (char)('0' + ((digits[at] - '0' + random.Next(1, 10)) % 10));
        return new string(digits);
    }

    private static string Flipped(Random random, string signature)
    {
        var text = signature.ToCharArray();
        var at = random.Next(text.Length);
        do
        {
            text[at] = (char)random.Next(33, 127);
        }
        while (text[at] == signature[at]);

        return new string(text);
    }

    private static Task<SlackApp> Quiet() => SlackApp.Start(Answers());

    private static TurnHandler Answers() => static (_, _) => Task.FromResult<Answer>(new Answer.Done());

    private static async Task<HttpResponseMessage> Streamed(SlackApp app, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/slack/commands") { Content = new StreamContent(new MemoryStream(body)) };
        var timestamp = app.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.TransferEncodingChunked = true;
        request.Headers.TryAddWithoutValidation(Signature.TimestampHeader, timestamp);
        request.Headers.TryAddWithoutValidation(Signature.Header, Signature.Sign(SlackApp.Secret, timestamp, body));
        return await app.Client.SendAsync(request);
    }
}
