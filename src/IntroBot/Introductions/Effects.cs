using System.Globalization;
using IntroBot.Conversation;
using IntroBot.Ledger;

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

    /// <summary>The effects of a change, in order. <paramref name="contacts"/> are the partitions of an address that no longer counts,
    /// <paramref name="places"/> the platforms cards may stand on.</summary>
    public static IReadOnlyList<Effect> Of(Introduction from, Decision.Change change, Event happened, IReadOnlyList<string> contacts, IEnumerable<PlatformKind> places)
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

        Owe(Index, Index, ("route", from.Route), ("claimer", from.Claimer?.Value ?? ""), ("since", Instants.Ticks(from.WaitingSince)));
        foreach (var place in places)
        {
            var platform = ("platform", place.ToString());
            if (StepWords.IsDeed(change.Step))
            {
                Owe(Card, CardLane(place), ("round", Text(from.Round)), platform);
            }

            if (change.Next.Round != from.Round)
            {
                Owe(Card, CardLane(place), ("round", Text(change.Next.Round)), platform);
            }

            if (change.Next.Round != from.Round && change.Next.PassedTo is not null)
            {
                Owe(Nudge, CardLane(place), ("round", Text(change.Next.Round)), number, platform);
            }
        }

        if (change.Thanks)
        {
            Owe(Thank, Thank, number);
        }

        foreach (var contact in contacts)
        {
            Owe(Unjoin, Join, ("contact", contact));
        }

        if (change.Details is not null)
        {
            Owe(Join, Join);
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
