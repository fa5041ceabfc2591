namespace IntroBot.Programmes;

/// <summary>
/// How long things are kept. <paramref name="Unanswered"/> and <paramref name="Unconfirmed"/> in days: a link nobody answered; details given on the introducer's word (Art. 14(3) GDPR asks that
/// the contact is told within a month). The rest in months: after the end, after a hire, in the talent pool since the contact's last word, the audit.
/// </summary>
public sealed record Retention(int Unanswered, int Unconfirmed, int Closed, int Hired, int Pool, int Audit)
{
    /// <summary>What holds unless the programme says otherwise: the CNIL's guide to recruitment (2023) for the ends and the pool.</summary>
    public static Retention Default { get; } = new(30, 30, 3, 3, 24, 60);

    /// <summary>What is kept for longer than usual, as the file names it: the organisation should know why.</summary>
    public IEnumerable<string> Longer => new[]
    {
        ("unanswered", Unanswered, Default.Unanswered), ("unconfirmed", Unconfirmed, Default.Unconfirmed), ("closed", Closed, Default.Closed), ("hired", Hired, Default.Hired), ("pool", Pool, Default.Pool),
        ("audit", Audit, Default.Audit),
    }.Where(static one => one.Item2 > one.Item3).Select(static one => one.Item1);
}
