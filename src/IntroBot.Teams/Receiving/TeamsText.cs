using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace IntroBot.Teams.Receiving;

/// <summary>Text as Teams sends it, turned back into what the person typed.</summary>
internal static partial class TeamsText
{
    /// <summary>Whether a message mentions the bot it came to.</summary>
    public static bool Names(Activity activity) => Mentions(activity).Any(mention => mention.Id == activity.Recipient?.Id);

    /// <summary>The text without the mentions of the bot it came to; other people's mentions become their names.</summary>
    public static string Of(Activity activity)
    {
        var text = activity.Text ?? "";
        var from = 0;
        foreach (var (tag, id, name) in Mentions(activity))
        {
            var at = text.IndexOf(tag, from, StringComparison.Ordinal);
            if (at >= 0)
            {
                var stands = id == activity.Recipient?.Id ? "" : name;
                text = text[..at] + stands + text[(at + tag.Length)..];
                from = at + stands.Length;
            }
        }

        return Plain(text);
    }

    /// <summary>What a message that was acted on says, from its body.</summary>
    public static string OfMessage(JsonElement? payload)
    {
        var content = Payload.Text(payload, "body", "content") ?? "";
        return Payload.Text(payload, "body", "contentType") == "html" ? Plain(Tag().Replace(Break().Replace(content, "\n"), "")) : content.Trim();
    }

    private static string Plain(string text) => WebUtility.HtmlDecode(text).Replace('\u00a0', ' ').Replace("\r\n", "\n", StringComparison.Ordinal).Trim();

    private static IEnumerable<(string Tag, string? Id, string Name)> Mentions(Activity activity)
    {
        if (activity.Entities is not { ValueKind: JsonValueKind.Array } entities)
        {
            yield break;
        }

        foreach (var entity in entities.EnumerateArray())
        {
            if (Payload.Text(entity, "type") == "mention" && Payload.Text(entity, "text") is { Length: > 0 } tag)
            {
                yield return (tag, Payload.Text(entity, "mentioned", "id"), Payload.Text(entity, "mentioned", "name") ?? "");
            }
        }
    }

    [GeneratedRegex("<(br|/p|/div|/li)[^>]*>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
