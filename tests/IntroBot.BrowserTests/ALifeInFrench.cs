using IntroBot.BrowserTests.Driving;

namespace IntroBot.BrowserTests;

/// <summary>What a newcomer does first: an introduction from the command to hired and the thanks, by hand, in French.</summary>
public sealed class ALifeInFrench(Chromium chromium, Bot bot) : FromTheStart(bot), IClassFixture<Bot>
{
    [Fact]
    public async Task Emma_introduces_somebody_and_Lea_carries_it_to_hired_and_everybody_hears()
    {
        await using var emma = await Window.Open(chromium, Bot, People.Emma, Channels.General);
        var form = await emma.Opens("/introduce mon contact Ada Martin, ingénieure backend à Lyon, ada.martin@example.com");
        Assert.Equal("Ada Martin", await form.Value("Son nom"));
        Assert.Equal("ingénieure backend", await form.Value("Son métier"));
        Assert.Equal("Lyon", await form.Value("Lieu"));
        await form.Choose("Cette personne est-elle au courant", "Elle est d’accord");
        await form.SendAndClose();
        await emma.GoTo("IntroBot");
        await emma.Reads("est en route");

        await using var lea = await Window.Open(chromium, Bot, People.Lea, Channels.Tech);
        var card = await lea.Reads("INT-");
        Assert.DoesNotContain("Ada", await card.Text(), StringComparison.Ordinal);
        await card.Press("Je m’en occupe");
        await card.Says("Léa Moreau s’en occupe");
        await emma.Reads("va prendre contact");

        await card.Press("Contact");
        var contact = await lea.Asked();
        await contact.Says("ada.martin@example.com");
        await contact.Leave();

        await card.Press("Rencontre faite");
        await emma.Reads("a eu lieu");
        await card.Press("Processus en cours");
        await emma.Reads("processus de recrutement");
        await card.Press("Recrutement conclu");
        await (await lea.Asked()).SendAndClose();
        await card.Says("Recrutement conclu, avec");
        var told = await emma.Reads("recrutement conclu");
        Assert.Contains("transmettre", await told.Text(), StringComparison.Ordinal);

        await emma.GoTo("thanks");
        var thanks = await emma.Reads("@Emma Petit");
        Assert.DoesNotContain("Ada", await thanks.Text(), StringComparison.Ordinal);
    }
}
