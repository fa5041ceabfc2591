using IntroBot.BrowserTests.Driving;

namespace IntroBot.BrowserTests;

/// <summary>The same in English.</summary>
public sealed class ALifeInEnglish(Chromium chromium, Bot bot) : FromTheStart(bot), IClassFixture<Bot>
{
    [Fact]
    public async Task Jack_introduces_somebody_and_Ravi_carries_it_to_hired_and_everybody_hears()
    {
        await using var jack = await Window.Open(chromium, Bot, People.Jack, Channels.General);
        var form = await jack.Opens("/introduce my contact Ada Martin, product designer in Lyon, ada.martin@example.com, to recruiting");
        Assert.Equal("Ada Martin", await form.Value("What to call them"));
        Assert.Equal("product designer", await form.Value("What they do"));
        Assert.Equal("ada.martin@example.com", await form.Value("How to reach them"));
        await form.Choose("Do they know?", "They agreed");
        await form.SendAndClose();
        await jack.GoTo("IntroBot");
        await jack.Reads("is on its way");

        await using var ravi = await Window.Open(chromium, Bot, People.Ravi, Channels.Recruiting);
        var card = await ravi.Reads("INT-");
        Assert.DoesNotContain("Ada", await card.Text(), StringComparison.Ordinal);
        await card.Choose("I’ll take it, with a word of thanks…");
        form = await ravi.Asked();
        await form.Fill("A thank-you in your own words", "You thought of us at the right moment.");
        await form.SendAndClose();
        await card.Says("@Ravi Shah is on it");
        await jack.Reads("will get in touch");

        await card.Press("Met");
        await jack.Reads("have met");
        await card.Press("In process");
        await jack.Reads("the hiring process has begun");
        await card.Press("Hired");
        await (await ravi.Asked()).SendAndClose();
        await card.Says("Hired, with @Ravi Shah");
        Assert.Equal(["Reopen", "Contact"], await card.Buttons());
        var told = await jack.Reads("hired!");
        Assert.Contains("Something you could pass on", await told.Text(), StringComparison.Ordinal);

        await jack.GoTo("thanks");
        var thanks = await jack.Reads("@Jack Osei");
        await thanks.Says("You thought of us at the right moment.");
        Assert.DoesNotContain("Ada", await thanks.Text(), StringComparison.Ordinal);
    }
}
