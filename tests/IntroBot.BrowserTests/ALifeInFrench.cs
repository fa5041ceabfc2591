using IntroBot.BrowserTests.Driving;

namespace IntroBot.BrowserTests;

/// <summary>The same in French, in the channel of a route that answers in French.</summary>
public sealed class ALifeInFrench(Chromium chromium, Bot bot) : FromTheStart(bot), IClassFixture<Bot>
{
    [Fact]
    public async Task Introduced_in_Slack_carried_to_hired_in_Teams_and_thanked_in_both()
    {
        await using var emma = await Window.Open(chromium, Bot, People.Emma, Channels.General);
        var form = await emma.Opens("/introduce mon contact Ada Martin, ingénieure backend à Lyon, ada.martin@example.com");
        Assert.Equal("Ada Martin", await form.Value("Son nom"));
        Assert.Equal("ingénieure backend", await form.Value("Son métier"));
        Assert.Equal("Lyon", await form.Value("Lieu"));
        await form.Choose("Cette personne est-elle au courant", "Oui, elle est d’accord");
        await form.SendAndClose();
        await emma.GoTo("IntroBot");
        await emma.Reads("est en route");

        await using var lea = await Window.OpenTeams(chromium, Bot, People.Lea, TeamsChannels.Tech);
        var card = await lea.Reads("INT-");
        Assert.DoesNotContain("Ada", await card.Text(), StringComparison.Ordinal);
        await card.Press("Je m’en occupe");
        await card.Says("Léa Moreau s’en occupe");
        await Carried(emma, lea, card);

        await Thanked(emma, "thanks");
        await Thanked(lea, "Thanks");
    }

    [Fact]
    public async Task Introduced_in_Teams_carried_to_hired_in_Slack_and_thanked_in_both()
    {
        await using var emma = await Window.OpenTeams(chromium, Bot, People.Emma);
        await emma.Chooses("#shortcuts", "Présenter");
        var form = await emma.Asked();
        await form.Fill("Son nom", "Ada Martin");
        await form.Fill("Son métier", "ingénieure backend");
        await form.Select("Quelle équipe", "Technologie");
        await form.Choose("Cette personne est-elle au courant", "Oui, elle est d’accord");
        await form.Fill("Comment joindre", "ada.martin@example.com");
        await form.SendAndClose();
        await emma.Reads("est en route");

        await using var lea = await Window.Open(chromium, Bot, People.Lea, Channels.Tech);
        var card = await lea.Reads("INT-");
        await card.Press("Je m’en occupe");
        await card.Says("Léa Moreau s’en occupe");
        await Carried(emma, lea, card);

        await Thanked(emma, "Thanks");
        await Thanked(lea, "thanks");
    }

    private static async Task Carried(Window introducer, Window recruiter, Card card)
    {
        await introducer.Reads("va prendre contact");
        await card.Press("Contact");
        var contact = await recruiter.Asked();
        await contact.Says("ada.martin@example.com");
        await contact.Leave();
        await card.Press("Rencontre faite");
        await introducer.Reads("a eu lieu");
        await card.Press("Processus en cours");
        await introducer.Reads("processus de recrutement");
        await card.Press("Embauche conclue");
        await (await recruiter.Asked()).SendAndClose();
        await card.Says("l’a menée à bien");
        var told = await introducer.Reads("c’est une embauche");
        Assert.Contains("transmettre", await told.Text(), StringComparison.Ordinal);
    }

    private static async Task Thanked(Window window, string channel)
    {
        await window.GoTo(channel);
        var thanks = await window.Reads("Emma Petit");
        Assert.DoesNotContain("Ada", await thanks.Text(), StringComparison.Ordinal);
    }
}
