using IntroBot.Conversation;

namespace IntroBot.Teams.Answering;

/// <summary>
/// Forms that were opened of late, by nonce, without anything anybody typed: labels and choices only. With them a form is drawn again with what was typed still in it, whatever went wrong.
/// </summary>
internal sealed class Skeletons
{
    private const int Kept = 2_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Form> forms = [];
    private readonly Queue<string> order = new();

    public void Keep(Account account, string nonce, Form form)
    {
        if (form.Submit is null)
        {
            return;
        }

        var key = Key(account, nonce);
        var bare = form with { Fields = [.. form.Fields.Select(Bare)] };
        lock (gate)
        {
            if (!forms.ContainsKey(key))
            {
                order.Enqueue(key);
            }

            forms[key] = bare;
            while (order.Count > Kept)
            {
                forms.Remove(order.Dequeue());
            }
        }
    }

    public Form? Of(Account account, string? nonce)
    {
        lock (gate)
        {
            return nonce is not null && forms.TryGetValue(Key(account, nonce), out var form) ? form : null;
        }
    }

    private static string Key(Account account, string nonce) => $"{account.Organisation}|{account.User}|{nonce}";

    private static Field Bare(Field field) => field switch
    {
        Field.Input input => input with { Initial = null },
        Field.Choice choice => choice with { Initial = null },
        Field.Day day => day with { Initial = null },
        Field.Facts => new Field.Facts([]),
        Field.Text text => new Field.Text(Untyped(text.Line)),
        Field.Quote quote => new Field.Quote(Untyped(quote.Line)),
        _ => field,
    };

    private static Line Untyped(Line line) => new([.. line.Runs.Where(static run => run is not Run.Typed)]);
}
