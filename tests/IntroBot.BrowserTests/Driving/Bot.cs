using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace IntroBot.BrowserTests.Driving;

/// <summary>The host as a newcomer starts it: a process of its own in Development, with nothing configured but the folder its data goes to.</summary>
public class Bot : IAsyncLifetime
{
    private static readonly TimeSpan s_ceiling = TimeSpan.FromSeconds(60);
    private readonly string _folder = Directory.CreateTempSubdirectory("introbot-browser-").FullName;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}/");

    /// <summary>What the demo's programme file says instead, if anything.</summary>
    protected virtual Func<string, string>? Programme => null;

    public async ValueTask InitializeAsync()
    {
        _process = Launch();
        await Task.WhenAny(_started.Task, _process.WaitForExitAsync()).WaitAsync(s_ceiling);
        using var http = new HttpClient { BaseAddress = Address, Timeout = s_ceiling };
        var ready = _started.Task.IsCompleted && (await http.GetAsync("health/ready")).IsSuccessStatusCode;
        if (!ready)
        {
            throw new InvalidOperationException("The host did not start:\n" + string.Join('\n', _output));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Process Launch()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "IntroBot.Host.dll"), "--urls", Address.AbsoluteUri])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Storage__Path"] = Path.Combine(_folder, "introbot.db");
        if (Programme is { } differently)
        {
            start.Environment["Programme__File"] = Path.Combine(_folder, "programme.yaml");
            File.WriteAllText(start.Environment["Programme__File"]!, differently(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "demo.programme.yaml"))));
        }

        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Hear(string? line)
    {
        _output.Enqueue(line ?? "");
        if (line?.Contains("Application started", StringComparison.Ordinal) == true)
        {
            _started.TrySetResult();
        }
    }
}

/// <summary>The same bot for a company that speaks English.</summary>
public sealed class EnglishBot : Bot
{
    protected override Func<string, string> Programme => static text => text.Replace("language: fr", "language: en", StringComparison.Ordinal);
}
