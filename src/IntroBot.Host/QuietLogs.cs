namespace IntroBot.Host;

/// <summary>
/// The path of the contact's page is a credential, so no log says a path. The framework's own messages about requests do, from Information down, and stay silent whatever the settings ask for.
/// Why a host does not start is told once, by <see cref="Refusals"/> or by the exception that ends it.
/// </summary>
internal static class QuietLogs
{
    public static void AddQuietLogs(this WebApplicationBuilder builder) =>
        builder.Services.PostConfigure<LoggerFilterOptions>(static options =>
        {
            var told = options.Rules.ToList();
            options.Rules.Clear();
            foreach (var rule in told.Append(new LoggerFilterRule(null, null, options.MinLevel, null)))
            {
                options.Rules.Add(new LoggerFilterRule(rule.ProviderName, rule.CategoryName, rule.LogLevel, (provider, category, level) => Says(category, level) && rule.Filter?.Invoke(provider, category, level) != false));
            }
        });

    private static bool Says(string? category, LogLevel level) =>
        (level >= LogLevel.Warning || category?.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) != true)
        && (level == LogLevel.Critical || category != "Microsoft.Extensions.Hosting.Internal.Host");
}
