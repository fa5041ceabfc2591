using IntroBot.Conversation;

namespace IntroBot.Teams.Receiving;

/// <summary>The commands of the app's menu, in both languages, as people pick or type them. Anything else is read as what somebody says.</summary>
internal static class BotCommands
{
    private static readonly Dictionary<string, Said.Command> Commands = new()
    {
        ["introduce"] = new("introduce", ""),
        ["introduce someone"] = new("introduce", ""),
        ["presenter"] = new("introduce", ""),
        ["presenter quelqu un"] = new("introduce", ""),
        ["my introductions"] = new("intros", "mine"),
        ["mine"] = new("intros", "mine"),
        ["mes presentations"] = new("intros", "mine"),
        ["preferences"] = new("intros", "prefs"),
        ["prefs"] = new("intros", "prefs"),
        ["mes preferences"] = new("intros", "prefs"),
        ["programme"] = new("intros", "programme"),
        ["program"] = new("intros", "programme"),
        ["le programme"] = new("intros", "programme"),
        ["doctor"] = new("intros", "doctor"),
        ["diagnostic"] = new("intros", "doctor"),
        ["help"] = new("intros", "help"),
        ["aide"] = new("intros", "help"),
    };

    /// <summary>What people can pick or type, folded: lower case, no accents.</summary>
    public static IEnumerable<string> All => Commands.Keys;

    public static Said Read(string text)
    {
        var folded = Typing.Fold(text);
        return Commands.TryGetValue(folded, out var command) ? command
            : folded.StartsWith("intros ", StringComparison.Ordinal) ? new Said.Command("intros", folded["intros ".Length..])
            : new Said.Message(text);
    }
}
