using IntroBot.Agreements;
using IntroBot.Conversation;
using IntroBot.Programmes;
using IntroBot.Tests.Programmes;

namespace IntroBot.Tests.Contact;

/// <summary>The privacy notice on the contact's page, read as a data protection officer would.</summary>
public sealed class TheNotice
{
    private static readonly ContactPage s_page = SamplePages.All(Language.En)["by-word"];

    [Theory]
    [InlineData("13(1)(a), who is responsible", "Maison Exemple SAS, 1 rue de la Paix, 75002 Paris decides", "Maison Exemple SAS, 1 rue de la Paix, 75002 Paris décide")]
    [InlineData("13(1)(b), the officer", "privacy@example.test", "privacy@example.test")]
    [InlineData("13(1)(c), purposes", "So that a recruiter can get in touch with you", "Pour qu’une personne du recrutement puisse prendre contact avec vous")]
    [InlineData("13(1)(c), basis", "Article 6(1)", "article 6, paragraphe 1")]
    [InlineData("13(1)(d), the interest", "our legitimate interest in asking whether you would like to be introduced", "notre intérêt légitime à vous demander si vous souhaitez cette mise en relation")]
    [InlineData("13(1)(e), recipients", "the recruiter who looks after it, whoever stands in for them and the few people in charge of introductions", "la personne qui s’en occupe, son relais et les quelques responsables")]
    [InlineData("13(1)(f), transfers", "works outside Europe", "opère hors d’Europe")]
    [InlineData("13(2)(a), for how long", "After the introduction ends: 3\u00A0months", "Après la fin de la mise en relation\u00A0: 3\u00A0mois")]
    [InlineData("13(2)(b), rights", "See, correct, take with you, withdraw, erase", "Voir, corriger, emporter, retirer, effacer")]
    [InlineData("13(2)(b), limiting and objecting", "limit the use, or object", "limiter l’usage, ou vous y opposer")]
    [InlineData("13(2)(c), taking consent back", "which you can take back at any time", "que vous pouvez retirer à tout moment")]
    [InlineData("13(2)(d), complaint", "complain to a data protection authority", "réclamation à une autorité de protection des données")]
    [InlineData("13(2)(e), voluntary", "You need not answer.", "Rien ne vous oblige à répondre.")]
    [InlineData("13(2)(f), no machine decides", "No program scores, ranks, matches or filters", "Aucun programme ne note, ne classe, n’apparie ni ne filtre")]
    [InlineData("14(1)(d), categories", "Your name, your address and the line from Emma Petit", "Votre nom, vos coordonnées et le mot écrit par Emma Petit")]
    [InlineData("14(2)(f), source", "Emma Petit, who works at Maison Exemple", "Emma Petit, qui travaille chez Maison Exemple")]
    public void It_says_everything_that_Art_13_and_14_ask_for(string article, string english, string french)
    {
        Assert.True(Text(Example.Documented(), Language.En).Contains(english, StringComparison.Ordinal), article);
        Assert.True(Text(Example.Documented(), Language.Fr).Contains(french, StringComparison.Ordinal), article);
    }

    [Fact]
    public void It_says_that_no_machine_decides() => Assert.Contains("People read, and people decide.", Text(Example.Documented(), Language.En), StringComparison.Ordinal);

    [Fact]
    public void Each_purpose_has_its_ground_and_the_programme_chooses_the_one_after_agreement()
    {
        var (consent, request) = (Example.Documented(), Example.Documented() with { Privacy = new Privacy(null, null, LegalBasis.Request) });
        Assert.Contains("Once you agree: your consent (Article 6(1)(a))", Text(consent, Language.En), StringComparison.Ordinal);
        Assert.Contains("Once you agree: your own request, as a step before a possible contract (Article 6(1)(b))", Text(request, Language.En), StringComparison.Ordinal);
        Assert.DoesNotContain("your consent (Article", Text(request, Language.En), StringComparison.Ordinal);
        Assert.All(new[] { consent, request }, static programme => Assert.Contains("for another time: only with your separate consent", Text(programme, Language.En), StringComparison.Ordinal));
    }

    [Fact]
    public void Without_an_officer_in_the_file_an_owner_is_named() => Assert.Contains("omar@example.test", Text(Example.Read(Example.Least), Language.En), StringComparison.Ordinal);

    [Fact]
    public void Its_version_is_of_its_words_and_not_of_the_people_in_it()
    {
        var (programme, kept) = (Example.Documented(), s_page.Kept);
        var version = PrivacyNotice.Version(programme, kept, Phrases.In(Language.En));
        Assert.Matches("^[0-9a-f]{16}$", version);
        Assert.Equal(version, PrivacyNotice.Version(programme with { Hash = "another", Zone = TimeZoneInfo.Utc }, kept, Phrases.In(Language.En)));
        Assert.NotEqual(version, PrivacyNotice.Version(programme, kept, Phrases.In(Language.Fr)));
        Assert.NotEqual(version, PrivacyNotice.Version(programme, kept with { ClosedMonths = 2 }, Phrases.In(Language.En)));
        Assert.NotEqual(version, PrivacyNotice.Version(programme with { Privacy = programme.Privacy with { Basis = LegalBasis.Request } }, kept, Phrases.In(Language.En)));
    }

    [Fact]
    public async Task Nothing_of_it_has_to_be_opened()
    {
        await using var site = await SampleSite.Start();
        using var wire = new Wire(site.Address);
        foreach (var token in SamplePages.All(Language.En).Keys)
        {
            var page = await wire.Read($"c/{token}");
            Assert.DoesNotContain("<details", page, StringComparison.Ordinal);
            Assert.Contains("""<section id="notice" class="notice">""", page, StringComparison.Ordinal);
            Assert.Contains("You can complain to a data protection authority, in France the CNIL.", page, StringComparison.Ordinal);
        }
    }

    private static string Text(Programme programme, Language language) =>
        string.Join('\n', PrivacyNotice.Of(programme, s_page.Introducing, s_page.Kept, Phrases.In(language)).Parts.SelectMany(static part => part.Sentences).Select(static sentence => sentence.ToString()));
}
