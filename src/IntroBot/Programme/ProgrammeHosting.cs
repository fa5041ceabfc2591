using IntroBot.Ledger;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IntroBot.Programmes;

/// <summary>Brings the programme into a host.</summary>
public static class ProgrammeHosting
{
    /// <summary>The setting that names the file; a relative path counts from the content root.</summary>
    public const string FileKey = "Programme:File";

    /// <summary>
    /// Registers the <see cref="Programme"/> of <c>Programme:File</c>. A missing, wrong or superseded file stops the start with a <see cref="ProgrammeException"/>. Comes after the store, which
    /// has to be ready when the host starts.
    /// </summary>
    public static IHostApplicationBuilder AddProgramme(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(static services => FromSettings(services.GetRequiredService<IConfiguration>(), services.GetRequiredService<IHostEnvironment>()));
        builder.Services.AddSingleton(static services => new ProgrammeGate(services.GetRequiredService<IStore>(), services.GetRequiredService<TimeProvider>(), Guid.NewGuid));
        builder.Services.AddHostedService<Start>();
        return builder;
    }

    private static Programme FromSettings(IConfiguration settings, IHostEnvironment environment) => settings[FileKey] is { Length: > 0 } path
        ? Load(Path.Combine(environment.ContentRootPath, path))
        : throw new ProgrammeException($"{FileKey} is not set: it names the programme file, for example docs/programme.example.yaml");

    private static Programme Load(string path) => File.Exists(path)
        ? ProgrammeFile.Load(path)
        : throw new ProgrammeException($"{FileKey}: there is no file {path}");

    /// <summary>Enters the gate before anything else of the host starts.</summary>
    private sealed class Start(Programme programme, ProgrammeGate gate) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) => gate.Enter(programme, cancellationToken);

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
