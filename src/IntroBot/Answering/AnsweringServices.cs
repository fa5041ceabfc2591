using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IntroBot.Answering;

/// <summary>Registers what every platform answers with, once.</summary>
internal static class AnsweringServices
{
    public static void AddAnswering(this IServiceCollection services)
    {
        services.TryAddSingleton<AfterAnswer>();
        services.AddHostedService(static provider => provider.GetRequiredService<AfterAnswer>());
        services.TryAddSingleton<Reception>();
    }
}
