using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using IntroBot.Playground.Slack;
using IntroBot.Playground.Teams;
using IntroBot.Slack.Receiving;
using IntroBot.Tests.Teams;
using OddActivities = IntroBot.Tests.Teams.Garbage;
using OddPayloads = IntroBot.Tests.Slack.Garbage;

namespace IntroBot.Tests.Processes;

/// <summary>
/// Promise 14: the whole host with both platforms, and requests to every route that make no sense: malformed, too large, too deep, of any characters, well signed and not, down to bytes that are no HTTP. None is a fault of
/// the host, its memory stays bounded, each line of its log is JSON, and afterwards it answers as before.
/// </summary>
[Collection(Alone.Name)]
public sealed partial class GarbageOnASocket(ITestOutputHelper output)
{
    private const int Seed = 20261114;
    private const int Busy = 6;
    private const int MostMiB = 300;
    private static readonly TimeSpan s_ceiling = TimeSpan.FromMinutes(2);
    private static readonly int s_requests = Environment.GetEnvironmentVariable("PROVE") == "1" ? 100_000 : 3_000;
    private static readonly string[] s_routes = ["slack/commands", "slack/interactions", "slack/events", "api/messages", "hooks/outcomes", "insight", "health/live", "health/ready", "c", "c/", "slack/install", "slack/oauth", "", "nowhere", "%00", "a/../../b"];
    private static readonly string[] s_methods = ["GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "FOO"];
    private static readonly string[] s_types = ["application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "multipart/form-data", "text/plain; charset=utf-7", "application/json; charset=nonsense", "*/*"];
    private static readonly string[] s_fields = ["contact", "about", "location", "relation", "address", "note", "hears", "language", "pool", "nonce", "notice", "unknown"];

    private static readonly string[] s_noHttp =
    [
        "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\0\0\0\0\r\n\r\n", "POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n", "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n", "GET /c/a HTTP/1.1\r\n\r\n",
        "POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "POST /c/a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET /c/a HTTP/1.1\r\nHost: x\r\nX: " + new string('x', 40_000) + "\r\n\r\n", "GET /" + new string('a', 20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "\u0016\u0003\u0001",
    ];

    private readonly ConcurrentDictionary<int, int> _statuses = new();
    private readonly ConcurrentQueue<string> _faults = new();
    private int _cut;
    private Uri _base = null!;
    private HttpClient _http = null!;
    private Site _site = null!;
    private TenantOnASocket _tenant = null!;
    private string[] _links = [];

    [Fact]
    public async Task No_request_is_a_fault_of_the_host_and_its_memory_stays_bounded()
    {
        await using var site = _site = await Site.Open();
        await using var tenant = _tenant = await TenantOnASocket.Open(site.Port);
        foreach (var (key, value) in tenant.Settings.Append(new("Proxies", "127.0.0.1")))
        {
            site.Settings[key] = value;
        }

        await File.WriteAllTextAsync(site.Settings["Programme:File"], await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "demo.programme.yaml"), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        _base = new Uri($"http://127.0.0.1:{site.Port}/");
        using var http = _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _base, Timeout = TimeSpan.FromSeconds(60) };
        using var host = await site.Host();
        _links = [await Link(Demo.Jack)];
        _links = [.. _links, await Link(Demo.Jack)];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Busy).Select(async _ =>
        {
            for (var i = Interlocked.Increment(ref next); i < s_requests; i = Interlocked.Increment(ref next))
            {
                await One(i, http);
            }
        }));

        var memory = host.Memory();
        output.WriteLine($"promise 14: n = {s_requests} requests, {string.Join(", ", _statuses.OrderBy(static status => status.Key).Select(static status => $"{status.Key}: {status.Value}"))}, {_cut} cut off; {memory.Peak} MiB at most (aim: < {MostMiB}), seed {Seed}");
        Assert.True(_faults.IsEmpty, string.Join('\n', _faults.Take(20).Concat(host.Output.Where(static line => line.Contains("\"Error\"", StringComparison.Ordinal)).Take(5))));
        Assert.True(memory.Peak < MostMiB);
        Assert.True((await http.GetAsync(new Uri("health/ready", UriKind.Relative), TestContext.Current.CancellationToken)).IsSuccessStatusCode);
        using var help = await http.SendAsync(Signed("slack/commands", Encoding.UTF8.GetBytes($"team_id={Demo.Team}&channel_id={Demo.General}&user_id={Demo.Jack}&command=%2Fintros&text=help&trigger_id=1.2.a")), TestContext.Current.CancellationToken);
        Assert.Contains("/introduce", await help.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await host.Stop();
        Assert.All(host.Output.Where(static line => line.Length > 0), static line => Assert.StartsWith("{\"", JsonDocument.Parse(line).RootElement.GetRawText(), StringComparison.Ordinal));
        Assert.DoesNotContain(host.Output, static line => line.Contains("\"Critical\"", StringComparison.Ordinal) || line.Contains("unhandled exception", StringComparison.OrdinalIgnoreCase));
    }

    private async Task One(int i, HttpClient http)
    {
        var random = new Random((Seed * 31) + i);
        if (i % 50 == 49)
        {
            await NoHttp(random);
            return;
        }

        var (request, isTooMuch) = (i % 10) switch
        {
            _ when i % 200 == 0 => (TooLarge(random), true),
            _ when i % 50 == 10 => (TooDeep(random), false),
            < 3 => (Slack(random, i), false),
            < 6 => (Teams(OddActivities.Next(random)), false),
            < 9 => (Page(random), false),
            _ => (Anywhere(random), false),
        };
        using (request)
        {
            try
            {
                using var answer = await http.SendAsync(request);
                Count((int)answer.StatusCode, $"#{i} {request.Method} {request.RequestUri}");
            }
            catch (HttpRequestException) when (isTooMuch)
            {
                // Told that it is too large while it was still sending.
                Interlocked.Increment(ref _cut);
            }
            catch (HttpRequestException) when (http == _http)
            {
                // The connection was on its way down after the request before; on one of its own this one is answered.
                using var own = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _base };
                await One(i, own);
            }
        }
    }

    private void Count(int status, string what)
    {
        _statuses.AddOrUpdate(status, 1, static (_, count) => count + 1);

        // 501 is what the Connector's protocol wants to hear to an invoke nobody knows, 505 what HTTP's does to a version nobody knows.
        if (status >= 500 && !(status == 501 && what.EndsWith("/api/messages", StringComparison.Ordinal)) && !(status == 505 && what == "no HTTP"))
        {
            _faults.Enqueue($"{what}: {status}");
        }
    }

    private HttpRequestMessage Slack(Random random, int i)
    {
        var (path, body) = OddPayloads.Next(random, i, text => text
            .Replace("https://hooks.slack.com", new Uri(_site.Settings["Slack:ApiBaseUrl"]).GetLeftPart(UriPartial.Authority), StringComparison.Ordinal).Replace("U0EVE", Demo.Jack, StringComparison.Ordinal));
        return Signed(path, body);
    }

    private HttpRequestMessage Signed(string path, byte[] body)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = Request("POST", path, new ByteArrayContent(body), path.EndsWith("events", StringComparison.Ordinal) ? s_types[0] : s_types[1]);
        request.Headers.Add(Signature.TimestampHeader, now);
        request.Headers.Add(Signature.Header, Signature.Sign(_site.Slack.Options.SigningSecret, now, body));
        return request;
    }

    private HttpRequestMessage Teams(string activity)
    {
        var jack = _tenant.Teams.Member(Maison.Jack);
        var url = _tenant.Teams.Options.ServiceUrl(Maison.Tenant);
        var text = activity.Replace(Samples.ServiceUrl, url, StringComparison.Ordinal).Replace(TeamsApp.Tenant, Maison.Tenant, StringComparison.Ordinal).Replace(TeamsApp.AppId, _tenant.Teams.Options.AppId, StringComparison.Ordinal)
            .Replace(Samples.EveId, jack.ObjectId, StringComparison.Ordinal).Replace(Samples.EveUser, jack.Id, StringComparison.Ordinal);
        var request = Request("POST", "api/messages", new ByteArrayContent(Encoding.UTF8.GetBytes(text)), s_types[0]);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _tenant.Teams.Issuer.Token(url));
        return request;
    }

    private HttpRequestMessage Page(Random random)
    {
        string[] tokens = [.. _links, new string('A', 43), "", "..%2f..%2fetc", "%00", "%ff%fe", new string('x', 3_000), Uri.EscapeDataString(Odd(random)), "a/b/c", "a?format=json", _links[0] + "?format=" + Uri.EscapeDataString(Odd(random))];
        HttpContent? content = random.Next(4) switch
        {
            0 => null,
            1 => new ByteArrayContent(Bytes(random)),
            2 => new StringContent(string.Join("\r\n", "--x", "Content-Disposition: form-data; name=\"step\"", "", Odd(random), "--x--")),
            _ => new StringContent(string.Join('&', s_fields.Where(_ => random.Next(2) == 0).Select(field => $"{field}={Uri.EscapeDataString(Odd(random))}").Append("step=" + random.GetItems(["agree", "decline", "never", "correct", "confirm", "", "x"], 1)[0]))),
        };
        var request = Request(random.Next(3) == 0 ? random.GetItems(s_methods, 1)[0] : content is null ? "GET" : "POST", "c/" + random.GetItems(tokens, 1)[0], content, random.Next(3) > 0 ? s_types[1] : random.GetItems(s_types, 1)[0]);

        // The pages' limits are by network; here they come from everywhere.
        request.Headers.Add("X-Forwarded-For", new IPAddress(random.NextInt64() & 0xffffffff).ToString());
        request.Headers.TryAddWithoutValidation("Accept-Language", random.GetItems(["fr;q=x", "*", ",,,,", "en;q=99999999999999999999", new string('a', 500), "zz-ZZ;q=0.5,fr"], 1)[0]);
        return request;
    }

    private static HttpRequestMessage Anywhere(Random random)
    {
        var method = random.GetItems(s_methods, 1)[0];
        var request = Request(method, random.GetItems(s_routes, 1)[0] + random.GetItems(["", "?x=%00", "?" + new string('q', 2_000)], 1)[0], method is "GET" or "HEAD" or "TRACE" ? null : new ByteArrayContent(Bytes(random)), random.GetItems(s_types, 1)[0]);
        request.Headers.TryAddWithoutValidation("Authorization", random.GetItems(["Bearer", "Bearer x.y.z", "Basic eA==", "Bearer " + new string('e', 4_000)], 1)[0]);
        request.Headers.TryAddWithoutValidation(Signature.TimestampHeader, random.GetItems(["", "0", "-1", "99999999999999999999", "soon"], 1)[0]);
        request.Headers.TryAddWithoutValidation(Signature.Header, random.GetItems(["", "v0=", "v0=00", "x"], 1)[0]);
        return request;
    }

    private HttpRequestMessage TooLarge(Random random)
    {
        var body = new byte[(1 << 20) + 1 + random.Next(1 << 20)];
        return random.Next(3) switch
        {
            0 => Signed("slack/interactions", body),
            1 => Teams($$"""{"type":"message","text":"{{new string('x', body.Length)}}"}"""),
            _ => Request("POST", "c/" + _links[0], new ByteArrayContent(body), s_types[1]),
        };
    }

    private HttpRequestMessage TooDeep(Random random)
    {
        var depth = random.GetItems([65, 1_000, 100_000], 1)[0];
        var deep = new string('[', depth) + new string(']', depth);
        return random.Next(3) switch
        {
            0 => Signed("slack/events", Encoding.UTF8.GetBytes($$"""{"type":"event_callback","event":{{deep}}}""")),
            1 => Signed("slack/interactions", Encoding.UTF8.GetBytes("payload=" + deep)),
            _ => Teams($$"""{"type":"message","value":{{deep}}}"""),
        };
    }

    private async Task NoHttp(Random random)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, _base.Port);
        var bytes = random.Next(2) == 0 ? Bytes(random) : Encoding.Latin1.GetBytes(random.GetItems(s_noHttp, 1)[0]);
        try
        {
            using var stream = socket.GetStream();
            await stream.WriteAsync(bytes);
            socket.Client.Shutdown(SocketShutdown.Send);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            var said = await reader.ReadToEndAsync();
            foreach (Match status in Status().Matches(said))
            {
                Count(int.Parse(status.Groups[1].ValueSpan, CultureInfo.InvariantCulture), "no HTTP");
            }
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // Hung up on.
            Interlocked.Increment(ref _cut);
        }
    }

    /// <summary>The link of somebody who is asked on a page of their own; on a busy machine it is introduced again until Slack had its answers in time.</summary>
    private async Task<string> Link(string user)
    {
        while (true)
        {
            if (_site.Slack.Dm(user).Select(static message => PageLink().Match(message.Shown).Groups[1].Value).FirstOrDefault(link => link.Length > 0 && !_links.Contains(link)) is { } link)
            {
                return link;
            }

            await _site.Slack.Close(user, _site.Slack.Modal(user)?.Id ?? "", whole: true);
            if ((await _site.Slack.Command(user, Demo.General, "/introduce", "")).Ok && _site.Slack.Modal(user) is not null)
            {
                var before = _site.Slack.Dm(user).Count;
                await _site.Slack.Submit(user, new Dictionary<string, string?> { ["contact"] = "Ada", ["about"] = "engineer", ["route"] = "tech", ["agreement"] = "not-yet", ["address"] = "ada@example.com" });
                if (_site.Slack.Modal(user) is null)
                {
                    await _site.Slack.Until(slack => slack.Dm(user).Count > before, s_ceiling);
                }
            }
        }
    }

    private static HttpRequestMessage Request(string method, string path, HttpContent? content, string type)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path.TrimStart('/'), UriKind.Relative)) { Content = content };
        if (content is not null)
        {
            content.Headers.Remove("Content-Type");
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        return request;
    }

    private static string Odd(Random random) => random.GetItems(OddPayloads.Odd, 1)[0];

    private static byte[] Bytes(Random random)
    {
        var bytes = new byte[random.Next(400)];
        random.NextBytes(bytes);
        return bytes;
    }

    [GeneratedRegex(@"HTTP/1\.1 (\d{3})")]
    private static partial Regex Status();

    [GeneratedRegex("/c/([A-Za-z0-9_-]{43})")]
    private static partial Regex PageLink();
}
