using Microsoft.Extensions.Options;

namespace IntroBot.Teams.Calling;

/// <summary>
/// The only places activities go to and tokens are shown to: the cloud's hosts over https, by their exact name, and the origins the settings add. An address is judged as it is
/// written, so that nothing a parser would mend gets by.
/// </summary>
internal sealed class ServiceUrls
{
    private readonly HashSet<string> hosts;
    private readonly HashSet<string> origins;

    public ServiceUrls(IOptions<TeamsOptions> options)
    {
        var cloud = Cloud.Of(options.Value);
        hosts = [.. cloud.Hosts];
        origins = [.. options.Value.ServiceUrls.Select(static url => new Uri(url).GetLeftPart(UriPartial.Authority))];
        FirstContact = Trim(options.Value.ServiceUrls is [{ } first, ..] ? first : cloud.FirstContact);
    }

    /// <summary>Where a conversation starts while no service URL is known.</summary>
    public string FirstContact { get; }

    /// <summary>An address without its last slash, as addresses are kept and compared.</summary>
    public static string Trim(string url) => url.TrimEnd('/');

    public bool Allows(string? url) =>
        url is { Length: > 0 and <= 500 }
        && url.All(static c => char.IsAsciiLetterOrDigit(c) || c is ':' or '/' or '.' or '-' or '_' or '~' or '[' or ']')
        && !url.Contains("..", StringComparison.Ordinal)
        && Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && uri.UserInfo.Length == 0
        && url.StartsWith($"{uri.Scheme}://{uri.Host}", StringComparison.OrdinalIgnoreCase)
        && (origins.Contains(uri.GetLeftPart(UriPartial.Authority)) || (uri.Scheme == Uri.UriSchemeHttps && uri.IsDefaultPort && hosts.Contains(uri.Host)));
}
