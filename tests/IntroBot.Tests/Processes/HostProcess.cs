using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace IntroBot.Tests.Processes;

/// <summary>The host as its operator runs it: a process of its own, in Production, on a socket.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process _process;

    private HostProcess(Process process) => _process = process;

    /// <summary>Everything it wrote.</summary>
    public List<string> Output { get; } = [];

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts it and returns when it is ready.</summary>
    public static async Task<HostProcess> Start(int port, IReadOnlyDictionary<string, string> settings)
    {
        var host = Launch(port, settings);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/"), Timeout = TimeSpan.FromSeconds(5) };
        var started = Stopwatch.StartNew();
        while (true)
        {
            if (host._process.HasExited || started.Elapsed > TimeSpan.FromSeconds(60))
            {
                throw new InvalidOperationException("The host did not start:\n" + string.Join('\n', host.Output));
            }

            try
            {
                if ((await http.GetAsync("health/ready")).IsSuccessStatusCode)
                {
                    return host;
                }
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet, or too busy to say so; the next attempt follows when the process had a slice.
                await Task.Yield();
            }
        }
    }

    /// <summary>Starts it and waits for its end, as after a wrong setting; its exit code and what it wrote.</summary>
    public static async Task<(int Code, string Output)> RunToEnd(IReadOnlyDictionary<string, string> settings)
    {
        using var host = Launch(FreePort(), settings);
        await host.Ended();
        return (host._process.ExitCode, string.Join('\n', host.Output));
    }

    /// <summary>What it holds in memory now, and the most it ever held, in MiB (Linux).</summary>
    public (int Now, int Peak) Memory()
    {
        var status = File.ReadAllLines($"/proc/{_process.Id.ToString(CultureInfo.InvariantCulture)}/status");
        int MiB(string key) => int.Parse(status.Single(line => line.StartsWith(key, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        return (MiB("VmRSS:"), MiB("VmHWM:"));
    }

    /// <summary>kill -9.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await Ended();
    }

    /// <summary>SIGTERM; the time it took and the exit code.</summary>
    public async Task<(TimeSpan Took, int Code)> Stop()
    {
        var started = Stopwatch.StartNew();
        using var signal = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await Ended();
        return (started.Elapsed, _process.ExitCode);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static HostProcess Launch(int port, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "IntroBot.Host.dll"), "--urls", $"http://127.0.0.1:{port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var host = new HostProcess(new Process { StartInfo = start });
        host._process.OutputDataReceived += (_, line) => host.Keep(line.Data);
        host._process.ErrorDataReceived += (_, line) => host.Keep(line.Data);
        host._process.Start();
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        return host;
    }

    private Task Ended() => _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));

    private void Keep(string? line)
    {
        lock (Output)
        {
            Output.Add(line ?? "");
        }
    }
}
