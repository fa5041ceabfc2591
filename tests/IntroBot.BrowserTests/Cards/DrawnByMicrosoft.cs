using System.Collections.Concurrent;
using Deque.AxeCore.Playwright;
using IntroBot.BrowserTests.Driving;
using IntroBot.Conversation;
using IntroBot.Tests.Teams;

namespace IntroBot.BrowserTests.Cards;

/// <summary>Every card the bot can send on Teams, with the longest names, drawn by Microsoft's own renderer: light, dark and high contrast, on a desktop and on a phone, in both languages.</summary>
public sealed class DrawnByMicrosoft(Chromium chromium)
{
    private const int Desktop = 620;
    private const int Phone = 300;
    private static readonly string[] s_grave = ["serious", "critical"];
    private static readonly ConcurrentDictionary<Language, Lazy<Task<IReadOnlyList<SentCards>>>> s_sent = [];

    public static TheoryData<Language, string> LanguagesAndThemes => [.. from language in Enum.GetValues<Language>() from theme in Board.Themes select (language, theme)];

    [Theory]
    [MemberData(nameof(LanguagesAndThemes))]
    public async Task Every_card_is_drawn_without_a_complaint_and_stands_in_nobodys_way(Language language, string theme)
    {
        var sent = await s_sent.GetOrAdd(language, static one => new(() => EveryAdaptiveCard.In(one))).Value;
        await using var board = await Board.Open(chromium);
        if (Album.Wanted)
        {
            await board.Picture(language, theme, Desktop, sent);
            await board.Picture(language, theme, Phone, sent);
        }

        foreach (var width in new[] { Phone, Desktop })
        {
            Assert.Equal("", string.Join('\n', await board.Draw("Cards", language, theme, width, sent)));
        }

        var found = await board.Page.RunAxe();
        Assert.True(found.Passes.Length > 10, "axe looked at the cards");
        Assert.Equal("", string.Join('\n', found.Violations.Where(static violation => s_grave.Contains(violation.Impact)).Select(static violation => $"{violation.Id}: {violation.Help} ({string.Join(", ", violation.Nodes.Take(5).Select(static node => node.Html))})")));
        TestContext.Current.TestOutputHelper?.WriteLine($"{language}, {theme}: {sent.Sum(static one => one.Cards.Count)} cards");
    }

    /// <summary>What makes sure that the test above can fail.</summary>
    [Theory]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlok","text":"x"}]}""", "TextBlok")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[]}""", "nothing is drawn")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"<at>Eve</at>","wrap":true}]}""", "a mention of nobody")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"INT-{0}","wrap":true}]}""", "words that are none")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.ChoiceSet","id":"a","label":"A","choices":[{"title":"x"}]}]}""", "choices")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"x"},{"type":"ActionSet","actions":[{"type":"Action.Submit","title":"1"},{"type":"Action.Submit","title":"2"},{"type":"Action.Submit","title":"3"},{"type":"Action.Submit","title":"4"},{"type":"Action.Submit","title":"5"},{"type":"Action.Submit","title":"6"},{"type":"Action.Submit","title":"7"}]}]}""", "6 buttons of 7")]
    public async Task A_card_that_is_not_drawn_as_it_is_meant_is_found(string card, string complaint)
    {
        await using var board = await Board.Open(chromium);

        var wrong = await board.Draw("Cards", Language.En, "light", Desktop, [new("it", 0, [card])]);

        Assert.Contains(complaint, string.Join('\n', wrong), StringComparison.Ordinal);
    }
}
