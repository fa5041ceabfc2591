using IntroBot.Ledger;
using IntroBot.Programmes;
using IntroBot.Tests.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IntroBot.Tests.Programmes;

public sealed class StartingTheHost : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("programme");
    private readonly MemoryStore _store = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_host_starts_with_its_programme_in_force()
    {
        using var host = Host(Write("programme.yaml", Example.Least));
        await host.StartAsync(TestContext.Current.CancellationToken);
        Assert.Equal("Maison Exemple", host.Services.GetRequiredService<Programme>().Company);
        Assert.NotNull(await _store.Get(Table.Config, "programme", "head", TestContext.Current.CancellationToken));
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Without_the_setting_the_message_names_the_key() =>
        Assert.Equal("Programme:File is not set: it names the programme file, for example docs/programme.example.yaml", await Refusal(null));

    [Fact]
    public async Task A_file_that_is_not_there_is_named_with_the_key() =>
        Assert.Equal($"Programme:File: there is no file {Path.Combine(_folder.FullName, "gone.yaml")}", await Refusal("gone.yaml"));

    [Fact]
    public async Task A_wrong_file_stops_the_start_with_all_that_is_wrong() =>
        Assert.Equal(
            $"programme.yaml:9: routes[0].slack: expected a channel id like C0TECH, found \"tech\"{Environment.NewLine}programme.yaml:12: routes[1].slack: expected a channel id like C0TECH, found \"recruit\"",
            await Refusal(Write("programme.yaml", Example.Least.Replace("C0TECH", "tech", StringComparison.Ordinal).Replace("C0RECRUIT", "recruit", StringComparison.Ordinal))));

    [Fact]
    public async Task A_replaced_file_stops_the_start()
    {
        var old = Write("old.yaml", Example.Least);
        foreach (var file in new[] { old, Write("new.yaml", Example.Least + "\n# newer\n") })
        {
            using var host = Host(file);
            await host.StartAsync(TestContext.Current.CancellationToken);
            await host.StopAsync(TestContext.Current.CancellationToken);
        }

        Assert.StartsWith("old.yaml: this file was replaced by a newer one on ", await Refusal(old), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_text_or_far_too_long_is_refused()
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, "latin1.yaml"), [0x63, 0xE9, 0x0A], TestContext.Current.CancellationToken);
        Assert.EndsWith("latin1.yaml: not UTF-8; save it with that encoding", await Refusal("latin1.yaml"), StringComparison.Ordinal);
        Assert.EndsWith("larger than 256 KiB; a programme file is a few pages", await Refusal(Write("long.yaml", new string('#', 300_000))), StringComparison.Ordinal);
    }

    private string Write(string name, string yaml)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, name), yaml);
        return name;
    }

    private async Task<string> Refusal(string? file)
    {
        using var host = Host(file);
        return (await Assert.ThrowsAsync<ProgrammeException>(() => host.StartAsync(TestContext.Current.CancellationToken))).Message;
    }

    private IHost Host(string? file)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = _folder.FullName, DisableDefaults = true });
        builder.Configuration["Programme:File"] = file;
        builder.Services.AddSingleton<IStore>(_store).AddSingleton(TimeProvider.System);
        builder.AddProgramme();
        return builder.Build();
    }
}
