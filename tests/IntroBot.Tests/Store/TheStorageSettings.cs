using IntroBot.Ledger;
using IntroBot.Storage;
using IntroBot.Storage.AzureTables;
using IntroBot.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IntroBot.Tests.Store;

/// <summary>Which store the settings choose, and what a wrong one is told.</summary>
public sealed class The_storage_settings(Azurite azurite) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("introbot-");

    [Fact]
    public async Task With_nothing_set_there_is_a_file_under_data()
    {
        using var host = await Start();
        Assert.IsType<SqliteStore>(host.Services.GetRequiredService<IStore>());
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "data", "introbot.db")));
    }

    [Fact]
    public async Task A_path_is_where_the_file_is_and_the_next_start_finds_it()
    {
        var path = Path.Combine(_folder.FullName, "elsewhere", "my.db");
        using (var host = await Start(("Storage:Path", path)))
        {
            await Partition.Fresh(host.Services.GetRequiredService<IStore>()).Put("head");
        }

        using var again = await Start(("Storage:Path", path));
        Assert.True(await again.Services.GetRequiredService<IStore>().Answers(CancellationToken.None));
        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task What_a_former_host_of_a_file_left_behind_is_taken_up_at_once_and_what_another_host_of_the_tables_holds_is_not()
    {
        using var file = await Start();
        Assert.True(file.Services.GetRequiredService<PumpOptions>().Alone);
        using var tables = await Start(("Storage:Tables", await azurite.ConnectionString));
        Assert.False(tables.Services.GetRequiredService<PumpOptions>().Alone);
    }

    [Fact]
    public async Task A_connection_string_is_Azure_Tables()
    {
        using var host = await Start(("Storage:Tables", await azurite.ConnectionString));
        var store = Assert.IsType<AzureTablesStore>(host.Services.GetRequiredService<IStore>());
        Assert.True(await store.Answers(CancellationToken.None));
        await Partition.Fresh(store).Put("head");
    }

    [Fact]
    public async Task A_store_that_is_closed_does_not_answer()
    {
        using var file = new TemporarySqlite();
        Assert.True(await file.Store.Answers(CancellationToken.None));
        file.Store.Dispose();
        Assert.False(await file.Store.Answers(CancellationToken.None));
    }

    [Fact]
    public async Task Both_at_once_are_refused()
    {
        var refused = await Assert.ThrowsAsync<StorageSettingException>(() => Start(("Storage:Tables", "UseDevelopmentStorage=true"), ("Storage:Path", "x.db")));
        Assert.Equal("Storage:Tables and Storage:Path are both set; keep one: Azure Tables, or a SQLite file for one host.", refused.Message);
    }

    [Theory]
    [InlineData("http://account.table.core.windows.net")]
    [InlineData("http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData("https://account.table.core.windows.net/?sv=2020&sig=secret")]
    [InlineData("account.table.core.windows.net")]
    [InlineData("AccountName=only;secret")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=secret, not base64")]
    [InlineData("https://")]
    public async Task What_cannot_be_used_is_refused_by_name_and_not_repeated(string tables)
    {
        var refused = await Assert.ThrowsAsync<StorageSettingException>(() => Start(("Storage:Tables", tables)));
        Assert.StartsWith("Storage:Tables: expected a connection string", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_https_endpoint_is_used_with_the_host_s_identity() =>
        Assert.Equal("account", Connection.Open("https://account.table.core.windows.net", Connection.Options()).AccountName);

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<IHost> Start(params (string Key, string Value)[] settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = _folder.FullName });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
        builder.AddStorage();
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}
