using System.Collections.Concurrent;
using IntroBot.BrowserTests.Driving;
using IntroBot.Conversation;
using IntroBot.Tests.Teams;

namespace IntroBot.BrowserTests.Cards;

/// <summary>Every card the bot can send on Teams, with the longest names, drawn by Microsoft's own renderer: light, dark and high contrast, on a desktop and on a phone, in both languages.</summary>
public sealed class DrawnByMicrosoft(Chromium chromium)
{
    private const int Desktop = 620;
    private const int Phone = 300;

    /// <summary>axe takes longer for each card the more there are.</summary>
    private const int AtATime = 25;
    private static readonly ConcurrentDictionary<Language, Lazy<Task<IReadOnlyList<SentCards>>>> s_sent = [];

    public static TheoryData<Language, string> LanguagesAndThemes => [.. from language in Enum.GetValues<Language>() from theme in Board.Themes select (language, theme)];

    [Theory]
    [MemberData(nameof(LanguagesAndThemes))]
    public async Task Every_card_is_drawn_without_a_complaint(Language language, string theme)
    {
        var sent = await Sent(language);
        await using var board = await Board.Open(chromium);
        foreach (var width in new[] { Phone, Desktop })
        {
            var wrong = await board.Draw("Cards", language, theme, width, sent);
            Assert.True(wrong.Length == 0, string.Join('\n', wrong));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{language}, {theme}: {sent.Sum(static one => one.Cards.Count)} cards");
        if (Album.Wanted)
        {
            await board.Picture(language, theme, Desktop, sent);
            await board.Picture(language, theme, Phone, sent);
        }
    }

    [Theory]
    [InlineData(Language.En)]
    [InlineData(Language.Fr)]
    public async Task Nothing_serious_stands_in_anybodys_way(Language language)
    {
        var kinds = (await Sent(language)).DistinctBy(static one => one.Name[one.Name.IndexOf(' ', StringComparison.Ordinal)..]).ToList();
        await using var board = await Board.Open(chromium);
        foreach (var some in kinds.Chunk(AtATime))
        {
            await board.Draw("Cards", language, "light", Desktop, some);
            var found = await Axe.Looks(board.Page);
            Assert.True(found.Passes.Length > 10, "axe looked at the cards");
            Assert.Empty(found.Grave());
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{language}: {kinds.Count} kinds of messages and dialogs");
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

    private static Task<IReadOnlyList<SentCards>> Sent(Language language) => s_sent.GetOrAdd(language, static one => new(() => EveryAdaptiveCard.In(one))).Value;
}
