using System.Globalization;
using IntroBot.Agreements;
using IntroBot.Conversation;
using IntroBot.Ledger;
using IntroBot.Programmes;

namespace IntroBot.Introductions;

/// <summary>What a step owes to the world, in ids only.</summary>
public static class Effects
{
    /// <summary>Post or redraw the card of a round.</summary>
    public const string Card = "card";

    /// <summary>Tell whom it was passed to, in the card's thread.</summary>
    public const string Nudge = "nudge";

    /// <summary>Write the indexes anew.</summary>
    public const string Index = "index";

    /// <summary>Copy an event to the audit.</summary>
    public const string Audit = "audit";

    /// <summary>Tell the introducer of an event in private.</summary>
    public const string Tell = "tell";

    /// <summary>Find others who introduced the same contact.</summary>
    public const string Join = "join";

    /// <summary>Take the introduction out of the table of contacts.</summary>
    public const string Unjoin = "unjoin";

    /// <summary>Queue the public thank-you.</summary>
    public const string Thank = "thank";

    /// <summary>Tell recruiters of an event, in the card's thread.</summary>
    public const string Note = "note";

    /// <summary>Tell the owners of an event, and keep it for the doctor.</summary>
    public const string Report = "report";

    /// <summary>Keep that an address is not to be contacted, and end what else is open under it.</summary>
    public const string Block = "block";

    /// <summary>After an erasure: forget links, see that nothing is left, write it down, scrub.</summary>
    public const string Erased = "erased";

    /// <summary>Plan when the clock has to look again.</summary>
    public const string Wake = "wake";

    /// <summary>The effects of a change, in order. <paramref name="contacts"/> are the partitions of an address that no longer counts.</summary>
    public static IReadOnlyList<Effect> Of(Introduction from, Decision.Change change, Event happened, IReadOnlyList<string> contacts, Programme programme)
    {
        var effects = new List<Effect>();
        void Owe(string kind, string lane, params ReadOnlySpan<(string Key, string Value)> data)
        {
            var values = new Dictionary<string, string>();
            foreach (var (key, value) in data)
            {
                values[key] = value;
            }

            effects.Add(new Effect(from.Next.Effect + effects.Count, kind, lane, values));
        }

        var next = change.Next;
        var number = ("event", Text(happened.Seq));
        Owe(Audit, Audit, number);
        if (change.Step == Steps.Contact)
        {
            return effects;
        }

        if (change.Tells)
        {
            Owe(Tell, Tell, number);
        }

        Owe(Index, Index, ("before", Indexes.Text(Indexes.Places(from))));
        foreach (var place in programme.Organisation.Platforms)
        {
            var platform = ("platform", place.ToString());
            if ((from.HasCard || next.HasCard) && (StepWords.IsDeed(change.Step) || change.Erases))
            {
                Owe(Card, CardLane(place), ("round", Text(from.Round)), platform);
            }

            if (change.Notes)
            {
                Owe(Note, CardLane(place), ("round", Text(from.Round)), number, ("claimer", from.Claimer?.Value ?? ""), platform);
            }

            if (next.Round != from.Round)
            {
                Owe(Card, CardLane(place), ("round", Text(next.Round)), platform);
            }

            if (next.Round != from.Round && next.PassedTo is not null)
            {
                Owe(Nudge, CardLane(place), ("round", Text(next.Round)), number, platform);
            }
        }

        if (change.Thanks)
        {
            Owe(Thank, Thank, number);
        }

        if (change.Reports)
        {
            Owe(Report, Report, number);
        }

        foreach (var contact in contacts)
        {
            Owe(Unjoin, Join, ("contact", contact));
        }

        if (change.Joins)
        {
            Owe(Join, Join);
        }

        foreach (var contact in change.Blocks)
        {
            Owe(Block, Join, ("contact", contact), number);
        }

        if (change.Erases)
        {
            Owe(Erased, Join, number, ("contacts", string.Join(',', contacts)), ("links", string.Join(',', from.Links.Except(next.Links))));
        }

        // A moment that was planned for earlier rings in vain and plans the next.
        if (Deadlines.Next(next, programme.Retention) is { } deadline && (change.Step == Steps.Introduce || !(Deadlines.Next(from, programme.Retention)?.At <= deadline.At)))
        {
            Owe(Wake, Wake);
        }

        return effects;
    }

    /// <summary>Redraws the cards of the present round.</summary>
    public static IReadOnlyList<Effect> Redraw(Introduction introduction, IEnumerable<PlatformKind> places) =>
        [.. places.Select((place, index) => new Effect(introduction.Next.Effect + index, Card, CardLane(place), new Dictionary<string, string> { ["round"] = Text(introduction.Round), ["platform"] = place.ToString() }))];

    /// <summary>A number as effects carry it.</summary>
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // A platform that has to wait holds up its own cards and no others.
    private static string CardLane(PlatformKind place) => $"{Card}-{place}";
}
