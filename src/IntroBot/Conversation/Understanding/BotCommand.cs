namespace IntroBot.Conversation.Understanding;

/// <summary>The bot's own words, typed after <c>/intros</c> or by themselves in a chat, in either language, with a slip of the finger or two.</summary>
public static class BotCommand
{
    /// <summary>What <see cref="InChat"/> yields for the empty form.</summary>
    public const string Introduce = "introduce";

    private static readonly (string Name, string[] Words)[] s_commands =
    [
        (Introduce, ["introduce", "introduce someone", "introduce somebody", "new introduction", "presenter", "presenter quelqu un", "presente quelqu un", "nouvelle presentation"]),
        ("mine", ["mine", "mes", "my introductions", "my intros", "mes presentations", "mes introductions", "mes intros", "les miennes"]),
        ("queue", ["queue", "my queue", "the queue", "file", "ma file", "la file", "file d attente", "a traiter"]),
        ("ask", ["ask", "demande", "demander", "qui connaissez vous", "who do you know"]),
        ("ask-first", ["ask first", "ask a recruiter", "ask a recruiter first", "demander d abord", "demander au recrutement", "demander d abord au recrutement"]),
        ("prefs", ["prefs", "preferences", "my preferences", "mes preferences", "les preferences", "settings", "reglages", "parametres"]),
        ("report", ["report", "the report", "rapport", "le rapport", "bilan"]),
        ("help", ["help", "aide", "hi", "hello", "hey", "bonjour", "bonsoir", "salut", "coucou", "help me", "aidez moi", "how does it work", "how does this work", "comment ca marche"]),
        ("programme", ["programme", "program", "the programme", "le programme"]),
        ("doctor", ["doctor", "docteur", "diagnostic", "diagnostique", "check"]),
    ];

    /// <summary>The commands by name.</summary>
    public static IEnumerable<string> All => s_commands.Select(static command => command.Name);

    /// <summary>The command that the whole of a message says, null when it says something else. <c>intros</c> may stand before it.</summary>
    public static string? InChat(string text)
    {
        var folded = Typing.Fold(text);
        return folded.Length == 0 ? "help" : Named(folded.StartsWith("intros ", StringComparison.Ordinal) ? folded["intros ".Length..] : folded);
    }

    /// <summary>The command that follows <c>/intros</c> and what follows the command, folded; <c>help</c> when there is none.</summary>
    public static (string Name, string After) AfterIntros(string text)
    {
        var words = Typing.Fold(text).Split(' ');
        for (var length = Math.Min(words.Length, 4); length > 0; length--)
        {
            if (Named(string.Join(' ', words[..length])) is { } name)
            {
                return (name, string.Join(' ', words[length..]));
            }
        }

        return ("help", "");
    }

    private static string? Named(string folded) =>
        s_commands.FirstOrDefault(command => command.Words.Contains(folded)).Name ?? s_commands.FirstOrDefault(command => command.Words.Any(words => IsSlipOf(folded, words))).Name;

    private static bool IsSlipOf(string typed, string meant)
    {
        var (one, other) = (typed.Split(' '), meant.Split(' '));
        return one.Length == other.Length && one.Zip(other).All(static pair => Spelling.IsSlipOf(pair.First, pair.Second));
    }
}
