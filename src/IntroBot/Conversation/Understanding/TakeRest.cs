using System.Text;

namespace IntroBot.Conversation.Understanding;

/// <summary>Everything that went nowhere else, for the note, in the order it was typed. Words that only hold a sentence together are left out where the sentence itself was taken apart.</summary>
internal static class TakeRest
{
    public static string From(Reading reading)
    {
        var note = new StringBuilder();
        foreach (var piece in Pieces(reading))
        {
            if (note.Length > 0)
            {
                note.Append(Enumerable.Range(piece.From, 1).Any(at => reading.Tokens[at].Before == Break.Line) ? "\n" : ", ");
            }

            note.Append(reading.TextOf(piece)).Append(Marks(reading, piece));
        }

        return note.ToString();
    }

    private static IEnumerable<Stretch> Pieces(Reading reading)
    {
        foreach (var clause in reading.Clauses)
        {
            for (var at = clause.From; at < clause.To;)
            {
                if (reading.Repeated(at) is { } whole)
                {
                    yield return whole;
                    at = whole.To;
                    continue;
                }

                var from = at;
                while (at < clause.To && IsLeft(reading, at) && reading.Repeated(at) is null)
                {
                    at++;
                }

                if (at > from && Strip(reading, new Stretch(from, at), clause) is { Length: > 0 } piece)
                {
                    yield return piece;
                }

                at = Math.Max(at, from + 1);
            }
        }
    }

    private static bool IsLeft(Reading reading, int at) => reading.Tokens[at].Slot is Slot.None or Slot.Note;

    /// <summary>"and he is looking" becomes "looking"; what is left of a clause that was understood is dropped when it says nothing.</summary>
    private static Stretch Strip(Reading reading, Stretch piece, Stretch clause)
    {
        if (piece != clause && Enumerable.Range(piece.From, piece.Length).All(at => reading.Is(at, Kinds.Glue | Kinds.And | Kinds.Link)))
        {
            return default;
        }

        var from = piece.From;
        if (reading.Is(from, Kinds.And | Kinds.Link) && !Enumerable.Range(piece.From, piece.Length).All(at => reading.Is(at, Kinds.Glue | Kinds.And | Kinds.Link)))
        {
            while (from < piece.To && reading.Is(from, Kinds.And | Kinds.Link | Kinds.Glue))
            {
                from++;
            }
        }

        var to = piece.To;
        while (to > from && to < reading.Tokens.Count && reading.Tokens[to].Glued && reading.Is(to - 1, Kinds.Glue))
        {
            to--;
        }

        return new Stretch(from, to);
    }

    /// <summary>The marks that make a question or an exclamation of it.</summary>
    private static string Marks(Reading reading, Stretch piece)
    {
        var end = reading.Tokens[piece.To - 1].End;
        var from = end;
        while (end < reading.Text.Length && (reading.Text[end] is '?' or '!' || (reading.Text[end] is ' ' or '\u00a0' or '\u202f' && end + 1 < reading.Text.Length && reading.Text[end + 1] is '?' or '!')))
        {
            end++;
        }

        return reading.Text[from..end];
    }
}
