using Microsoft.Extensions.Options;

namespace IntroBot.Host;

/// <summary>Checks the settings that no other part checks, all of them at once, so that one start shows everything that is missing.</summary>
internal static class Settings
{
    private static readonly string[] s_needed = ["Programme:File", "PublicBaseUrl", "Keys:Master"];
    private static readonly string[] s_slack = ["Slack:SigningSecret", "Slack:BotToken"];
    private static readonly string[] s_teams = ["Teams:AppId", "Teams:TenantId"];
    private static readonly string[] s_keys = ["Keys:Master", "Keys:Previous"];

    public static void CheckSettings(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        var wrong = new List<string>();
        if (builder.Environment.IsDevelopment())
        {
            settings["PublicBaseUrl"] ??= builder.ListeningAddress().AbsoluteUri;
        }
        else
        {
            // Whoever connects one platform needs nothing of the other; whoever connects none is told what either takes.
            var teams = s_teams.Any(IsSet) && !s_slack.Any(IsSet);
            var slack = s_slack.Any(IsSet) && !s_teams.Any(IsSet);
            string[] needed = [.. s_needed, .. teams ? [] : s_slack, .. slack ? [] : s_teams];
            wrong.AddRange(needed.Where(key => !IsSet(key)).Select(static key => $"{key} is missing"));
        }

        if (settings["PublicBaseUrl"] is { Length: > 0 } address && !IsPublicAddress(address))
        {
            wrong.Add($"PublicBaseUrl must be https, or http on this machine, and is {address}");
        }

        foreach (var key in s_keys.Where(key => settings[key] is { Length: > 0 } value && !IsKey(value)))
        {
            wrong.Add($"{key} must be 32 bytes in base64 (make one with: openssl rand -base64 32)");
        }

        bool IsSet(string key) => !string.IsNullOrWhiteSpace(settings[key]);
        wrong.AddRange(Proxies.Wrong(settings).Select(static told => $"{Proxies.Key} names addresses or networks like 10.0.0.0/8, separated by ;, and not {told}"));

        if (wrong.Count > 0)
        {
            throw new OptionsValidationException("", typeof(Settings), [$"The settings are not complete: {string.Join("; ", wrong)}. As environment variables, ':' is written '__'."]);
        }
    }

    private static bool IsPublicAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));

    private static bool IsKey(string value)
    {
        var bytes = new byte[value.Length];
        return Convert.TryFromBase64String(value, bytes, out var length) && length == 32;
    }
}
