using System.Collections.Immutable;
using System.Text.RegularExpressions;
using IntroBot.Conversation;
using IntroBot.Introductions;
using IntroBot.Tests.Programmes;

namespace IntroBot.Tests.Contact;

/// <summary>Only what has a direct link to the work is asked for (Labour Code L. 1221-6), and nothing could hold pay, a score or anything sensitive (Dir. 2023/970, Art. 9, Art. 22).</summary>
public sealed partial class NoOtherFields
{
    private static readonly string[] s_asked = ["contact", "about", "location", "relation", "address", "note"];
    private static readonly string[] s_choices = ["route", "agreement", "language", "hears", "pool", "step", "nonce", "notice"];

    /// <summary>Words that no stored field's name may have.</summary>
    private static readonly string[] s_never =
    [
        "salary", "pay", "wage", "income", "bonus", "amount", "currency", "score", "rank", "rating", "match", "weight", "grade", "points", "age", "birth", "birthday", "gender", "sex", "nationality", "origin", "race", "religion", "belief",
        "health", "disability", "union", "politics", "family", "married", "children", "photo", "picture", "iban", "passport",
    ];

    [Fact]
    public async Task The_contact_is_asked_for_nothing_else()
    {
        await using var site = await SampleSite.Start();
        using var wire = new Wire(site.Address);
        foreach (var token in SamplePages.All(Language.En).Keys)
        {
            var names = Names().Matches(await wire.Read($"c/{token}")).Select(static match => match.Groups[1].Value).Distinct().ToList();
            Assert.NotEmpty(names);
            Assert.Empty(names.Except(s_asked).Except(s_choices));
        }
    }

    [Theory]
    [InlineData("agreed")]
    [InlineData("not-yet")]
    public void The_introducer_is_asked_for_nothing_else(string agreement)
    {
        var form = Forms.Introduce(ImmutableDictionary<string, string>.Empty.Add("agreement", agreement), Example.Documented(), Phrases.In(Language.En));
        var names = form.Fields.Select(static field => field switch { Field.Input input => input.Name, Field.Choice choice => choice.Name, _ => null }).OfType<string>().ToList();
        Assert.Contains("contact", names);
        Assert.Empty(names.Except(s_asked).Except(s_choices));
    }

    [Fact]
    public void Nothing_stored_has_a_field_for_pay_a_score_or_anything_sensitive()
    {
        var stored = new[] { typeof(Introduction), typeof(Details), typeof(Event), typeof(Sentence), typeof(Deed) };
        var words = stored.SelectMany(static type => type.GetProperties()).SelectMany(static property => Words().Matches(property.Name).Select(word => (property.Name, Word: word.Value.ToLowerInvariant())));
        Assert.DoesNotContain(words, static named => s_never.Contains(named.Word));
    }

    [GeneratedRegex("<(?:input|button|select|textarea)[^>]* name=\"([^\"]+)\"")]
    private static partial Regex Names();

    [GeneratedRegex("[A-Z][a-z]*")]
    private static partial Regex Words();
}
