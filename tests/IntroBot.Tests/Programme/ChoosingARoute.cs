using IntroBot.Programmes;

namespace IntroBot.Tests.Programmes;

public class ChoosingARoute
{
    private readonly Programme _programme = Example.Read("""
        company: Maison Exemple
        organisation: { slack: [T0ACME] }
        recruiters: [lea@example.test]
        owners: [omar@example.test]
        kudos: { slack: C0KUDOS }
        routes:
          - { name: tech, title: { en: Technology, fr: Technologie }, slack: C0TECH, takes: [engineer, developer, data, ingénieur, développeur, C++] }
          - { name: insight, title: { en: Insight, fr: Études }, slack: C0INSIGHT, takes: [data scientist, chercheur] }
          - { name: maison, title: { en: Workshops, fr: Ateliers }, slack: C0MAISON, takes: [leather, cœur de métier, animal] }
          - { name: sales-emea, title: { en: Sales, fr: Vente }, slack: C0SALES, takes: [boutique, account manager] }
          - { name: general, title: { en: Anything else, fr: Autre }, slack: C0RECRUIT, takes: [stagiaire] }
        """);

    [Theory]
    [InlineData("Ada Martin, backend engineer in Lyon", "tech")]
    [InlineData("two ENGINEERS", "tech")]
    [InlineData("une ingénieure à Lyon", "tech")]
    [InlineData("des developpeuses", "tech")]
    [InlineData("l’ingénieur que tu cherchais", "tech")]
    [InlineData("she writes C++", "tech")]
    [InlineData("she writes C", "general")]
    [InlineData("Ada, data scientist and engineer and developer", "insight")]
    [InlineData("data engineer for the boutique", "tech")]
    [InlineData("au recrutement Technologie", "tech")]
    [InlineData("technologies", "tech")]
    [InlineData("une chercheuse", "insight")]
    [InlineData("etudes", "insight")]
    [InlineData("COEUR DE METIER", "maison")]
    [InlineData("des animaux", "maison")]
    [InlineData("two account managers", "sales-emea")]
    [InlineData("the manager of my account", "general")]
    [InlineData("sales emea please", "sales-emea")]
    [InlineData("engineering", "general")]
    [InlineData("database", "general")]
    [InlineData("anything else, or general things", "general")]
    [InlineData("une stagiaire", "general")]
    [InlineData("", "general")]
    [InlineData("\uD800 \uFFFE data", "tech")]
    public void A_text_goes_where_its_words_point(string text, string route) => Assert.Equal(route, _programme.RouteFor(text).Name);

    [Fact]
    public void Of_two_routes_that_fit_as_well_the_first_in_the_file_wins()
    {
        var swapped = _programme with { Routes = [.. _programme.Routes.Reverse().Select(route => route.Name == "general" ? route : route with { Takes = ["data"] })] };
        Assert.Equal("sales-emea", swapped.RouteFor("data").Name);
    }

    [Fact]
    public void A_long_text_finds_its_route_among_a_hundred()
    {
        var many = _programme with { Routes = [_programme.General, .. Enumerable.Range(0, 99).Select(i => _programme.Routes[0] with { Name = $"r{i}", Takes = [.. Enumerable.Range(0, 200).Select(j => $"data word{i} {j}")] })] };
        Assert.Equal("r98", many.RouteFor(string.Concat(Enumerable.Repeat("word98 199 data ", 128))).Name);
    }
}
