using System.Collections.Immutable;
using IntroBot.Conversation;
using IntroBot.Introductions;

namespace IntroBot.Agreements;

/// <summary>What a press on the contact's page yields, laid over what is kept: a field that was not sent stays as it is.</summary>
public sealed record ContactInput(string Contact, string? About, string? Location, string? Relation, Address? Address, string? Note, Hears Hears, Language Language, (string Notice, Language Language) Evidence)
{
    private static readonly string[] s_onTheCard = ["about", "location"];

    /// <summary>Reads the press; <paramref name="details"/> is null once purged, and then only choices are read. A sentence beside each field that cannot stay as it is. Phone numbers without a country's code are of <paramref name="region"/>.</summary>
    public static (ContactInput Input, ImmutableDictionary<string, string> Errors) Read(ContactPress press, Introduction introduction, Details? details, string region)
    {
        var say = Phrases.In(press.Language);
        var errors = ImmutableDictionary.CreateBuilder<string, string>();
        string? Field(string name, string? kept) => !press.Fields.TryGetValue(name, out var typed) ? kept : Typing.Clean(typed) is { Length: > 0 } clean ? clean : null;
        var contact = Field("contact", details?.Contact);
        var about = Field("about", introduction.About);
        var typed = Field("address", details?.Address);
        var address = typed is null ? null : Address.Read(typed, region);
        if (details is not null && press.Step is ContactSteps.Agree or ContactSteps.Confirm or ContactSteps.Correct)
        {
            Require(contact?.Length <= Limits.Contact, "contact", nameof(Words.PageContactMissing));
            Require(about is null or { Length: <= Limits.About }, "about", nameof(Words.PageTooLong));
            Require(about is not null, "about", nameof(Words.PageAboutMissing));
            Require(Field("location", introduction.Location) is null or { Length: <= Limits.Location }, "location", nameof(Words.PageTooLong));
            Require(address is not null, "address", typed is null ? nameof(Words.PageAddressMissing) : nameof(Words.PageAddressUnclear));
            foreach (var field in s_onTheCard)
            {
                Require(!Identity.Shows(field == "about" ? about : Field("location", introduction.Location), contact ?? "", isPlace: field == "location"), field, nameof(Words.PageNoIdentity));
            }
        }

        // Words of the introducer may be struck out, never replaced; and on the card they may not say who the contact turned out to be.
        string? Spared(string name, string? kept) => press.Fields.TryGetValue(name, out var typed) && Typing.Clean(typed) != kept ? null : kept;
        var relation = Spared("relation", Identity.Shows(introduction.Relation, contact ?? "") ? null : introduction.Relation);
        var note = Spared("note", details?.Note);
        var hears = press.Fields.GetValueOrDefault("hears") switch { "each-step" => Hears.EachStep, "end" => Hears.End, "nothing" => Hears.Nothing, _ => introduction.Hears };
        return (new ContactInput(contact ?? "", about, Field("location", introduction.Location), relation, address, note, hears, press.Language, (press.Notice, press.Language)), errors.ToImmutable());

        void Require(bool holds, string field, string sentence)
        {
            if (!holds)
            {
                errors.TryAdd(field, say.Text(sentence));
            }
        }
    }

    /// <summary>The introduction with what the card shows, and the contact's choices.</summary>
    public Introduction On(Introduction introduction) => Choices(introduction) with { About = About, Location = Location, Relation = Relation };

    /// <summary>The introduction for which the contact has a page of their own: as it is when they do already, else with their choices and that page's link, <paramref name="own"/>.</summary>
    public Introduction OnTheirOwnPage(Introduction introduction, ContactLink own) => introduction.Link is { Purpose: LinkPurpose.Own } ? introduction : Choices(introduction.With(own));

    /// <summary>The introduction with the contact's choices alone.</summary>
    public Introduction Choices(Introduction introduction) => introduction with { Hears = Hears, ContactLanguage = Language };

    private static class Limits
    {
        public const int Contact = 100;
        public const int About = 150;
        public const int Location = 80;
    }
}
