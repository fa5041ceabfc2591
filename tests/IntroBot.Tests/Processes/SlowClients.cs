using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using IntroBot.Playground.Slack;
using IntroBot.Slack.Receiving;

namespace IntroBot.Tests.Processes;

/// <summary>Promise 15: thousands of clients that send a byte at a time keep nobody else from being answered, and are cut off in the end.</summary>
[Collection(Alone.Name)]
public sealed class SlowClients(ITestOutputHelper output)
{
    private const int Good = 300;
    private const int AtOnce = 100;
    private static readonly bool s_proves = Environment.GetEnvironmentVariable("PROVE") == "1";
    private static readonly TimeSpan s_ceiling = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Good_requests_are_answered_beside_thousands_of_slow_ones()
    {
        var many = s_proves ? 10_000 : 2_000;
        await using var site = await Site.Open();
        using var host = await site.Host();
        var slow = new List<Socket>();
        try
        {
            while (slow.Count < many)
            {
                slow.AddRange(await Task.WhenAll(Enumerable.Range(slow.Count, AtOnce).Select(i => Connect(site.Port, i))));
            }

            using var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero }) { BaseAddress = new Uri($"http://127.0.0.1:{site.Port}/") };
            var took = new List<double>();
            for (var i = 0; i < Good; i++)
            {
                var started = Stopwatch.GetTimestamp();
                using var answer = await http.SendAsync(Help(site), TestContext.Current.CancellationToken);
                took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Dribble(slow, i);
            }

            took.Sort();
            var memory = host.Memory();
            output.WriteLine($"promise 15: {many} slow clients; n = {Good} good requests, each on a connection of its own, all answered, p50 {took[Good / 2]:F1} ms, p99 {took[Good * 99 / 100]:F1} ms (aim: < 1000); {memory.Now} MiB held, {memory.Peak} at most; no seed (nothing is drawn)");
            if (s_proves)
            {
                var cut = Stopwatch.GetTimestamp();
                await Task.WhenAll(slow.Select(Ended)).WaitAsync(s_ceiling, TestContext.Current.CancellationToken);
                output.WriteLine($"promise 15: all {many} were cut off within {Stopwatch.GetElapsedTime(cut).TotalSeconds:F1} s more");
            }
        }
        finally
        {
            slow.ForEach(static socket => socket.Dispose());
        }
    }

    /// <summary>Begins a request and leaves it at that: in the middle of its headers, or of its body.</summary>
    private static async Task<Socket> Connect(int port, int i)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port);
        await socket.SendAsync(Encoding.ASCII.GetBytes(i % 2 == 0 ? "POST /slack/events HTTP/1.1\r\nHost: introbot\r\nX-Slow: " : "POST /slack/events HTTP/1.1\r\nHost: introbot\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{"));
        return socket;
    }

    /// <summary>Some of them send one byte more; one that was cut off meanwhile does not mind.</summary>
    private static void Dribble(List<Socket> slow, int turn)
    {
        for (var i = turn; i < slow.Count; i += Good / 3)
        {
            try
            {
                slow[i].Send("x"u8, SocketFlags.None);
            }
            catch (SocketException)
            {
                // Cut off: that is what is wanted.
            }
        }
    }

    private static async Task Ended(Socket socket)
    {
        var answer = new byte[1024];
        try
        {
            while (await socket.ReceiveAsync(answer) > 0)
            {
            }
        }
        catch (SocketException)
        {
            // Reset, after a byte that came too late.
        }
    }

    private static HttpRequestMessage Help(Site site)
    {
        var body = Encoding.UTF8.GetBytes($"team_id={Demo.Team}&channel_id={Demo.General}&user_id={Demo.Jack}&command=%2Fintros&text=help&trigger_id=1.2.a&response_url=");
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, "slack/commands") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        request.Headers.Add(Signature.TimestampHeader, now);
        request.Headers.Add(Signature.Header, Signature.Sign(site.Slack.Options.SigningSecret, now, body));
        return request;
    }
}
