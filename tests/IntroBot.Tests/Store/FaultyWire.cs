using System.Net;
using System.Text;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using IntroBot.Storage.AzureTables;

namespace IntroBot.Tests.Store;

public enum Fault
{
    None,

    /// <summary>The service does the work; the connection breaks before its answer.</summary>
    AnswerLost,

    /// <summary>The service does the work; its answer does not come in time.</summary>
    AnswerTooLate,

    /// <summary>The service does the work and then answers 500.</summary>
    DoneAnd500,

    /// <summary>The request never arrives, and nothing comes in time.</summary>
    RequestLost,

    /// <summary>500 OperationTimedOut, nothing done.</summary>
    Refused500,

    /// <summary>503 ServerBusy, nothing done.</summary>
    Refused503,

    /// <summary>404 TableNotFound: somebody deleted the table.</summary>
    TableGone,

    /// <summary>A page with nothing but a continuation.</summary>
    EmptyPage,

    /// <summary>A page of one row and a continuation.</summary>
    ShortPage,
}

/// <summary>What lies between the SDK and the service, and does to each sending what the test planned: the things the real service does and its emulator never does.</summary>
internal sealed class FaultyWire() : DelegatingHandler(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(1) })
{
    private const string Fake = "introbot-fake-start";

    /// <summary>Decides, from the request and how many came before it.</summary>
    public Func<HttpRequestMessage, int, Fault> Plan { get; set; } = (_, _) => Fault.None;

    /// <summary>The method of each sending, in order.</summary>
    public List<string> Sent { get; } = [];

    /// <summary>What happens elsewhere before a sending goes on: a slow network, a rival.</summary>
    public Func<int, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Options whose calls go over this wire and whose retries do not wait.</summary>
    public TableClientOptions Options()
    {
        var options = Connection.Options();
        options.Transport = new HttpClientTransport(new HttpClient(this, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan });
        options.Retry.Delay = options.Retry.MaxDelay = TimeSpan.Zero;
        return options;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Fault fault;
        int sending;
        lock (Sent)
        {
            sending = Sent.Count;
            fault = Plan(request, sending);
            Sent.Add(request.Method.Method);
        }

        await Before(sending);
        return fault switch
        {
            Fault.None => await Pass(request),
            Fault.AnswerLost => throw Broken(await Pass(request)),
            Fault.AnswerTooLate => throw TooLate(await Pass(request)),
            Fault.DoneAnd500 => Fail(await Pass(request), HttpStatusCode.InternalServerError, "InternalError"),
            Fault.RequestLost => throw TooLate(null),
            Fault.Refused500 => Fail(null, HttpStatusCode.InternalServerError, "OperationTimedOut"),
            Fault.Refused503 => Fail(null, HttpStatusCode.ServiceUnavailable, "ServerBusy"),
            Fault.TableGone => Fail(null, HttpStatusCode.NotFound, "TableNotFound"),
            Fault.EmptyPage => Empty(request),
            _ => await Pass(Shortened(request)),
        };
    }

    private static HttpRequestException Broken(HttpResponseMessage lost)
    {
        lost.Dispose();
        return new HttpRequestException("The connection was reset.", new IOException("reset"));
    }

    // As the SDK's own time limit ends a sending: cancelled, though the caller cancelled nothing.
    private static TaskCanceledException TooLate(HttpResponseMessage? lost)
    {
        lost?.Dispose();
        return new TaskCanceledException("The answer did not come in time.");
    }

    private static HttpResponseMessage Fail(HttpResponseMessage? lost, HttpStatusCode status, string code)
    {
        lost?.Dispose();
        var body = """{"odata.error":{"code":"CODE","message":{"lang":"en-US","value":"planned by the test"}}}""".Replace("CODE", code, StringComparison.Ordinal);
        return new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
    }

    private static HttpResponseMessage Empty(HttpRequestMessage request)
    {
        var query = Query(request);
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"value":[]}""", Encoding.UTF8, "application/json") };
        answer.Headers.Add("x-ms-continuation-NextPartitionKey", query.GetValueOrDefault("NextPartitionKey", Fake));
        answer.Headers.Add("x-ms-continuation-NextRowKey", query.GetValueOrDefault("NextRowKey", Fake));
        return answer;
    }

    private static HttpRequestMessage Shortened(HttpRequestMessage request)
    {
        var query = Query(request);
        query["$top"] = "1";
        request.RequestUri = With(request, query);
        return request;
    }

    private static Dictionary<string, string> Query(HttpRequestMessage request) => request.RequestUri!.Query.TrimStart('?').Split('&')
        .Select(pair => pair.Split('=', 2)).ToDictionary(pair => Uri.UnescapeDataString(pair[0]), pair => Uri.UnescapeDataString(pair[1]));

    private static Uri With(HttpRequestMessage request, Dictionary<string, string> query) => new UriBuilder(request.RequestUri!)
    {
        Query = string.Join('&', query.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}")),
    }.Uri;

    private Task<HttpResponseMessage> Pass(HttpRequestMessage request)
    {
        if (request.RequestUri!.Query.Contains(Fake, StringComparison.Ordinal))
        {
            var query = Query(request);
            query.Remove("NextPartitionKey");
            query.Remove("NextRowKey");
            request.RequestUri = With(request, query);
        }

        return base.SendAsync(request, CancellationToken.None);
    }
}
