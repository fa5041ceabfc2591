using IntroBot.BrowserTests.Driving;

namespace IntroBot.BrowserTests;

/// <summary>What the steps above the two chats lead a newcomer to.</summary>
public sealed class TheFirstMinute(Chromium chromium, Bot bot) : FromTheStart(bot), IClassFixture<Bot>
{
    [Fact]
    public async Task In_English_somebody_is_introduced_in_Teams_taken_in_Slack_and_thanked_in_both()
    {
        await using var both = await SideBySide.Open(chromium, Bot);
        await both.TakesStep(1);
        await SideBySide.SendsWhatIsTyped(both.Teams);
        var form = (await both.Teams.Reads("Do they know, and agree?")).Form;
        await form.Choose("Do they know, and agree?", "They agreed");
        await form.Send();
        await both.Teams.Reads("is on its way");

        await both.TakesStep(2);
        var card = await both.Slack.Reads("INT-");
        Assert.DoesNotContain("Ada", await card.Text(), StringComparison.Ordinal);
        await card.Press("I’ll take it");
        await card.Says("is on it");
        await card.Press("Contact");
        var contact = await both.Slack.Asked();
        await contact.Says("ada.martin@example.com");
        await both.Teams.Reads("will get in touch");

        await both.TakesStep(3);
        await contact.IsGone();
        await both.Slack.IsIn("thanks");
        await both.Teams.IsIn("Thanks");
        await both.Slack.Reads("Jack Osei");
        await both.Teams.Reads("Jack Osei");
        Assert.DoesNotContain("Ada", await both.Slack.Everything() + await both.Teams.Everything(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_French_somebody_is_introduced_in_Slack_taken_in_Teams_and_thanked_in_both()
    {
        await using var both = await SideBySide.Open(chromium, Bot, Look.Desktop with { Language = "fr-FR" });
        await both.TakesStep(1);
        await SideBySide.SendsWhatIsTyped(both.Slack);
        var form = await both.Slack.Asked();
        await form.Choose("Cette personne est-elle au courant", "Oui, elle est d’accord");
        await form.SendAndClose();

        await both.TakesStep(2);
        var card = await both.Teams.Reads("INT-");
        await card.Press("Je m’en occupe");
        await card.Says("s’en occupe");
        await card.Press("Contact");
        var contact = await both.Teams.Asked();
        await contact.Says("ada.martin@example.com");
        await contact.Leave();

        await both.TakesStep(3);
        await both.Slack.IsIn("thanks");
        await both.Teams.IsIn("Thanks");
        await both.Slack.Reads("Emma Petit");
        await both.Teams.Reads("Emma Petit");
    }

    [Fact]
    public async Task Beginning_again_empties_both_chats_and_the_bot_forgets()
    {
        using (var acts = new Acts(Bot))
        {
            await acts.Introduce(People.Jack, "Ada Martin", "engineer", "ada@example.com", "general");
        }

        await using var both = await SideBySide.Open(chromium, Bot);
        var card = await both.Slack.Reads("INT-");
        var code = (await card.Text()).Split('\n').Select(static line => line.Trim()).First(static line => line.Contains("INT-", StringComparison.Ordinal))[..10];
        await both.Chooses("Start again");
        await both.Page.Locator("#confirm [value=yes]").ClickAsync();
        await both.Slack.IsEmpty();

        await using var jack = await Window.Open(chromium, Bot, People.Jack, Channels.General);
        await jack.Types("/intros mine");
        Assert.DoesNotContain(code, await (await jack.Reads("IntroBot")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_moves_forward_at_a_press_and_what_comes_next_is_dated_so()
    {
        await using var both = await SideBySide.Open(chromium, Bot);
        await both.MovesOn("31 days later");
        await both.Slack.Types("/intros help");
        var answer = await both.Slack.Reads("never shown in a channel");
        var answered = await answer.At();
        Assert.True(answered > DateTimeOffset.UtcNow.AddDays(30), $"{answered:O}");
    }

    [Fact]
    public async Task The_wire_and_the_ledger_can_be_read_beside_the_chats()
    {
        await using var both = await SideBySide.Open(chromium, Bot);
        await both.Page.Locator("#open-happened").ClickAsync();
        await both.Slack.Opens("/introduce");
        await both.Happened("slack", "views.open");
        using var acts = new Acts(Bot);
        await acts.Introduce(People.Jack, "Ada Martin", "engineer", "ada@example.com", "general");
        await both.Happened("ledger", "Intro");
        await both.Happened("slack", "chat.postMessage");
        await both.Happened("teams", "send");
    }
}
