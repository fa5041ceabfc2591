using IntroBot.BrowserTests.Driving;

namespace IntroBot.BrowserTests.EveryPicture;

public sealed class InTeamsInFrench(Chromium chromium, Bot bot) : InTeams(chromium, bot, "fr"), IClassFixture<Bot>;

public sealed class InTeamsInEnglish(Chromium chromium, EnglishBot bot) : InTeams(chromium, bot, "en"), IClassFixture<EnglishBot>;

/// <summary>Every form, card, dialog and message in Teams.</summary>
public abstract class InTeams(Chromium chromium, Bot bot, string language) : OfACompany(chromium, bot, language)
{
    [Fact]
    public async Task The_form_and_its_refusals_fit_their_windows()
    {
        await using var emma = await Teams(People.Emma);
        await emma.Chooses("#shortcuts", Say(nameof(Words.IntroduceTitle)));
        var form = await emma.Asked();
        await Pages.Take(emma, "teams-form-empty", tall: true);
        await form.Send();
        await form.SaysBeside(Say(nameof(Words.LabelContact)), Say(nameof(Words.TeamsRequired)));
        await Pages.Take(emma, "teams-form-required");
        await form.Fill(Say(nameof(Words.LabelContact)), "Ada Martin");
        await form.Fill(Say(nameof(Words.LabelAbout)), "Ada, engineer");
        await form.Choose(Say(nameof(Words.LabelAgreement)), Say(nameof(Words.OptionAgreed)));
        await form.Fill(Say(nameof(Words.LabelAddress)), "ada");
        await form.Send();
        await form.Says(Say(nameof(Words.AddressUnclear)));
        await Pages.Take(emma, "teams-form-errors", tall: true);
        await form.Leave();

        await emma.Types(Of("my contact Ada Martin, backend engineer in Lyon, ada@example.com", "mon contact Ada Martin, ingénieure backend à Lyon, ada@example.com"));
        var card = await emma.Reads(Say(nameof(Words.LabelAgreement)));
        await Pages.Take(emma, "teams-form-in-chat", tall: true);
        form = card.Form;
        await form.Choose(Say(nameof(Words.LabelAgreement)), Say(nameof(Words.OptionAgreed)));
        await form.Send();
        await emma.Reads(Said(nameof(Words.ToldIntroduced)));
        await Pages.Take(emma, "teams-introduced");
    }

    [Fact]
    public async Task A_card_fits_its_window_at_each_step()
    {
        await Acts.Introduce(People.Emma, "Ada Martin", Of("backend engineer", "ingénieure backend"), "ada@example.com", "tech", Of("two years in one team", "deux ans dans la même équipe"));
        await using var jack = await Teams(People.Jack, TeamsChannels.Tech);
        var seen = await jack.Reads("INT-");
        await seen.Press(Say(nameof(Words.ButtonClaim)));
        await seen.Whispers(Said(nameof(Words.OnlyRecruitersClaim)));
        await Pages.Take(jack, "teams-refused");

        await using var lea = await Teams(People.Lea, TeamsChannels.Tech);
        var card = await lea.Reads("INT-");
        await Pages.Take(lea, "teams-card-waiting");
        await card.Press(Say(nameof(Words.ButtonClaim)));
        await card.Says(Said(nameof(Words.StandsAcknowledged)));
        await Pages.Take(lea, "teams-card-acknowledged");
        await lea.GoTo("IntroBot");
        await lea.Types("queue");
        await lea.Reads(Say(nameof(Words.QueueMine)));
        await Pages.Take(lea, "teams-queue");
        await lea.GoTo("Recruiting tech");
        await card.Press(Say(nameof(Words.ButtonContact)));
        await (await lea.Asked()).Says("ada@example.com");
        await Pictured(lea, "teams-dialog-contact");
        await card.Press(Say(nameof(Words.ButtonNotNow)));
        await Pictured(lea, "teams-form-not-now");
        await card.Press(Say(nameof(Words.ButtonHired)));
        await (await lea.Asked()).SendAndClose();
        await card.Says(Said(nameof(Words.DeedHired)));
        await Pages.Take(lea, "teams-card-hired");
        await lea.GoTo("Thanks");
        await (await lea.Reads("Emma Petit")).Reply(Of("Well done, Emma.", "Bravo Emma."));
        await lea.Reads("Emma.");
        await Pages.Take(lea, "teams-thanks");
    }

    [Fact]
    public async Task What_one_reads_about_oneself_and_every_refusal_fits_its_window()
    {
        await using var mina = await Teams(People.Mina);
        foreach (var (typed, says, name) in new[]
        {
            (Of("my introductions", "mes présentations"), Say(nameof(Words.NoIntroductionsYet)), "empty"), (Of("help", "aide"), Say(nameof(Words.HelpPromise)), "help"),
            ("programme", Say(nameof(Words.ProgrammeTakes)), "programme"), (Of("preferences", "préférences"), Say(nameof(Words.LabelThanksWhere)), "prefs"),
        })
        {
            await mina.Types(typed);
            await mina.Reads(says);
            await Pages.Take(mina, $"teams-{name}");
        }

        await using var gus = await Teams(People.Gus);
        await gus.Types("introduce");
        await gus.Reads(Say(nameof(Words.MembersOnly)));
        await Pages.Take(gus, "teams-guest");

        await using var omar = await Teams(People.Omar, TeamsChannels.General);
        await omar.Types("@IntroBot help");
        await omar.Reads(Said(nameof(Words.TeamsAnsweredPrivately)));
        await Pages.Take(omar, "teams-channel");
    }
}
