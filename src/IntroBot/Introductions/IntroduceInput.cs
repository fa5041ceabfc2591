using System.Collections.Immutable;
using IntroBot.Conversation;
using IntroBot.Conversation.Understanding;
using IntroBot.Programmes;

namespace IntroBot.Introductions;

/// <summary>What the form <c>introduce</c> (or <c>correct</c>) yields once every field is in order. Lengths in UTF-16 units, as in the form.</summary>
public sealed record IntroduceInput(string Contact, string About, string? Location, string? Relation, string Route, string? Note, Address? Address, Language Language)
{
    /// <summary>The contact is asked first: there is no address and no note.</summary>
    public bool Asks => Address is null;

    private static readonly string[] s_onTheCard = ["about", "location", "relation"];

    /// <summary>Whether a form with these values asks the contact first.</summary>
    public static bool AsksFirst(ImmutableDictionary<string, string> values, Programme programme) => programme.Agreement == Agreement.Page || values.GetValueOrDefault("agreement") == "not-yet";

    /// <summary>The input, or a sentence beside each field that cannot stay as it is.</summary>
    public static (IntroduceInput? Input, ImmutableDictionary<string, string> Errors) Read(ImmutableDictionary<string, string> values, Programme programme, Phrases say)
    {
        var errors = ImmutableDictionary.CreateBuilder<string, string>();
        var contact = Get(values, "contact");
        var about = Get(values, "about");
        var address = Address.Read(Get(values, "address") ?? "", Phones.RegionOf(programme.Zone));
        Require(errors, contact, "contact", say.Text(nameof(Words.ContactMissing)));
        Require(errors, about, "about", say.Text(nameof(Words.AboutMissing)));
        foreach (var field in s_onTheCard.Where(field => contact is not null && Identity.Shows(Get(values, field), contact, isPlace: field == "location")))
        {
            errors[field] = say.Text(nameof(Words.NoIdentityOnTheCard));
        }

        var asks = AsksFirst(values, programme);
        if (values.GetValueOrDefault("agreement") is not ("agreed" or "not-yet"))
        {
            errors["agreement"] = say.Text(nameof(Words.AgreementMissing));
        }
        else if (!asks && address is null)
        {
            errors["address"] = say.Text(values.ContainsKey("address") ? nameof(Words.AddressUnclear) : nameof(Words.AddressMissing));
        }

        var route = programme.FindRoute(Get(values, "route") ?? programme.General.Name);
        if (route is null)
        {
            errors["route"] = say.Text(nameof(Words.RouteGone));
        }

        return errors.Count > 0
            ? (null, errors.ToImmutable())
            : (new IntroduceInput(contact!, about!, Get(values, "location"), Get(values, "relation"), route!.Name, asks ? null : Get(values, "note"), asks ? null : address, Spoken(values) ?? say.Language), ImmutableDictionary<string, string>.Empty);
    }

    private static Language? Spoken(ImmutableDictionary<string, string> values) => values.GetValueOrDefault("language") switch { "en" => Conversation.Language.En, "fr" => Conversation.Language.Fr, _ => null };

    private static string? Get(ImmutableDictionary<string, string> values, string field) =>
        values.TryGetValue(field, out var value) && Typing.Clean(value) is { Length: > 0 } clean ? clean : null;

    private static void Require(ImmutableDictionary<string, string>.Builder errors, string? value, string field, string sentence)
    {
        if (value is null)
        {
            errors[field] = sentence;
        }
    }
}
