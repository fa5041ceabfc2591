using IntroBot.BrowserTests.Driving;

namespace IntroBot.BrowserTests;

/// <summary>The form to introduce somebody, as it is filled in.</summary>
public sealed class TheForm(Chromium chromium, Bot bot) : FromTheStart(bot), IClassFixture<Bot>
{
    [Fact]
    public async Task A_refused_form_says_what_is_wrong_beside_each_field_and_keeps_what_was_typed()
    {
        await using var emma = await Window.Open(chromium, Bot, People.Emma, Channels.General);
        var form = await emma.Opens("/introduce");
        await form.Fill("Son nom", "Ada Martin");
        await form.Fill("Son métier", "ingénieure, comme Ada");
        await form.Choose("Cette personne est-elle au courant", "Oui, elle est d’accord");
        await form.Fill("Comment joindre", "ada chez example");
        await form.Fill("Un mot au recrutement", "Nous avons partagé un bureau.");
        await form.Send();

        await form.SaysBeside("Son métier", "Laissez le nom et les coordonnées dans leurs champs");
        await form.SaysBeside("Comment joindre", "ni à un e-mail");
        Assert.Equal("Ada Martin", await form.Value("Son nom"));
        Assert.Equal("ingénieure, comme Ada", await form.Value("Son métier"));
        Assert.Equal("ada chez example", await form.Value("Comment joindre"));
        Assert.Equal("Nous avons partagé un bureau.", await form.Value("Un mot au recrutement"));

        await form.Fill("Son métier", "ingénieure");
        await form.Fill("Comment joindre", "ada@example.com");
        await form.SendAndClose();
        await emma.GoTo("IntroBot");
        await emma.Reads("est en route");
    }

    [Fact]
    public async Task Not_yet_takes_the_address_and_the_note_away_keeps_nothing_of_them_and_brings_a_message_to_send()
    {
        await using var jack = await Window.Open(chromium, Bot, People.Jack, Channels.General);
        var form = await jack.Opens("/introduce Ada Martin, engineer, ada@example.com");
        Assert.Equal("ada@example.com", await form.Value("How to reach them"));

        await form.Choose("Do they know, and agree?", "Not yet");
        await form.Asks("How to reach them", asks: false);
        await form.Asks("A line to the recruiter", asks: false);
        await form.Says("a short message with a personal link");
        Assert.Equal("engineer", await form.Value("What they do"));

        await form.Choose("Do they know, and agree?", "They agreed");
        await form.Asks("How to reach them");
        Assert.Equal("", await form.Value("How to reach them"));

        await form.Choose("Do they know, and agree?", "Not yet");
        await form.Asks("How to reach them", asks: false);
        await form.SendAndClose();
        await jack.GoTo("IntroBot");
        var message = await (await jack.Reads("A message you could send")).Text();
        Assert.Contains("/c/", message, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_uses_no_mouse_introduces_somebody()
    {
        await using var omar = await Window.Open(chromium, Bot, People.Omar, Channels.General);
        var keys = omar.Page.Keyboard;
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await keys.TypeAsync("/introduce Ada Martin, engineer, omars.friend@example.com");
        await keys.PressAsync("Enter");
        var form = await omar.Asked();
        Assert.Equal("Ada Martin", await form.FocusedValue());

        for (var presses = 0; await form.FocusedType() != "radio"; presses++)
        {
            Assert.True(presses < 10, "the choice is not reached with Tab");
            await keys.PressAsync("Tab");
        }

        await keys.PressAsync("Space");
        await keys.PressAsync("Enter");
        await form.Closed();

        await omar.GoTo("IntroBot");
        await omar.Reads("is on its way");
    }
}
