namespace IntroBot.Conversation.Understanding;

/// <summary>The bot's own words, typed after <c>/intros</c> or by themselves in a chat, in either language, with a slip of the finger or two. <paramref name="After"/> is what follows them, folded.</summary>
public sealed record BotCommand(string Name, string After)
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
        ("forget", ["forget", "forget me", "forget about me", "oubliez moi", "oublie moi", "m oublier"]),
        ("report", ["report", "the report", "rapport", "le rapport", "bilan"]),
        ("help", ["help", "aide", "hi", "hello", "hey", "bonjour", "bonsoir", "salut", "coucou", "help me", "aidez moi", "how does it work", "how does this work", "comment ca marche"]),
        ("programme", ["programme", "program", "the programme", "le programme"]),
        ("doctor", ["doctor", "docteur", "diagnostic", "diagnostique", "check"]),
    ];

    // With something to find behind them; by themselves they may be anything.
    private static readonly string[] s_finding = ["find", "search for", "search", "look for", "trouver", "trouve", "chercher", "cherche", "rechercher", "recherche"];

    private static readonly (string Name, string[] Words)[] s_lists =
    [
        ("overdue", ["overdue", "late", "en retard", "retard", "retards"]),
        ("unclaimed", ["unclaimed", "waiting", "new", "libre", "libres", "en attente", "nouvelles"]),
        ("mine", ["mine", "with me", "les miennes", "a moi", "avec moi"]),
    ];

    /// <summary>The commands by name.</summary>
    public static IEnumerable<string> All => s_commands.Select(static command => command.Name);

    /// <summary>The command that the whole of a message says, null when it says something else. <c>intros</c> may stand before it; a code or a list's name may follow a word for the queue.</summary>
    public static BotCommand? InChat(string text)
    {
        var folded = Without("introbot", Typing.Fold(text));
        var said = Without("intros", folded);
        return folded.Length == 0 ? new BotCommand("help", "")
            : Named(said) is { } name ? new BotCommand(name, "")
            : AfterIntros(said) is { Name: "queue" } queue && (said.Length < folded.Length || QueueList(queue.After) is not null || IntroductionCode.Read(queue.After) is not null) ? queue
            : null;
    }

    /// <summary>The list of the queue that a folded text names, null when it names none.</summary>
    public static string? QueueList(string folded) => s_lists.FirstOrDefault(list => list.Words.Contains(folded)).Name;

    /// <summary>The command that follows <c>/intros</c>; <c>help</c> and all that was typed when there is none.</summary>
    public static BotCommand AfterIntros(string text)
    {
        var words = Typing.Fold(text).Split(' ');
        for (var length = Math.Min(words.Length, 4); length > 0; length--)
        {
            if (Named(string.Join(' ', words[..length])) is { } name)
            {
                return new BotCommand(name, string.Join(' ', words[length..]));
            }
        }

        var folded = string.Join(' ', words);
        return s_finding.FirstOrDefault(find => folded.StartsWith(find + " ", StringComparison.Ordinal)) is { } finding ? new BotCommand("queue", folded[(finding.Length + 1)..]) : new BotCommand("help", folded);
    }

    // Whoever types the bot's name without mentioning it speaks to it all the same.
    private static string Without(string first, string folded) => folded == first ? "" : folded.StartsWith(first + " ", StringComparison.Ordinal) ? folded[(first.Length + 1)..] : folded;

    private static string? Named(string folded) =>
        s_commands.FirstOrDefault(command => command.Words.Contains(folded)).Name ?? s_commands.FirstOrDefault(command => command.Words.Any(words => IsSlipOf(folded, words))).Name;

    private static bool IsSlipOf(string typed, string meant)
    {
        var (one, other) = (typed.Split(' '), meant.Split(' '));
        return one.Length == other.Length && one.Zip(other).All(static pair => Spelling.IsSlipOf(pair.First, pair.Second));
    }
}
