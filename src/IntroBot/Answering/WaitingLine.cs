namespace IntroBot.Answering;

/// <summary>
/// Whoever a platform's limit keeps waiting has a place, and comes back when it is their turn: one by one and in order, however many wait, instead of all of them whenever one may go.
/// Its owner guards it.
/// </summary>
internal sealed class WaitingLine(TimeSpan between)
{
    // Whoever comes when so many wait is told when to come, and begins at the end then.
    private const int Most = 10_000;
    // Whoever comes later than this has lost their place.
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(1);

    // Turns as they were given; all of them have moved by _later since.
    private readonly Dictionary<string, DateTimeOffset> _turns = [];
    private DateTimeOffset _end;
    private TimeSpan _later;

    /// <summary>Whether somebody has a place.</summary>
    public bool Holds(string? key) => key is not null && _turns.ContainsKey(key);

    /// <summary>Whether nobody waits, nor has for a while.</summary>
    public bool IsQuiet(DateTimeOffset now) => _end + _later < now - Forgotten;

    /// <summary>Zero when it is their turn and the limit, which is open from <paramref name="open"/> on, lets them go; else how long until they should ask again. Without a key nobody is waited for, and no place is given.</summary>
    public TimeSpan Ask(string? key, DateTimeOffset open, DateTimeOffset now)
    {
        var shut = open > now ? open - now : TimeSpan.Zero;
        if (key is null)
        {
            return shut;
        }

        if (!_turns.TryGetValue(key, out var turn) || turn + _later < now - Forgotten)
        {
            _turns.Remove(key);
            return shut == TimeSpan.Zero && _end + _later <= now ? shut : Join(key, open, now);
        }

        if (turn + _later > now)
        {
            return turn + _later - now;
        }

        if (shut == TimeSpan.Zero)
        {
            _turns.Remove(key);
        }
        else
        {
            // They are next when it opens, and the others after them as before.
            _later = open - turn;
        }

        return shut;
    }

    private TimeSpan Join(string key, DateTimeOffset open, DateTimeOffset now)
    {
        if (IsQuiet(now))
        {
            // Whoever still has a place did not come.
            _turns.Clear();
            _later = TimeSpan.Zero;
        }

        var turn = _end + _later > open ? _end + _later : open;
        if (_turns.Count < Most)
        {
            _turns[key] = turn - _later;
        }

        _end = turn - _later + between;
        return turn - now;
    }
}
