using IntroBot.BrowserTests.Driving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IntroBot.BrowserTests.Contact;

/// <summary>
/// From being asked to every trace being gone, by hand, on phones: an employee who has not asked yet, the contact on their page, the recruiter, in both languages. Counts the presses (promise 21) and
/// looks into the very bytes that are kept.
/// </summary>
public sealed class AContactsLife(Chromium chromium, Bot bot, ITestOutputHelper output) : FromTheStart(bot), IClassFixture<Bot>
{
    private const string Name = "Ada Wintergarten";
    private const string Address = "ada.wintergarten@example.com";
    private static readonly TimeSpan s_gone = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task In_French_from_being_asked_to_the_last_trace()
    {
        await using var emma = await Window.Open(chromium, Bot, People.Emma, Channels.General, Look.Phone);
        var form = await emma.Opens("/introduce");
        await form.Fill("Son nom", "Ada de l’escalade");
        await form.Fill("Son métier", "ingénieure backend");
        await form.Select("Quelle équipe", "Technologie");
        await form.Choose("Cette personne est-elle au courant", "Pas encore");
        await form.Asks("Comment joindre cette personne", asks: false);
        await form.SendAndClose();
        await emma.GoTo("IntroBot");
        var link = await Link(emma);

        await using var ada = await Reader.Open(chromium, Look.Phone, "fr-FR");
        await ada.Page.GotoAsync(link);
        await Expect(ada.Page.Locator("h1")).ToHaveTextAsync("Emma Petit souhaite parler de vous à Maison Exemple");
        await ada.Page.GetByLabel("Votre nom").FillAsync(Name);
        await ada.Page.GetByLabel("Comment vous joindre").FillAsync(Address);
        Assert.Empty(Bot.Holding(Name, Address));
        var agreeing = await ada.Press("Je suis d’accord\u00A0: transmettez");
        await ada.Page.GetByText("Ouvrir ma page").ClickAsync();
        await Expect(ada.Page.Locator(".lead")).ToContainTextAsync("Quelqu’un du recrutement prendra contact avec vous.");
        await emma.Reads("a dit oui");

        await using var lea = await Window.Open(chromium, Bot, People.Lea, Channels.Tech, Look.Phone);
        var card = await lea.Reads("INT-");
        Assert.DoesNotContain("Ada", await card.Text(), StringComparison.Ordinal);
        await card.Press("Je m’en occupe");
        await card.Says("s’en occupe");
        await card.Press("Contact");
        var dialog = await lea.Asked();
        await dialog.Says(Name);
        await dialog.Says(Address);
        await dialog.Leave();

        await ada.Page.ReloadAsync();
        await Expect(ada.Page.Locator(".lead")).ToHaveTextAsync("Léa Moreau s’en occupe.");
        await Expect(ada.Page.GetByRole(AriaRole.Heading, new() { Name = "Qui a ouvert vos données" }).Locator("xpath=following-sibling::ul[1]")).ToContainTextAsync("Léa Moreau");
        Assert.NotEmpty(Bot.Holding(Address));
        var withdrawing = await ada.Press("Retirer ma mise en relation");

        await Expect(ada.Page.Locator(".lead")).ToHaveTextAsync("Elle a été retirée, et vos données sont effacées.");
        await card.Says("Les données sont effacées");
        await emma.Reads("a préféré");
        await NothingIsLeft(agreeing, withdrawing);
    }

    [Fact]
    public async Task In_English_on_somebodys_word_denied_and_gone()
    {
        await using var jack = await Window.Open(chromium, Bot, People.Jack, Channels.General, Look.Phone);
        var form = await jack.Opens("/introduce");
        await form.Fill("What to call them", Name);
        await form.Fill("What they do", "backend engineer");
        await form.Select("Which team", "Technology");
        await form.Choose("Do they know, and agree?", "They agreed");
        await form.Fill("How to reach them", Address);
        await form.SendAndClose();
        await jack.GoTo("IntroBot");
        var link = await Link(jack);
        Assert.NotEmpty(Bot.Holding(Address));

        await using var ada = await Reader.Open(chromium, Look.Phone);
        await ada.Page.GotoAsync(link);
        await Expect(ada.Page.Locator("h1")).ToHaveTextAsync("Jack Osei introduced you to Maison Exemple");
        await Expect(ada.Page.GetByLabel("Your name")).ToHaveValueAsync(Name);
        var denying = await ada.Press("I never agreed");
        await Expect(ada.Page.Locator("h1")).ToHaveTextAsync("It is undone.");
        await Expect(ada.Page.GetByText("Open my page")).ToBeVisibleAsync();

        await ada.Page.GotoAsync(link);
        await Expect(ada.Page.Locator("h1")).ToHaveTextAsync("This page is no longer here");
        await NothingIsLeft(denying, denying);
    }

    private static async Task<string> Link(Window window)
    {
        var link = window.Page.Locator("#messages a[href*='/c/']").Last;
        await Expect(link).ToBeVisibleAsync();
        return (await link.GetAttributeAsync("href"))!;
    }

    private async Task NothingIsLeft(int agreeing, int withdrawing)
    {
        var started = TimeProvider.System.GetTimestamp();
        IReadOnlyList<string> left;
        while ((left = Bot.Holding(Name, Address, "Wintergarten")).Count > 0 && TimeProvider.System.GetElapsedTime(started) < s_gone)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        }

        Assert.Empty(left);
        Assert.True(withdrawing <= agreeing, $"withdrawing took {withdrawing} presses, agreeing {agreeing}");
        output.WriteLine($"promise 21: the answer took {agreeing} press, undoing it {withdrawing}; every byte was gone after {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.0} s");
    }
}
