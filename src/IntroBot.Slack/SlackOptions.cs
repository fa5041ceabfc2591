using Microsoft.Extensions.Options;

namespace IntroBot.Slack;

/// <summary>The settings under <c>Slack</c>: one workspace.</summary>
public sealed class SlackOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Slack";

    /// <summary>The app's signing secret, used as text; required.</summary>
    public string SigningSecret { get; set; } = "";

    /// <summary>The secret before a regeneration, accepted beside the current one; empty when there is none.</summary>
    public string PreviousSigningSecret { get; set; } = "";

    /// <summary>The workspace's bot token, <c>xoxb-…</c>; required.</summary>
    public string BotToken { get; set; } = "";

    /// <summary>Where the Web API's methods are; https, or http on loopback, and ending with a slash. Its exact origin may also serve response addresses.</summary>
    public string ApiBaseUrl { get; set; } = "https://slack.com/api/";
}

/// <summary>Refuses settings that could not work, each message naming its key.</summary>
internal sealed class SlackOptionsCheck : IValidateOptions<SlackOptions>
{
    public ValidateOptionsResult Validate(string? name, SlackOptions options)
    {
        var wrong = Wrong(options).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Wrong(SlackOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.SigningSecret))
        {
            yield return "Slack:SigningSecret is empty: copy it from the app's Basic Information page. Without it anybody could speak in Slack's name.";
        }

        if (options.PreviousSigningSecret.Length > 0 && string.IsNullOrWhiteSpace(options.PreviousSigningSecret))
        {
            yield return "Slack:PreviousSigningSecret is blank: leave it out, or give the secret that was replaced.";
        }

        if (!IsBotToken(options.BotToken))
        {
            yield return "Slack:BotToken must be the workspace's bot token, which starts with xoxb-.";
        }

        if (!IsApiAddress(options.ApiBaseUrl))
        {
            yield return "Slack:ApiBaseUrl must be an https address (http on loopback only) that ends with a slash, such as https://slack.com/api/.";
        }
    }

    private static bool IsBotToken(string token) =>
        token.Length > "xoxb-".Length
        && (token.StartsWith("xoxb-", StringComparison.Ordinal) || token.StartsWith("xoxe.xoxb-", StringComparison.Ordinal))
        && token.All(static c => c is > ' ' and < '\u007f');

    private static bool IsApiAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri.UserInfo.Length == 0 && uri.Query.Length == 0 && uri.Fragment.Length == 0
        && address.EndsWith('/');
}
