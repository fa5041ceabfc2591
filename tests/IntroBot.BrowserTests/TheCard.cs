using IntroBot.BrowserTests.Driving;

namespace IntroBot.BrowserTests;

/// <summary>The card in the recruiters' channel, with several people before it.</summary>
public sealed class TheCard(Chromium chromium, Bot bot) : FromTheStart(bot), IClassFixture<Bot>
{
    [Fact]
    public async Task Who_the_contact_is_opens_only_for_whoever_took_it()
    {
        await Introduced("Ada Martin", "ada@example.com");
        await using var lea = await Window.Open(chromium, Bot, People.Lea, Channels.Tech);
        await using var ravi = await Window.Open(chromium, Bot, People.Ravi, Channels.Tech);
        var card = await TakenBy(lea);

        await card.Press("Contact");
        var dialog = await lea.Asked();
        await dialog.Says("ada@example.com");
        await dialog.Says("Ada Martin");
        await (await ravi.Reads("INT-")).Press("Contact");

        await ravi.Reads("Details open only for the recruiter who took it");
        Assert.DoesNotContain("Ada", await ravi.Everything(), StringComparison.Ordinal);
        Assert.False(await ravi.HasDialog());
    }

    [Fact]
    public async Task Windows_that_are_open_at_once_follow_what_others_do()
    {
        await using var emma = await Window.Open(chromium, Bot, People.Emma, Channels.General);
        await emma.GoTo("IntroBot");
        await using var omar = await Window.Open(chromium, Bot, People.Omar, Channels.Tech);
        await Introduced("Grace Hopper", "grace@example.com");
        var seen = await omar.Reads("En attente d’une réponse de l’équipe");
        await emma.Reads("est en route");

        await using var lea = await Window.Open(chromium, Bot, People.Lea, Channels.Tech);
        await (await lea.Reads("En attente d’une réponse de l’équipe")).Press("Je m’en occupe");

        await seen.Says("@Léa Moreau s’en occupe");
        await emma.Reads("va prendre contact");
    }

    [Fact]
    public async Task A_press_counts_though_the_card_changes_under_the_finger()
    {
        await Introduced("Alan Turing", "alan@example.com");
        await using var lea = await Window.Open(chromium, Bot, People.Lea, Channels.Tech);
        var card = await TakenBy(lea);

        using var acts = new Acts(Bot);
        await card.Hold("Processus en cours", () => lea.Hears(" la rencontre,", () => acts.Press(People.Lea, Channels.Tech, "met")));

        await card.Says("a lancé le processus");
    }

    [Fact]
    public async Task A_menu_opens_and_stays_open_though_the_card_changes_under_the_finger()
    {
        await Introduced("Alan Turing", "alan@example.com");
        await using var lea = await Window.Open(chromium, Bot, People.Lea, Channels.Tech);
        var card = await TakenBy(lea);

        using var acts = new Acts(Bot);
        await card.Hold("Autres actions", () => lea.Hears(" la rencontre,", () => acts.Press(People.Lea, Channels.Tech, "met")));
        await lea.Hears(" le processus,", () => acts.Press(People.Lea, Channels.Tech, "in-process"));
        await card.Picks("Question à la personne qui présente");

        await (await lea.Asked()).Says("Votre question");
        await card.Says("a lancé le processus");
    }

    [Fact]
    public async Task Whoever_introduces_after_a_new_start_keeps_their_name()
    {
        await Introduced("Ada Martin", "ada@example.com");
        await Bot.BeginAgain();
        await Introduced("Grace Hopper", "grace@example.com");
        await using var lea = await Window.Open(chromium, Bot, People.Lea, Channels.Tech);
        var card = await lea.Reads("INT-");
        using var acts = new Acts(Bot);
        await acts.MoveOn(1);

        await card.Press("Je m’en occupe");

        await card.Says("@Léa Moreau a pris la suite");
        await card.Says("@Emma Petit présente quelqu’un");
    }

    [Fact]
    public async Task A_guest_is_refused_politely_and_nothing_opens()
    {
        await using var gus = await Window.Open(chromium, Bot, People.Gus, Channels.Thanks);

        await gus.Types("/introduce Ada Martin, engineer, ada@example.com");

        await gus.Reads("IntroBot est réservé aux membres de l’organisation. Rien n’a changé.");
        Assert.False(await gus.HasDialog());
    }

    private static async Task<Card> TakenBy(Window recruiter)
    {
        var card = await recruiter.Reads("INT-");
        await card.Press("Je m’en occupe");
        await card.Says("s’en occupe");
        return card;
    }

    private async Task Introduced(string contact, string address)
    {
        using var acts = new Acts(Bot);
        await acts.Introduce(People.Emma, contact, "ingénieure", address, "tech");
    }
}
