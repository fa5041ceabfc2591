using IntroBot.Conversation.Understanding;

namespace IntroBot.Tests.Understanding;

public sealed class WhatPeopleType(ITestOutputHelper output)
{
    [Theory]
    [InlineData("Tuned", 0.98)]
    [InlineData("HeldBack", 0.95)]
    public void Fills_the_form_as_a_person_would_and_never_with_a_wrong_address(string part, double least)
    {
        var utterances = Corpus.Read(part);
        var score = Corpus.Score(utterances);
        output.WriteLine($"{part}: n = {utterances.Count} ({string.Join(", ", utterances.CountBy(static utterance => utterance.Language).Select(static pair => $"{pair.Value} {pair.Key}"))}): {score}");
        Assert.True(score.Accuracy >= least, score.ToString());
        Assert.Equal(score.AddressesGiven, score.AddressesRight);
    }

    [Fact]
    public void The_corpus_is_large_and_half_french()
    {
        var all = Corpus.Read("Tuned").Concat(Corpus.Read("HeldBack")).ToList();
        Assert.True(all.Count >= 300);
        Assert.InRange(all.Count(static utterance => utterance.Language == "fr") / (double)all.Count, 0.45, 0.55);
        Assert.Equal(all.Count, all.DistinctBy(static utterance => utterance.Text).Count());
    }

    [Theory]
    [InlineData("introduce Ada Martin, 12345678, engineer")]
    [InlineData("introduce Ada Martin, ada at example dot com")]
    [InlineData("introduce Ada Martin, ada@, @example.com, ada@example")]
    [InlineData("introduce Ada Martin, https://www.linkedin.com/company/acme")]
    [InlineData("introduce Ada Martin, linkedin.com/in/")]
    [InlineData("introduce Ada Martin, 732 829 320 00074, 2024-118845, 01/09/2026, 10:30, 75011, 45 000 €")]
    [InlineData("introduce Ada Martin to lea@example.test")]
    [InlineData("introduce Ada Martin, my own email is omar@example.net, call me on 06 12 34 56 78")]
    [InlineData("introduce Ada Martin my email is omar@example.net")]
    [InlineData("introduce Ada Martin, my new number: 06 12 34 56 78")]
    [InlineData("je présente Ada Martin, mon mail est omar@example.net")]
    public void A_text_without_the_contacts_address_leaves_it_empty(string text) => Assert.False(Prefill.From(text, Corpus.Programme).ContainsKey("address"));

    [Theory]
    [InlineData("présenter Ludovic van den Berg au recrutement tech")]
    [InlineData("introduce Ludovic van den Berg to tech recruiting")]
    [InlineData("introduce Ludovic van den Berg to the tech recruiters")]
    public void Recruiters_of_a_team_are_that_team(string text)
    {
        var values = Prefill.From(text, Corpus.Programme);
        Assert.Equal(("Ludovic van den Berg", "tech", null), (values["contact"], values["route"], values.GetValueOrDefault("about")));
    }

    [Theory]
    [InlineData("Ada Martin 06 12 34 56 78", "06 12 34 56 78")]
    [InlineData("introduce my contact Ada Martin +33 6 12 34 56 78", "+33 6 12 34 56 78")]
    [InlineData("introduce my contact Ada Martin ada.martin@example.com", "ada.martin@example.com")]
    [InlineData("my contact ada@example.com", "ada@example.com")]
    [InlineData("my new contact Ada Martin ada@example.com", "ada@example.com")]
    [InlineData("présente mon contact Ada Martin linkedin.com/in/ada-martin au recrutement", "linkedin.com/in/ada-martin")]
    [InlineData("Ada Martin +33 (0)6 12 34 56 78.", "+33 (0)6 12 34 56 78")]
    [InlineData("Ada Martin (tel: 07700 900123)", "")]
    [InlineData("Ada Martin +44 7700 900123, Leeds", "+44 7700 900123")]
    [InlineData("tel:+33612345678 Ada", "+33612345678")]
    [InlineData("mailto:ada@example.com", "ada@example.com")]
    [InlineData("<ada@example.com>", "ada@example.com")]
    [InlineData("email:ada@example.com", "ada@example.com")]
    [InlineData("write to ada@example.com", "ada@example.com")]
    [InlineData("écrire à ada@example.com", "ada@example.com")]
    [InlineData("Ada, https://fr.linkedin.com/in/ada?trk=x", "https://fr.linkedin.com/in/ada?trk=x")]
    [InlineData("lea@example.test or ada@example.com", "ada@example.com")]
    public void An_address_is_taken_as_it_was_typed(string text, string address) => Assert.Equal(address, Prefill.From(text, Corpus.Programme).GetValueOrDefault("address", ""));

    [Theory]
    [InlineData("introduce Ada Martin, Ada is a backend engineer", "about")]
    [InlineData("introduce Ada Martin, I worked with Ada at Acme", "relation")]
    [InlineData("introduce Ada Martin, based in Martin", "location")]
    [InlineData("engineer ada@example.com Ada Martin", "about")]
    public void Nothing_that_is_shown_on_the_card_says_who_it_is(string text, string field)
    {
        var fields = Prefill.From(text, Corpus.Programme);
        Assert.DoesNotContain("Ada", fields.GetValueOrDefault(field, ""), StringComparison.Ordinal);
        Assert.DoesNotContain("Martin", fields.GetValueOrDefault(field, ""), StringComparison.Ordinal);
        Assert.DoesNotContain("@", fields.GetValueOrDefault(field, ""), StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_wrote_the_message_is_the_contact_only_when_the_text_names_nobody()
    {
        Assert.Equal("Olga Other", Prefill.From("I am looking for a job as a baker in Lyon", Corpus.Programme, "Olga Other")["contact"]);
        Assert.Equal("Ada Martin", Prefill.From("Please meet Ada Martin, baker in Lyon", Corpus.Programme, "Olga Other")["contact"]);
    }
}
