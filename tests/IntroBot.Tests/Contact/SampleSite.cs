using IntroBot.Agreements;
using IntroBot.Conversation;
using IntroBot.Host;
using IntroBot.Host.Contact;
using IntroBot.Programmes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntroBot.Tests.Contact;

/// <summary>The contact's pages on a real port, behind them the samples instead of a store: every page there is, with any words in it, through the very endpoints, headers and limits of the host.</summary>
internal sealed class SampleSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SampleSite(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>The presses that arrived.</summary>
    public List<ContactPress> Presses { get; } = [];

    /// <summary>Starts it. <paramref name="everywhere"/> stands in every field there is.</summary>
    public static async Task<SampleSite> Start(string? everywhere = null, Language language = Language.En, string? programme = null, Action<IServiceCollection>? services = null, string? proxies = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["PublicBaseUrl"] = "https://intro.example.test/";
        builder.Configuration[Proxies.Key] = proxies;
        var pages = SamplePages.All(language, everywhere);
        SampleSite? site = null;
        builder.Services.AddSingleton(ProgrammeFile.Parse(programme ?? await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "demo.programme.yaml")), "programme.yaml"));
        builder.Services.AddSingleton<Func<Guid>>(Guid.NewGuid);
        builder.Services.AddSingleton<OpenContactPage>((token, _) => Task.FromResult(pages.GetValueOrDefault(token)));
        builder.Services.AddSingleton<AnswerContactPage>((token, press, _) =>
        {
            lock (site!.Presses)
            {
                site.Presses.Add(press);
            }

            return Task.FromResult(pages.GetValueOrDefault(token) is { } page ? SamplePages.Answer(token, page, press, everywhere) : null);
        });
        builder.AddContactPage();
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseKnownProxies();
        app.UseHeaders();
        app.UseRateLimiter();
        app.MapContactPage();
        site = new SampleSite(app);
        await app.StartAsync();
        return site;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
