using System.Text.RegularExpressions;
using IntroBot.Playground.Slack;
using IntroBot.Tests.Introductions;
using IntroBot.Tests.Promises;

namespace IntroBot.Tests.Recognition;

/// <summary>The public thank-you, as the channel reads it.</summary>
public sealed class KudosPosts
{
    private static readonly string[] s_first =
    [
        "<@U0INES> made a first introduction, to the team “Technology”. <@U0CLARA> says thank you!",
        "A first introduction from <@U0INES>, for the team “Technology”: thank you, says <@U0CLARA>.",
        "<@U0CLARA> thanks <@U0INES> for a first introduction to the team “Technology”. Welcome among those who open doors.",
    ];

    private static readonly string[] s_plain =
    [
        "<@U0CLARA> thanks <@U0INES> for an introduction to the team “Technology”.",
        "<@U0INES> introduced someone to the team “Technology”. Thank you, says <@U0CLARA>.",
        "Thank you, <@U0INES>, for bringing two people together for the team “Technology”. <@U0CLARA> is on it.",
        "<@U0INES> opened a door for the team “Technology”, and <@U0CLARA> says thank you.",
        "A new conversation for the team “Technology”, thanks to <@U0INES>. <@U0CLARA> says thank you.",
    ];

    [Fact]
    public async Task The_first_is_marked_as_such_the_next_vary_and_none_counts()
    {
        await using var company = new Company();
        for (var number = 0; number < 8; number++)
        {
            await company.Press(Office.Clara, await company.Introduced(fields: ("address", $"ada{number}@example.com")), "claim");
        }

        var posts = company.Cards(Demo.Kudos).Select(static post => post.Shown).ToList();
        Assert.Contains(posts[0], s_first);
        Assert.All(posts[1..], static post => Assert.Contains(post, s_plain));
        Assert.True(posts[1..].Distinct().Count() > 1, "the wording varies");
        Assert.All(posts, static post => Assert.DoesNotMatch(new Regex("[0-9]"), post.Replace("U0", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_recruiters_own_words_go_with_it()
    {
        await using var company = new Company();
        var card = await company.Introduced();
        await company.Press(Office.Clara, card, "", $"claim:{company.Introductions[0]}");

        await company.Send(Office.Clara, ("sentence", "You remembered us. That made our day."));

        var post = Company.Plain(Assert.Single(company.Cards(Demo.Kudos))).Split('\n');
        Assert.Contains(post[0], s_first);
        Assert.Equal(["You remembered us. That made our day.", "— <@U0CLARA>"], post[1..]);
    }

    [Theory]
    [InlineData("A gift card of 50 € is yours!")]
    [InlineData("Ada is wonderful, thank you.")]
    public async Task Words_that_pay_or_name_the_contact_are_refused_beside_the_field(string words)
    {
        await using var company = new Company();
        var card = await company.Introduced();
        await company.Press(Office.Clara, card, "", $"claim:{company.Introductions[0]}");

        var sent = await company.Send(Office.Clara, ("sentence", words));

        Assert.NotEmpty(sent.Errors["sentence"]);
        Assert.Empty(company.Cards(Demo.Kudos));
        Assert.Equal(["introduce"], company.Events(company.Introductions[0]));
    }

    [Fact]
    public async Task Whoever_prefers_it_is_thanked_in_private_and_nothing_stands_in_the_channel()
    {
        await using var company = new Company();
        await company.Slack.Command(Office.Ines, Demo.General, "/intros", "prefs");
        await company.Send(Office.Ines, ("language", "auto"), ("thanks", "private"));

        await company.Press(Office.Clara, await company.Introduced(), "claim");

        Assert.Empty(company.Cards(Demo.Kudos));
        var thanks = Assert.Single(company.Slack.Dm(Office.Ines), static message => message.Shown.Contains("Said in private, as you prefer.", StringComparison.Ordinal));
        Assert.Contains(thanks.Shown.Split('\n')[0], s_first);
    }

    [Fact]
    public async Task In_private_all_of_it_is_in_the_language_of_whoever_is_thanked()
    {
        await using var company = new Company();
        await company.Slack.Command(Office.Ines, Demo.General, "/intros", "prefs");
        await company.Send(Office.Ines, ("language", "fr"), ("thanks", "private"));

        await company.Press(Office.Clara, await company.Introduced(), "claim");

        var thanks = Assert.Single(company.Slack.Dm(Office.Ines), static message => message.Shown.Contains("Dit en privé", StringComparison.Ordinal));
        Assert.Contains("Technologie", thanks.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_discreet_route_it_says_neither_where_nor_who_nor_more()
    {
        await using var company = new Company(Office.Programme.Replace("slack: C0LUXE", "slack: C0LUXE\n    discreet: true", StringComparison.Ordinal));
        var card = await company.Introduced(Office.Ines, Demo.Luxury, ("route", "luxury"));
        await company.Press(Office.Lou, card, "", $"claim:{company.Introductions[0]}");

        await company.Send(Office.Lou, ("sentence", "You remembered us."));

        Assert.Equal("<@U0INES>, thank you for an introduction.", Assert.Single(company.Cards(Demo.Kudos)).Shown);
    }

    [Fact]
    public async Task Many_at_once_are_gathered_and_everybody_is_named()
    {
        var round = new KudosRound(12);
        var world = round.Host();
        await round.Introduce(world);
        foreach (var introduction in round.IntroducerOf.Keys)
        {
            await round.Wire.Press(new Sender(Office.Clara), "claim", introduction);
        }

        await world.Settle(round.Store);

        var posts = round.Slack.Messages(Demo.Kudos);
        Assert.True(posts.Count < 12, $"{posts.Count} posts");
        Assert.Contains(posts, static post => post.Shown.StartsWith("Thank you for these introductions", StringComparison.Ordinal));
        Assert.Equal(round.Employees.Order(StringComparer.Ordinal), round.Posted().Keys.Order(StringComparer.Ordinal));
        await world.Stop();
    }

    [Fact]
    public async Task Thanks_in_the_channels_language_whatever_people_read()
    {
        await using var company = new Company(Office.Programme.Replace("kudos: { slack: C0KUDOS }", "kudos: { slack: C0KUDOS, language: fr }", StringComparison.Ordinal));

        await company.Press(Office.Clara, await company.Introduced(), "claim");

        Assert.Contains("présentation", Assert.Single(company.Cards(Demo.Kudos)).Shown, StringComparison.Ordinal);
    }
}
