using IntroBot.BrowserTests.Driving;

namespace IntroBot.BrowserTests.EveryPicture;

public sealed class InSlackInFrench(Chromium chromium, Bot bot) : InSlack(chromium, bot, "fr"), IClassFixture<Bot>;

public sealed class InSlackInEnglish(Chromium chromium, EnglishBot bot) : InSlack(chromium, bot, "en"), IClassFixture<EnglishBot>;

/// <summary>Every form, card, dialog and message in Slack.</summary>
public abstract class InSlack(Chromium chromium, Bot bot, string language) : OfACompany(chromium, bot, language)
{
    [Fact]
    public async Task The_form_and_its_refusals_fit_their_windows()
    {
        await using var emma = await Slack(People.Emma, Channels.General);
        var form = await emma.Opens("/introduce");
        await Pages.Take(emma, "slack-form-empty");
        await form.Send();
        await form.SaysBeside(Say(nameof(Words.LabelContact)), "");
        await Pages.Take(emma, "slack-form-required");
        await form.Fill(Say(nameof(Words.LabelContact)), "Ada Martin");
        await form.Fill(Say(nameof(Words.LabelAbout)), "Ada, engineer");
        await form.Choose(Say(nameof(Words.LabelAgreement)), Say(nameof(Words.OptionAgreed)));
        await form.Fill(Say(nameof(Words.LabelAddress)), "ada");
        await form.Send();
        await form.SaysBeside(Say(nameof(Words.LabelAddress)), Say(nameof(Words.AddressUnclear)));
        await Pages.Take(emma, "slack-form-errors", tall: true);
        await form.Choose(Say(nameof(Words.LabelAgreement)), Say(nameof(Words.OptionNotYet)));
        await form.Asks(Say(nameof(Words.LabelAddress)), asks: false);
        await Pages.Take(emma, "slack-form-not-yet", tall: true);
        await form.Leave();
        await emma.Opens(Of("/introduce my contact Ada Martin, backend engineer in Lyon, ada@example.com", "/introduce mon contact Ada Martin, ingénieure backend à Lyon, ada@example.com"));
        await Pictured(emma, "slack-form-prefilled", tall: true);
        await emma.Opens("/intros prefs");
        await Pictured(emma, "slack-form-prefs");
    }

    [Fact]
    public async Task A_card_fits_its_window_at_each_step()
    {
        await Acts.Introduce(People.Emma, "Ada Martin", Of("backend engineer", "ingénieure backend"), "ada@example.com", "tech", Of("two years in one team", "deux ans dans la même équipe"));
        await using var lea = await Slack(People.Lea, Channels.Tech);
        var card = await lea.Reads("INT-");
        await Pages.Take(lea, "slack-card-waiting");
        await card.Choose(Say(nameof(Words.ButtonPass)));
        await Pictured(lea, "slack-form-pass");
        await card.Choose(Say(nameof(Words.OptionClaimWithThanks)));
        var form = await lea.Asked();
        await form.Fill(Say(nameof(Words.LabelThanks)), Of("You earned a €50 gift card", "Vous avez gagné une carte cadeau de 50 €"));
        await form.Send();
        await form.SaysBeside(Say(nameof(Words.LabelThanks)), Said(nameof(Words.NoBountyInstead)));
        await Pages.Take(lea, "slack-form-claim-refused");
        await form.Fill(Say(nameof(Words.LabelThanks)), Of("You thought of us at the right moment.", "Vous avez pensé à nous au bon moment."));
        await form.SendAndClose();
        await card.Says(Said(nameof(Words.StandsAcknowledged)));
        await Pages.Take(lea, "slack-card-acknowledged");
        await lea.GoTo("general");
        await lea.Types("/intros queue");
        await lea.Reads(Say(nameof(Words.QueueMine)));
        await Pages.Take(lea, "slack-queue");
        await lea.GoTo("recruiting-tech");
        await card.Press(Say(nameof(Words.ButtonContact)));
        await (await lea.Asked()).Says("ada@example.com");
        await Pictured(lea, "slack-dialog-contact");
        await card.Press(Say(nameof(Words.ButtonNotNow)));
        await Pictured(lea, "slack-form-not-now");
        await card.Press(Say(nameof(Words.ButtonHired)));
        await (await lea.Asked()).SendAndClose();
        await card.Says(Said(nameof(Words.DeedHired)));
        await Pages.Take(lea, "slack-card-hired");
        await lea.GoTo("thanks");
        await lea.Reads(Of("right moment", "bon moment"));
        await Pages.Take(lea, "slack-thanks");

        await using var emma = await Slack(People.Emma, Channels.General);
        await emma.GoTo("IntroBot");
        await emma.Reads(Say(nameof(Words.PassOnHired)));
        await Pages.Take(emma, "slack-messages", tall: true);
    }

    [Fact]
    public async Task What_one_reads_about_oneself_and_every_refusal_fits_its_window()
    {
        await using var mina = await Slack(People.Mina, Channels.General);
        await mina.Types("/intros mine");
        await mina.Reads(Say(nameof(Words.NoIntroductionsYet)));
        await mina.Types("/intros help");
        await mina.Reads(Say(nameof(Words.HelpPromise)));
        await mina.Types("/intros programme");
        await mina.Reads(Say(nameof(Words.ProgrammeTakes)));
        await Pages.Take(mina, "slack-empty-help-programme", tall: true);
        await mina.GoTo("IntroBot");
        await mina.Types(Of("my contact Ada Martin, backend engineer in Lyon, ada@example.com", "mon contact Ada Martin, ingénieure backend à Lyon, ada@example.com"));
        await mina.Reads(Say(nameof(Words.SlackQuote)));
        await Pages.Take(mina, "slack-quoted");
        await Acts.Introduce(People.Mina, "Grace Hopper", "admiral", "grace@example.com", "general");
        await mina.Reads(Of("is on its way", "est en route")); // The form that was filled in for her stands in her window until then.
        await mina.Types("/intros mine");
        await mina.Reads(Say(nameof(Words.MyIntroductions)));
        await Pages.Take(mina, "slack-mine", tall: true);
        await mina.GoTo(Of("IntroBot Home", "Accueil IntroBot"));
        await mina.HomeSays("admiral");
        await Pages.Take(mina, "slack-home", tall: true);

        await using var omar = await Slack(People.Omar, Channels.General);
        await omar.Types("/intros doctor");
        await omar.Reads(Say(nameof(Words.DoctorWell)));
        await Pages.Take(omar, "slack-doctor");
        await using var gus = await Slack(People.Gus, Channels.Thanks);
        await gus.Types("/introduce");
        await gus.Reads(Say(nameof(Words.MembersOnly)));
        await Pages.Take(gus, "slack-guest");
    }
}
