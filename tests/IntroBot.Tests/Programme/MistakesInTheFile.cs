namespace IntroBot.Tests.Programmes;

public class MistakesInTheFile
{
    [Theory]
    [InlineData("company: Maison Exemple", "compny: Maison Exemple", "programme.yaml:1: compny: unknown key; did you mean company?", "programme.yaml:1: company: missing; expected the company's name")]
    [InlineData("slack: C0TECH", "slack: '#tech'", "programme.yaml:9: routes[0].slack: expected a channel id like C0TECH, found \"#tech\"")]
    [InlineData("    slack: C0TECH", "    discreet: false", "programme.yaml:7: routes[0]: expected a channel, like slack: C0TECH, found none")]
    [InlineData("    slack: C0TECH", "    discreet: yes\n    slack: C0TECH", "programme.yaml:9: routes[0].discreet: expected true or false, found \"yes\"")]
    [InlineData("    slack: C0TECH", "    discreet: true\n    slack: C0TECH", "programme.yaml:9: routes[0].discreet: a discreet route needs recruiters of its own, named here")]
    [InlineData("    slack: C0TECH", "    discreet: true\n    recruiters: [lea@example.test]\n    slack: C0KUDOS", "programme.yaml:11: routes[0].slack: a discreet route needs a channel of its own; C0KUDOS is used elsewhere in the programme")]
    [InlineData("    slack: C0TECH", "    slack: C0TECH\n    recruter: [lea@example.test]", "programme.yaml:10: routes[0].recruter: unknown key; did you mean recruiters?")]
    [InlineData("    slack: C0TECH", "    slack: C0TECH\n    colour: blue", "programme.yaml:10: routes[0].colour: unknown key; known here: name, title, takes, slack, teams, recruiters, fallback, discreet, language, hours")]
    [InlineData("    slack: C0TECH", "    slack: C0TECH\n    slack: C0OTHER", "programme.yaml:10: routes[0].slack: written twice, first on line 9")]
    [InlineData("    slack: C0TECH", "    teams: 19:abc@thread.tacv2", "programme.yaml:9: routes[0].teams: expected organisation.teams to name where this channel is, found none there")]
    [InlineData("name: tech", "name: Tech", "programme.yaml:7: routes[0].name: expected 1 to 40 of a-z, 0-9 and -, found \"Tech\"")]
    [InlineData("name: tech", "name: general", "programme.yaml:10: routes[1].name: general is the name of routes[0] already; each has its own")]
    [InlineData("name: general", "name: other", "programme.yaml:7: routes: missing; expected one route named general, for what nothing else takes")]
    [InlineData("title: { en: Technology, fr: Technologie }", "title: { en: Technology }", "programme.yaml:8: routes[0].title.fr: missing; expected the text in French")]
    [InlineData("title: { en: Technology, fr: Technologie }", "title: Technology", "programme.yaml:8: routes[0].title: expected keys and values, found \"Technology\"")]
    [InlineData("[lea@example.test]", "[lea]", "programme.yaml:3: recruiters[0]: expected an email like lea@example.test, or slack:U0123, or teams:<object id>, found \"lea\"")]
    [InlineData("[lea@example.test]", "lea@example.test", "programme.yaml:3: recruiters: expected a list of people, at most 500, found \"lea@example.test\"")]
    [InlineData("[lea@example.test]", "[]", "programme.yaml:3: recruiters: expected at least one person, found an empty list")]
    [InlineData("recruiters: [lea@example.test]", "managers: []", "programme.yaml:7: routes[0]: nobody answers here: expected recruiters on the route, or for the whole programme", "programme.yaml:10: routes[1]: nobody answers here: expected recruiters on the route, or for the whole programme")]
    [InlineData("[omar@example.test]", "['slack:u123', 'teams:not-a-guid']", "programme.yaml:4: owners[0]: expected an email like lea@example.test, or slack:U0123, or teams:<object id>, found \"slack:u123\"", "programme.yaml:4: owners[1]: expected an email like lea@example.test, or slack:U0123, or teams:<object id>, found \"teams:not-a-guid\"")]
    [InlineData("[T0ACME]", "[acme]", "programme.yaml:2: organisation.slack[0]: expected a Slack workspace id like T0ACME, found \"acme\"")]
    [InlineData("{ slack: [T0ACME] }", "{ slack: [] }", "programme.yaml:2: organisation: expected at least one workspace or tenant, like { slack: [T0ACME] }, found none")]
    [InlineData("{ slack: C0KUDOS }", "{}", "programme.yaml:5: kudos: expected a channel, like { slack: C0KUDOS }, found none")]
    [InlineData("kudos:", "zone: Mars/Olympus\nkudos:", "programme.yaml:5: zone: expected a time zone like Europe/Paris, found \"Mars/Olympus\"")]
    [InlineData("kudos:", "language: de\nkudos:", "programme.yaml:5: language: expected en or fr, found \"de\"")]
    [InlineData("kudos:", "agreement: oral\nkudos:", "programme.yaml:5: agreement: expected word or page, found \"oral\"")]
    [InlineData("kudos:", "agreement:\nkudos:", "programme.yaml:5: agreement: expected word or page, found nothing")]
    [InlineData("kudos:", "domains: ['@example']\nkudos:", "programme.yaml:5: domains[0]: expected an email domain like example.test, found \"@example\"")]
    [InlineData("kudos:", "limits: { perDay: 0 }\nkudos:", "programme.yaml:5: limits.perDay: expected a whole number from 1 to 1000, found \"0\"")]
    [InlineData("kudos:", "limits: { perday: 20 }\nkudos:", "programme.yaml:5: limits.perday: unknown key; did you mean perDay?")]
    [InlineData("kudos:", "hours: { from: 9h }\nkudos:", "programme.yaml:5: hours.from: expected a time like 09:00, found \"9h\"")]
    [InlineData("kudos:", "hours: { from: 18:00, to: 09:00 }\nkudos:", "programme.yaml:5: hours: expected from to be before to, found from 18:00 to 09:00")]
    [InlineData("kudos:", "hours: { days: [lun] }\nkudos:", "programme.yaml:5: hours.days[0]: expected mon, tue, wed, thu, fri, sat or sun, found \"lun\"")]
    [InlineData("kudos:", "hours: { holidays: [2026-02-30] }\nkudos:", "programme.yaml:5: hours.holidays[0]: expected a date like 2026-12-25, found \"2026-02-30\"")]
    [InlineData("kudos:", "reasons: [{ key: later, en: Later, fr: Plus tard }, { key: later, en: Later, fr: Plus tard }]\nkudos:", "programme.yaml:5: reasons[1].key: later is the key of reasons[0] already; each has its own")]
    [InlineData("kudos:", "thanks: [{ name: { en: A book, fr: Un livre }, after: hire }]\nkudos:", "programme.yaml:5: thanks[0].after: expected first, three-months or year, found \"hire\"")]
    [InlineData("kudos:", "thanks: [{ name: { en: A gift card, fr: Un livre }, after: first }]\nkudos:", "programme.yaml:5: thanks[0].name.en: “gift card” is spent like money. Thanks here are recognition, never a bounty. Write about the person and what they did, or name a keepsake without a price: a T-shirt, a book, a lunch with the team.")]
    [InlineData("kudos:", "why:\n  en: Introduce us to your friends.\n  fr: 500 € pour chaque ami embauché.\nkudos:", "programme.yaml:7: why.fr: “500 €” is an amount of money. Thanks here are recognition, never a bounty. Write about the person and what they did, or name a keepsake without a price: a T-shirt, a book, a lunch with the team.")]
    [InlineData("kudos:", "why: &why { en: We, fr: Nous }\nkudos:", "programme.yaml:5: not valid YAML: the anchor &why is not supported; write the value out where it is needed")]
    [InlineData("kudos:", "domains: *all\nkudos:", "programme.yaml:5: not valid YAML: the alias *all is not supported; write the value out")]
    [InlineData("kudos:", "company: !!str X\nkudos:", "programme.yaml:5: not valid YAML: tags (!…) are not supported")]
    [InlineData("kudos:", "? [a, b]\n: c\nkudos:", "programme.yaml:5: not valid YAML: a key is one word, not a list or keys and values")]
    [InlineData("routes:", "---\nroutes:", "programme.yaml:6: not valid YAML: a second document (---) starts here; the programme is one document")]
    public void Each_is_named_with_its_line_its_key_and_what_was_expected(string line, string instead, params string[] expected)
    {
        Assert.Contains(line, Example.Least, StringComparison.Ordinal);
        var at = Example.Least.IndexOf(line, StringComparison.Ordinal);
        var mistakes = Example.MistakesOf(Example.Least.Remove(at, line.Length).Insert(at, instead));
        Assert.Equal(expected, mistakes);
    }

    [Fact]
    public void All_mistakes_are_told_at_once_in_the_order_of_the_file()
    {
        var yaml = Example.Least.Replace("C0TECH", "tech", StringComparison.Ordinal).Replace("T0ACME", "acme", StringComparison.Ordinal).Replace("omar@", "omar", StringComparison.Ordinal);
        Assert.Equal([2, 4, 9], Assert.Throws<IntroBot.Programmes.ProgrammeException>(() => Example.Read(yaml)).Mistakes.Select(mistake => mistake.Line));
    }

    [Fact]
    public void An_empty_file_names_every_key_it_needs()
    {
        Assert.Equal(["company", "organisation", "owners", "kudos", "routes"], Assert.Throws<IntroBot.Programmes.ProgrammeException>(() => Example.Read("")).Mistakes.Select(mistake => mistake.Key));
    }

    [Theory]
    [InlineData("company: [unclosed")]
    [InlineData("company: \"unclosed")]
    [InlineData("company: a\n  b: c")]
    [InlineData("\tcompany: a")]
    [InlineData("a: b: c")]
    [InlineData("- a\nb: c")]
    [InlineData("%YAML 9.9\n---\na: b")]
    [InlineData("company: \u0001")]
    [InlineData("just words")]
    [InlineData("- a list")]
    [InlineData("---\n---\n")]
    [InlineData("}{")]
    public void What_is_not_the_yaml_we_need_is_named_by_line(string yaml)
    {
        Assert.All(Example.MistakesOf(yaml), mistake => Assert.Matches(@"\Aprogramme\.yaml:[1-9]\d*: ", mistake));
    }

    [Fact]
    public void An_alias_bomb_and_a_deep_nest_end_at_once()
    {
        var bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"b{i}: &b{i} [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"));
        Assert.Single(Example.MistakesOf(bomb));
        Assert.Contains("deep", Assert.Single(Example.MistakesOf(new string('[', 100_000))), StringComparison.Ordinal);
        Assert.Contains("deep", Assert.Single(Example.MistakesOf(string.Concat(Enumerable.Range(0, 300).Select(i => new string(' ', i) + "a:\n")))), StringComparison.Ordinal);
    }
}
