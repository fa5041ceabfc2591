using System.Collections.Immutable;
using IntroBot.Introductions;
using IntroBot.Programmes;

namespace IntroBot.Conversation.Understanding;

/// <summary>
/// What a typed text, English or French, prefills in the form <c>introduce</c>. Deterministic and in proportion to its length: a few passes over its words, each of which goes to one field; what is not understood
/// stands in the note. An address is taken as typed or not at all. Nothing that says who the contact is goes to a field that is shown on the card.
/// </summary>
public static class Prefill
{
    private const int Longest = 4000;

    private static readonly (string Field, Slot Slot, int Most)[] s_fields =
    [
        ("contact", Slot.Contact, 100), ("about", Slot.About, 150), ("location", Slot.Location, 80), ("relation", Slot.Relation, 150), ("address", Slot.Address, 200), ("agreement", Slot.Agreement, 10),
    ];

    /// <summary>The fields a text fills in. <paramref name="author"/> is who wrote it, when they are nobody of the organisation: then they are the contact unless the text names another.</summary>
    public static ImmutableDictionary<string, string> From(string text, Programme programme, string? author = null) => Fields(Read(text, programme, author));

    internal static Reading Read(string text, Programme programme, string? author = null)
    {
        var clean = Typing.Clean(text);
        var reading = new Reading(clean.Length > Longest ? clean[..Longest] : clean, programme);
        TakeAddress.From(reading);
        TakeLabelled.From(reading);
        TakeOpening.From(reading);
        TakeAgreement.From(reading);
        TakeRelation.From(reading);
        TakeRoute.From(reading);
        TakeName.From(reading, author);
        TakeLocation.From(reading);
        TakeAbout.From(reading);
        return reading;
    }

    private static ImmutableDictionary<string, string> Fields(Reading reading)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var (field, slot, most) in s_fields)
        {
            if (reading.Values.TryGetValue(slot, out var value))
            {
                if (value.Length <= most && !IsIdentity(slot, value, reading))
                {
                    fields[field] = value;
                }
                else
                {
                    reading.Release(slot);
                }
            }
        }

        var note = TakeRest.From(reading);

        // "Not yet" takes the address and the note away. With something to lose, whoever typed it chooses.
        if (fields.GetValueOrDefault("agreement") == "not-yet" && (note.Length > 0 || fields.ContainsKey("address")))
        {
            fields.Remove("agreement");
            reading.Release(Slot.Agreement);
            note = TakeRest.From(reading);
        }

        if (note.Length > 0)
        {
            fields["note"] = note;
        }

        var route = reading.Values.GetValueOrDefault(Slot.Route) ?? reading.Programme.RouteFor(fields.GetValueOrDefault("about") ?? note).Name;
        if (route != Route.General)
        {
            fields["route"] = route;
        }

        return fields.ToImmutable();
    }

    private static bool IsIdentity(Slot slot, string value, Reading reading) =>
        slot is Slot.About or Slot.Location or Slot.Relation && reading.Values.TryGetValue(Slot.Contact, out var contact) && Identity.Shows(value, contact, isPlace: slot == Slot.Location);
}
