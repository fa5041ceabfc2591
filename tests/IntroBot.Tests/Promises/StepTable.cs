using IntroBot.Introductions;

namespace IntroBot.Tests.Promises;

/// <summary>The life of an introduction as the product promises it, cell by cell: who (by letter) may do what from where, and where it leads. Nobody else, and nothing else.</summary>
internal static class StepTable
{
    /// <summary>
    /// I introduced it. C took it, or could: a recruiter of the route. T is another recruiter of the route, L one of another route, P whom it was passed to, F the route's fallback,
    /// O an owner, M a manager, E an employee, G a guest; X took it and became a guest since, D took it and left since.
    /// </summary>
    public const string Everybody = "ICTLPFOMEGXD";

    private const string Cells = """
        step        waiting           acknowledged      met             in-process        hired             not-now           withdrawn
        claim       CTP>acknowledged  -                 -               -                 -                 -                 -
        pass        CTP>waiting       CFO>waiting       -               -                 -                 -                 -
        met         -                 CFO>met           -               -                 -                 -                 -
        in-process  -                 CFO>in-process    CFO>in-process  -                 -                 -                 -
        hired       -                 CFO>hired         CFO>hired       CFO>hired         -                 -                 -
        not-now     -                 CFO>not-now       CFO>not-now     CFO>not-now       -                 -                 -
        reopen      -                 -                 -               -                 CFO>acknowledged  CFO>acknowledged  -
        take-over   -                 FO>acknowledged   FO>met          FO>in-process     -                 -                 -
        withdraw    I>withdrawn       I>withdrawn       I>withdrawn     I>withdrawn       -                 -                 -
        correct     I>waiting         I>acknowledged    I>met           I>in-process      -                 -                 -
        contact     -                 CFO>acknowledged  CFO>met         CFO>in-process    CFO>hired         CFO>not-now       -
        follow      I>waiting         I>acknowledged    I>met           I>in-process      I>hired           I>not-now         I>withdrawn
        mute        I>waiting         I>acknowledged    I>met           I>in-process      I>hired           I>not-now         I>withdrawn
        """;

    private static readonly Dictionary<(string Step, State From), (string Who, State To)> s_cells = Read();

    public static IReadOnlyList<string> Steps { get; } = [.. Cells.Split('\n').Skip(1).Select(static line => line.Split(' ')[0])];

    public static IReadOnlyList<State> States { get; } = [State.Waiting, State.Acknowledged, State.Met, State.InProcess, State.Hired, State.NotNow, State.Withdrawn];

    /// <summary>Where a step leads; null when it leads nowhere.</summary>
    public static State? Leads(char who, string step, State from) => s_cells.TryGetValue((step, from), out var cell) && cell.Who.Contains(who, StringComparison.Ordinal) ? cell.To : null;

    private static Dictionary<(string, State), (string, State)> Read()
    {
        var rows = Cells.Split('\n').Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        return rows.Skip(1)
            .SelectMany(row => row.Skip(1).Select((cell, column) => (Step: row[0], From: Named(rows[0][column + 1]), Cell: cell.Split('>'))))
            .Where(static cell => cell.Cell.Length == 2)
            .ToDictionary(static cell => (cell.Step, cell.From), static cell => (cell.Cell[0], Named(cell.Cell[1])));
    }

    private static State Named(string name) => Enum.Parse<State>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
}
