using System.Diagnostics;
using Azure.Data.Tables;
using IntroBot.Storage.AzureTables;
using IntroBot.Tests.Store;

[assembly: AssemblyFixture(typeof(Azurite))]

namespace IntroBot.Tests.Store;

/// <summary>The emulator of Azure Tables, started by the first test that asks for it, on a free port, in memory; ended with the tests.</summary>
public sealed class Azurite : IAsyncDisposable
{
    private const string WellKnownKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly Lazy<Task<string>> _connectionString;
    private readonly Lazy<Task> _tables;
    private Process? _process;

    public Azurite()
    {
        _connectionString = new Lazy<Task<string>>(Start);
        _tables = new Lazy<Task>(async () => await new AzureTablesStore(Connection.Open(await ConnectionString, Connection.Options())).CreateTables(CancellationToken.None));
    }

    public Task<string> ConnectionString => _connectionString.Value;

    /// <summary>A store on the emulator, its tables made; with options of its own it has a fault layer below the SDK.</summary>
    internal async Task<AzureTablesStore> Store(TableClientOptions? options = null)
    {
        await _tables.Value;
        return new AzureTablesStore(Connection.Open(await ConnectionString, options ?? Connection.Options()));
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }

    private async Task<string> Start()
    {
        var tests = Path.Combine(Repository.Root, "tests");
        Assert.True(Directory.Exists(Path.Combine(tests, "node_modules", "azurite")), "The emulator is not installed: run './build test', or 'npm ci' in tests/.");
        _process = Process.Start(new ProcessStartInfo("node", "azurite.cjs")
        {
            WorkingDirectory = tests,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split("listening on ") is [_, var port])
            {
                _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={WellKnownKey};TableEndpoint=http://127.0.0.1:{port}/devstoreaccount1";
            }
        }

        throw new InvalidOperationException("The emulator ended before it listened.");
    }
}
