using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;

namespace IntroBot.BrowserTests.Driving;

/// <summary>The host as a newcomer starts it: a process of its own in Development, with nothing configured but the folder its data goes to.</summary>
internal sealed class HostProcess(Company company) : IAsyncDisposable
{
    private static readonly TimeSpan s_ceiling = TimeSpan.FromSeconds(60);
    private static int s_ports;
    private readonly string _folder = Directory.CreateTempSubdirectory("introbot-browser-").FullName;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}/");

    /// <summary>Starts it and waits until it is ready.</summary>
    public async Task Start()
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
    public async Task BeginAgain()
    {
        using var http = new HttpClient { BaseAddress = Address, Timeout = s_ceiling };
        using var begun = await http.PostAsJsonAsync("playground/reset", new { });
        begun.EnsureSuccessStatusCode();
    }

    /// <summary>Where the words stand in what the host keeps or says: its files, raw, and its output.</summary>
    public IReadOnlyList<string> Holding(params string[] words) =>
    [
        .. Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Where(static file => !file.EndsWith(".lock", StringComparison.Ordinal)).SelectMany(file => words.Where(word => Bytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0).Select(word => $"{Path.GetFileName(file)}: {word}")),
        .. words.Where(word => _output.Any(line => line.Contains(word, StringComparison.Ordinal))).Select(static word => $"output: {word}"),
    ];

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes;
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
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Storage__Path"] = Path.Combine(_folder, "introbot.db");
        start.Environment["Playground__Patience"] = "00:01:00";
        start.Environment["Playground__Tale"] = company == Company.WithAPast ? "true" : "false";
        if (company == Company.English)
        {
            start.Environment["Programme__File"] = Path.Combine(_folder, "programme.yaml");
            File.WriteAllText(start.Environment["Programme__File"]!, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "demo.programme.yaml")).Replace("language: fr", "language: en", StringComparison.Ordinal));
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
