using IntroBot.Conversation;
using IntroBot.Programmes;
using IntroBot.Tests.Store;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Programmes;

public class ShowingTheProgramme
{
    private static readonly DateTimeOffset _since = new(2026, 11, 23, 13, 5, 0, TimeSpan.Zero);
    private readonly Programme _programme = Example.Documented();

    [Fact]
    public void It_is_what_the_file_says_in_english()
    {
        Assert.Equal(
            $"""
            # Maison Exemple: the programme in force
            We grow by meeting people our people know.
            How it begins = on the introducer’s word that the contact agreed; the contact can confirm or undo it
            Thank-yous = C0KUDOS
            Tokens of thanks = A T-shirt of the house, for a first introduction · A lunch with the team, for introductions in three different months · A book of your choice, for a year of introductions
            Limit = 20 introductions per person per day, only to guard against accidents
            Who looks after it = omar@example.test
            --
            Technology: C0TECH
            Who it is for = engineer, developer, data, ingénieur, développeur
            Who answers = lea@example.test
            If nobody answers = omar@example.test
            --
            Workshops and boutiques: a discreet team, with its own recruiters in a private channel; the thank-you says no more than “thank you for an introduction”
            Who it is for = leather, boutique, atelier, maroquinier, vendeur
            --
            Anything else: C0RECRUIT
            Who it is for = whatever no other team takes
            Who answers = lea@example.test
            > File programme.example.yaml, {_programme.Hash[..8]}, in force since Monday 23 November 2026.
            """,
            Written(ProgrammeCard.Draw(_programme, new InForce(_since), PlatformKind.Slack, Language.En)));
    }

    [Fact]
    public void It_is_what_the_file_says_in_french()
    {
        Assert.Equal(
            $"""
            # Maison Exemple : le programme en vigueur
            Nous grandissons en rencontrant les gens que nos équipes connaissent.
            Comment cela commence = sur la parole de la personne qui présente ; son contact a donné son accord, et peut le confirmer ou l’annuler
            Remerciements = C0KUDOS
            Petites attentions = Un T-shirt de la maison, pour une première présentation · Un déjeuner avec l’équipe, pour des présentations au cours de trois mois différents · Un livre de votre choix, pour une année de présentations
            Limite = 20 présentations par personne et par jour, par simple précaution
            Qui s’en occupe = omar@example.test
            --
            Technologie : C0TECH
            Pour qui = engineer, developer, data, ingénieur, développeur
            Qui répond = lea@example.test
            Si personne ne répond = omar@example.test
            --
            Ateliers et boutiques : une équipe discrète, avec son propre recrutement dans un canal privé ; le remerciement ne dit rien de plus que « merci pour une présentation »
            Pour qui = leather, boutique, atelier, maroquinier, vendeur
            --
            Autre : C0RECRUIT
            Pour qui = tout ce qu’aucune autre équipe ne prend
            Qui répond = lea@example.test
            > Fichier programme.example.yaml, {_programme.Hash[..8]}, en vigueur depuis le lundi 23 novembre 2026.
            """,
            Written(ProgrammeCard.Draw(_programme, new InForce(_since), PlatformKind.Slack, Language.Fr)).Replace('\u00A0', ' ').Replace('\u202F', ' '));
    }

    [Fact]
    public void A_discreet_route_shows_neither_its_channel_nor_its_people()
    {
        var all = string.Concat(Pages(_programme).Select(Written));
        Assert.DoesNotContain("C0MAISON", all, StringComparison.Ordinal);
        Assert.DoesNotContain("U0NINA", all, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_an_account_on_the_viewers_platform_is_mentioned_and_who_has_none_there_is_counted()
    {
        var programme = _programme with { Owners = [new PersonRef.ByAccount(PlatformKind.Slack, "U0OMAR"), new PersonRef.ByAccount(PlatformKind.Teams, Guid.Empty.ToString())] };
        var slack = ProgrammeCard.Draw(programme, null, PlatformKind.Slack, Language.En);
        var mention = slack.Parts.OfType<Part.Facts>().SelectMany(facts => facts.Values).SelectMany(fact => fact.Value.Runs).OfType<Run.Mention>().Single();
        Assert.Equal(new Account(PlatformKind.Slack, "T0ACME", "U0OMAR"), mention.Person.Account);
        Assert.Contains("Who looks after it = U0OMAR and 1 more", Written(slack), StringComparison.Ordinal);
        Assert.Contains("Anything else: on the other chat platform", Written(ProgrammeCard.Draw(programme, null, PlatformKind.Teams, Language.En)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_routes_come_page_by_page_each_within_a_messages_limits()
    {
        var wide = string.Join(' ', Enumerable.Repeat("word", 12));
        var many = _programme with
        {
            Routes = [_programme.General, .. Enumerable.Range(0, 99).Select(i => _programme.Routes[0] with
            {
                Name = $"r{i}", Takes = [.. Enumerable.Repeat(wide, 200)], Recruiters = [.. Enumerable.Range(0, 500).Select(j => new PersonRef.ByEmail($"{new string('x', 60)}{j}@example.test"))],
            })],
        };
        var pages = Pages(many).ToList();
        Assert.Equal(100, pages.Sum(card => card.Parts.Count(part => part is Part.Divider)));
        Assert.All(pages, card => Assert.InRange(card.Parts.Length, 1, 50));
        Assert.All(pages.SelectMany(card => card.Parts).OfType<Part.Facts>().SelectMany(facts => facts.Values), fact => Assert.InRange(fact.Value.ToString().Length, 1, 1900));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("99999999999")]
    [InlineData("7")]
    [InlineData("x")]
    [InlineData(null)]
    public async Task A_page_that_is_not_there_is_the_first(string? page)
    {
        var gate = new ProgrammeGate(new MemoryStore(), new FakeTimeProvider(_since), Guid.NewGuid);
        var answer = Assert.IsType<Answer.Notice>(await new ProgrammeInForce(_programme, gate).Show(Viewer(), page, TestContext.Current.CancellationToken));
        Assert.Contains("How it begins", Written(answer.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_still_runs_with_a_replaced_file_says_so()
    {
        var clock = new FakeTimeProvider(_since);
        var gate = new ProgrammeGate(new MemoryStore(), clock, Guid.NewGuid);
        await gate.Enter(_programme, TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromDays(1));
        await gate.Enter(Example.Read(Example.Least), TestContext.Current.CancellationToken);
        var answer = Assert.IsType<Answer.Notice>(await new ProgrammeInForce(_programme, gate).Show(Viewer(), TestContext.Current.CancellationToken));
        Assert.Contains("A newer file replaced it on Tuesday 24\u00a0November 2026; IntroBot follows the newer one at its next start.", Written(answer.Card), StringComparison.Ordinal);
    }

    private static Speaker Viewer()
    {
        var account = new Account(PlatformKind.Slack, "T0ACME", "U0ADA");
        return new Speaker(new Person(Ids.Person(account), "Ada", account), new Profile(account, "Ada", null, null, true), Phrases.In(Language.En));
    }

    private static IEnumerable<Card> Pages(Programme programme)
    {
        for (int? page = 0; page is { } number;)
        {
            var card = ProgrammeCard.Draw(programme, new InForce(_since), PlatformKind.Slack, Language.En, number);
            yield return card;
            page = card.Parts.OfType<Part.Actions>().SingleOrDefault() is { Buttons: [{ Step: ProgrammeInForce.More, Value: var next }] } ? int.Parse(next!, null) : null;
        }
    }

    private static string Written(Card card) => string.Join('\n', card.Parts.Select(part => part switch
    {
        Part.Heading heading => $"# {heading.Text}",
        Part.Paragraph paragraph => paragraph.Line.ToString(),
        Part.Facts facts => string.Join('\n', facts.Values.Select(fact => $"{fact.Label} = {fact.Value}")),
        Part.Divider => "--",
        Part.Aside aside => $"> {aside.Line}",
        _ => "",
    }).Where(line => line.Length > 0));
}
