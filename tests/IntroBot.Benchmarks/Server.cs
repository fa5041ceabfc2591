using System.Diagnostics;
using System.Globalization;

namespace IntroBot.Benchmarks;

/// <summary>A process that is measured, on the first core; the load runs on the others.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly Process _process;

    private Server(Process process, Uri address)
    {
        _process = process;
        Http = new HttpClient(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = 64 }) { BaseAddress = address };
    }

    public HttpClient Http { get; }

    /// <summary>From the start of the process to ready.</summary>
    public TimeSpan ColdStart { get; private set; }

    /// <summary>Processor time spent so far, user and system.</summary>
    public TimeSpan Spent
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory, bytes.</summary>
    public long Resident
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public static async Task<Server> Start(string core, int port, IReadOnlyList<string> command, IReadOnlyDictionary<string, string>? settings = null)
    {
        var start = new ProcessStartInfo("taskset", ["-c", core, "dotnet", .. command]) { WorkingDirectory = AppContext.BaseDirectory, RedirectStandardOutput = true };
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        var server = new Server(process, new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/")));
        await server.Ready();
        server.ColdStart = watch.Elapsed;
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task Ready()
    {
        while (!_process.HasExited)
        {
            try
            {
                using var answer = await Http.GetAsync(new Uri("health/ready", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(2);
            }
        }

        throw new InvalidOperationException($"the measured process ended with {_process.ExitCode}");
    }
}
