using System.Text.RegularExpressions;
using IntroBot.Playground.Slack.State;

namespace IntroBot.Playground.Slack.Acts;

/// <summary>What somebody types, as Slack sends it on: &amp; &lt; &gt; escaped, mentions, channels, addresses and links in angle brackets (should_escape: true).</summary>
internal static partial class Typed
{
    public static string Escaped(World world, string text, string teamId) =>
        Live().Replace(Outside(text), match => Token(world, match, teamId));

    private static string Outside(string text) => Entity().Replace(
        text,
        match => match.Groups["entity"].Success ? match.Value : match.Value switch
        {
            "&" => "&amp;",
            "<" => "&lt;",
            _ => "&gt;",
        });

    private static string Token(World world, Match match, string teamId)
    {
        if (match.Groups["entity"].Success)
        {
            return match.Value;
        }

        if (match.Groups["mail"].Success)
        {
            return $"<mailto:{match.Value}|{match.Value}>";
        }

        return match.Value[0] switch
        {
            '@' => Mention(world, match.Value, teamId),
            '#' => Channel(world, match.Value, teamId),
            _ => $"<{match.Value}>",
        };
    }

    private static string Mention(World world, string typed, string teamId) => typed[1..] switch
    {
        "here" or "channel" or "everyone" => $"<!{typed[1..]}>",
        var name => world.People.Values.FirstOrDefault(person => person.TeamId == teamId && person.Username == name) is { } person ? $"<@{person.Id}|{name}>" : typed,
    };

    private static string Channel(World world, string typed, string teamId) =>
        world.Channels.Values.FirstOrDefault(channel => channel.TeamId == teamId && channel.Name == typed[1..] && channel.Name.Length > 0) is { } channel
            ? channel.Private ? $"<#{channel.Id}|>" : $"<#{channel.Id}|{channel.Name}>"
            : typed;

    [GeneratedRegex("(?<entity><[@#][A-Z0-9]+(\\|[^<>]*)?>|<!(here|channel|everyone)>)|[&<>]", RegexOptions.ExplicitCapture)]
    private static partial Regex Entity();

    [GeneratedRegex(@"(?<entity><[^<>]*>)|(?<mail>[\w.+-]+@[\w-]+(\.[\w-]+)+)|https?://[^\s<>|]+|(?<![\w])[@#][\w.-]+", RegexOptions.ExplicitCapture)]
    private static partial Regex Live();
}
