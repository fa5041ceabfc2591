using IntroBot.BrowserTests.Driving;

namespace IntroBot.BrowserTests;

/// <summary>An introduction from the first word to hired and the thanks, by hand, in English: begun on one platform, carried on the other.</summary>
public sealed class ALifeInEnglish(Chromium chromium, Bot bot) : FromTheStart(bot), IClassFixture<Bot>
{
    [Fact]
    public async Task Introduced_in_Teams_carried_to_hired_in_Slack_and_thanked_in_both()
    {
        await using var jack = await Window.OpenTeams(chromium, Bot, People.Jack);
        await jack.Types("my contact Ada Martin, product designer in Lyon, ada.martin@example.com, to recruiting");
        var form = (await jack.Reads("Do they know, and agree?")).Form;
        Assert.Equal("Ada Martin", await form.Value("What to call them"));
        Assert.Equal("product designer", await form.Value("What they do"));
        Assert.Equal("ada.martin@example.com", await form.Value("How to reach them"));
        await form.Choose("Do they know, and agree?", "They agreed");
        await form.Send();
        await jack.Reads("is on its way");

        await using var ravi = await Window.Open(chromium, Bot, People.Ravi, Channels.Recruiting);
        var card = await ravi.Reads("INT-");
        Assert.DoesNotContain("Ada", await card.Text(), StringComparison.Ordinal);
        await card.Choose("I’ll take it, with a word of thanks…");
        form = await ravi.Asked();
        await form.Fill("A thank-you in your own words", "You thought of us at the right moment.");
        await form.SendAndClose();
        await card.Says("@Ravi Shah is on it");
        await Carried(jack, ravi, card);
        Assert.Equal(["Reopen", "Contact"], await card.Buttons());

        await jack.GoTo("Recruiting");
        await (await jack.Reads("INT-")).Says("Hired; Ravi Shah saw it through");
        await Thanked(jack, "Thanks", "You thought of us at the right moment.");
        await Thanked(ravi, "thanks", "You thought of us at the right moment.");
    }

    [Fact]
    public async Task Introduced_in_Slack_carried_to_hired_in_Teams_and_thanked_in_both()
    {
        await using var jack = await Window.Open(chromium, Bot, People.Jack, Channels.General);
        var form = await jack.Opens("/introduce my contact Ada Martin, product designer in Lyon, ada.martin@example.com, to recruiting");
        Assert.Equal("Ada Martin", await form.Value("What to call them"));
        await form.Choose("Do they know, and agree?", "They agreed");
        await form.SendAndClose();
        await jack.GoTo("IntroBot");
        await jack.Reads("is on its way");

        await using var ravi = await Window.OpenTeams(chromium, Bot, People.Ravi, TeamsChannels.Recruiting);
        var card = await ravi.Reads("INT-");
        Assert.DoesNotContain("Ada", await card.Text(), StringComparison.Ordinal);
        await card.Press("I’ll take it");
        await card.Says("Ravi Shah is on it");
        await Carried(jack, ravi, card);

        await Thanked(jack, "thanks", "Jack Osei");
        await Thanked(ravi, "Thanks", "Jack Osei");
    }

    private static async Task Carried(Window introducer, Window recruiter, Card card)
    {
        await introducer.Reads("will get in touch");
        await card.Press("Contact");
        var contact = await recruiter.Asked();
        await contact.Says("ada.martin@example.com");
        await contact.Leave();
        await card.Press("Met");
        await introducer.Reads("have met");
        await card.Press("In process");
        await introducer.Reads("the hiring process has begun");
        await card.Press("Hired");
        await (await recruiter.Asked()).SendAndClose();
        await card.Says("Hired;");
        var told = await introducer.Reads("hired!");
        Assert.Contains("Something you could pass on", await told.Text(), StringComparison.Ordinal);
    }

    private static async Task Thanked(Window window, string channel, string words)
    {
        await window.GoTo(channel);
        var thanks = await window.Reads(words);
        Assert.DoesNotContain("Ada", await thanks.Text(), StringComparison.Ordinal);
    }
}
