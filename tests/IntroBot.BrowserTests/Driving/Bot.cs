using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;

namespace IntroBot.BrowserTests.Driving;

/// <summary>The host as a newcomer starts it: a process of its own in Development, with nothing configured but the folder its data goes to.</summary>
public class Bot : IAsyncLifetime
{
    private static readonly TimeSpan s_ceiling = TimeSpan.FromSeconds(60);
    private static int s_ports;
    private readonly string _folder = Directory.CreateTempSubdirectory("introbot-browser-").FullName;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}/");

    /// <summary>Whether the company's people introduced and answered before anybody came.</summary>
    protected virtual bool HasAPast => false;

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

    /// <summary>Both chats begin again and the bot forgets, so that no test sees what another did.</summary>
    internal async Task BeginAgain()
    {
        using var http = new HttpClient { BaseAddress = Address, Timeout = s_ceiling };
        using var begun = await http.PostAsJsonAsync("playground/reset", new { });
        begun.EnsureSuccessStatusCode();
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

    /// <summary>A port below those that the system gives to whoever asks for any, so that nobody gets it between now and the start.</summary>
    private static int FreePort()
    {
        while (true)
        {
            var port = 20_000 + ((Environment.ProcessId * 16) + Interlocked.Increment(ref s_ports)) % 12_000;
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it; the next one.
            }
        }
    }

    private Process Launch()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "IntroBot.Host.dll"), "--urls", Address.AbsoluteUri])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Storage__Path"] = Path.Combine(_folder, "introbot.db");
        start.Environment["Playground__Patience"] = "00:01:00";
        start.Environment["Playground__Tale"] = HasAPast ? "true" : "false";
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

/// <summary>A test that begins with both chats as a newcomer finds them.</summary>
public abstract class FromTheStart(Bot bot) : IAsyncLifetime
{
    protected Bot Bot { get; } = bot;

    public async ValueTask InitializeAsync() => await Bot.BeginAgain();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

/// <summary>The same bot for a company that speaks English.</summary>
public sealed class EnglishBot : Bot
{
    protected override Func<string, string> Programme => static text => text.Replace("language: fr", "language: en", StringComparison.Ordinal);
}
