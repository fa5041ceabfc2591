using IntroBot.BrowserTests.Driving;

namespace IntroBot.BrowserTests;

/// <summary>The Teams side of the Playground: the message extension, dialogs, forms in the chat, threads.</summary>
public sealed class TheTenant(Chromium chromium, Bot bot) : FromTheStart(bot), IClassFixture<Bot>
{
    [Fact]
    public async Task The_message_extension_opens_the_form_from_the_compose_box_the_command_box_and_a_message()
    {
        await using var emma = await Window.OpenTeams(chromium, Bot, People.Emma);
        foreach (var menu in new[] { "#shortcuts", "#command-box" })
        {
            await emma.Chooses(menu, "Présenter");
            await Opened(emma);
        }

        await emma.GoTo("Jack");
        await (await emma.Reads("data engineer")).Uses("more", "^Présenter");
        await Opened(emma);
    }

    [Fact]
    public async Task A_refused_dialog_says_what_is_wrong_at_the_fields_and_keeps_what_was_typed()
    {
        await using var emma = await Window.OpenTeams(chromium, Bot, People.Emma);
        await emma.Chooses("#shortcuts", "Présenter");
        var form = await emma.Asked();
        await form.Fill("Son métier", "ingénieure");
        await form.Send();
        await form.SaysBeside("Son nom", "Merci de remplir ce champ.");

        await form.Fill("Son nom", "Ada Martin");
        await form.Choose("Cette personne est-elle au courant", "Oui, elle est d’accord");
        await form.Fill("Comment joindre", "ada chez example");
        await form.Send();
        await form.Says("ni à un e-mail");
        Assert.Equal("ada chez example", await form.FocusedValue());
        Assert.Equal("Ada Martin", await form.Value("Son nom"));

        await form.Fill("Comment joindre", "ada@example.com");
        await form.SendAndClose();
        await emma.Reads("est en route");
    }

    [Fact]
    public async Task Free_text_brings_the_form_into_the_chat_and_sending_it_puts_it_away()
    {
        await using var jack = await Window.OpenTeams(chromium, Bot, People.Jack);
        await jack.Types("my contact Ada Martin, product designer in Lyon, ada.martin@example.com");
        var card = await jack.Reads("Do they know, and agree?");
        var form = card.Form;
        Assert.Equal("Ada Martin", await form.Value("What to call them"));
        await form.Choose("Do they know, and agree?", "They agreed");
        await form.Send();

        await card.Says("Your form has been sent");
        await jack.Reads("is on its way");
    }

    [Fact]
    public async Task A_mention_is_answered_in_private_and_its_thread_goes_on()
    {
        await using var omar = await Window.OpenTeams(chromium, Bot, People.Omar, TeamsChannels.General);
        await omar.Types("@IntroBot help");
        var asked = await omar.Reads("help");
        await omar.Reads("private");
        await asked.Uses("react", "heart");
        await asked.Says("❤️ 1");

        await using var mina = await Window.OpenTeams(chromium, Bot, People.Mina, TeamsChannels.General);
        await (await mina.Reads("help")).Reply("Merci d’avoir demandé");
        await omar.Reads("Merci d’avoir demandé");
        await omar.GoTo("IntroBot");
        await omar.Reads("never shown in a channel");
    }

    [Fact]
    public async Task A_guest_is_refused_politely_and_no_form_opens()
    {
        await using var gus = await Window.OpenTeams(chromium, Bot, People.Gus);

        await gus.Types("introduce Ada Martin, engineer, ada@example.com");

        await gus.Reads("Rien n’a changé");
        Assert.False(await gus.HasDialog());
    }

    private static async Task Opened(Window window)
    {
        var form = await window.Asked();
        Assert.Equal("Présenter quelqu’un", await form.Title());
        await form.Leave();
    }
}
