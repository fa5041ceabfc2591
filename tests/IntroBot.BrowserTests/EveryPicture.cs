using System.Globalization;
using IntroBot.BrowserTests.Driving;

namespace IntroBot.BrowserTests;

/// <summary>The demo's company with one route whose channel nobody invited the bot to, in French.</summary>
public class CompanyWithALostChannel : Bot
{
    private const string Lost = "  - name: lost\n    title: { en: Lost, fr: Perdue }\n    slack: C0LOST\n  - name: general\n";

    protected override Func<string, string> Programme => static text => text.Replace("language: en", "language: fr", StringComparison.Ordinal).Replace("  - name: general\n", Lost, StringComparison.Ordinal);
}

/// <summary>The same company in English.</summary>
public sealed class EnglishCompanyWithALostChannel : CompanyWithALostChannel
{
    protected override Func<string, string> Programme => text => base.Programme(text).Replace("language: fr", "language: en", StringComparison.Ordinal);
}

public sealed class EveryPictureInFrench(Chromium chromium, CompanyWithALostChannel bot) : EveryPicture(chromium, bot, "fr"), IClassFixture<CompanyWithALostChannel>;

public sealed class EveryPictureInEnglish(Chromium chromium, EnglishCompanyWithALostChannel bot) : EveryPicture(chromium, bot, "en"), IClassFixture<EnglishCompanyWithALostChannel>;

/// <summary>Walks past every form, card, dialog and message, on a desktop and on a phone.</summary>
public abstract class EveryPicture(Chromium chromium, Bot bot, string language) : IAsyncLifetime
{
    private const string LongWork = "Maître d’art en restauration de boiseries et de parquets anciens, ébénisterie, dorure à la feuille, marqueterie Boulle et sculpture ornementale 18e";
    private readonly Album _album = new(language);
    private readonly Acts _acts = new(bot);

    [Fact]
    public async Task Every_form_and_its_refusals_fit_their_windows()
    {
        await using var emma = await Open(People.Emma, Channels.General);
        await Introducing(emma);
        await _acts.Introduce(People.Emma, "Ada Martin", Of("backend engineer", "ingénieure backend"), "ada@example.com", "tech", Of("two years in one team", "deux ans dans la même équipe"));
        await using var lea = await Open(People.Lea, Channels.Tech);
        var card = await lea.Reads("INT-");
        await _album.Take(lea, "card-waiting");
        await Claiming(lea, card);
        await card.Press(Say(nameof(Words.ButtonContact)));
        await (await lea.Asked()).Says("ada@example.com");
        await Pictured(lea, "dialog-contact");
        await Asked(lea, card, nameof(Words.ButtonHired), "form-hired");
        await Asked(lea, card, nameof(Words.ButtonNotNow), "form-not-now");
        await emma.GoTo("IntroBot");
        await (await emma.Reads("INT-")).Press(Say(nameof(Words.ButtonCorrect)));
        await (await emma.Asked()).Asks(Say(nameof(Words.LabelContact)));
        await Pictured(emma, "form-correct");
        Assert.Empty(_album.Overflowing);
    }

    [Fact]
    public async Task Every_card_fits_its_window()
    {
        await using var lea = await Open(People.Lea, Channels.Recruiting);
        await _acts.Introduce(People.Emma, "Zoé Wolff", LongWork, "zoe@example.com", "general", LongWork);
        await _album.Take(lea, "card-longest");
        await _acts.Introduce(People.Jack, "Z. Wolff", "artist", "zoe@example.com", "general");
        var card = await lea.Reads("artist");
        await card.Says(Say(nameof(Words.CardJoined)).Split('{')[0].TrimEnd());
        await _album.Take(lea, "card-joined");
        foreach (var (button, says) in new[] { (nameof(Words.ButtonClaim), nameof(Words.StandsAcknowledged)), (nameof(Words.ButtonMet), nameof(Words.DeedMet)), (nameof(Words.ButtonInProcess), nameof(Words.DeedInProcess)) })
        {
            await card.Press(Say(button));
            await card.Says(Said(says));
        }

        await _album.Take(lea, "card-in-process");
        await card.Press(Say(nameof(Words.ButtonHired)));
        await (await lea.Asked()).SendAndClose();
        await card.Says(Said(nameof(Words.DeedHired)));
        await _album.Take(lea, "card-hired");
        await Ended(lea);
        await using var jack = await Open(People.Jack, Channels.General);
        await jack.GoTo("IntroBot");
        await jack.Reads(Say(nameof(Words.PassOnHired)));
        await _album.Take(jack, "messages-hired", tall: true);
        Assert.Empty(_album.Overflowing);
    }

    [Fact]
    public async Task Every_message_about_oneself_and_every_refusal_fits_its_window()
    {
        await using var mina = await Open(People.Mina, Channels.General);
        await mina.Types("/intros mine");
        await mina.Reads(Say(nameof(Words.NoIntroductionsYet)));
        await mina.Types("/intros help");
        await mina.Reads(Say(nameof(Words.HelpPromise)));
        await mina.Types("/intros doctor");
        await mina.Reads(Say(nameof(Words.OnlyOwners)));
        await mina.Types("/intros programme");
        await mina.Reads(Say(nameof(Words.ProgrammeTakes)));
        await _album.Take(mina, "mine-empty-help-programme", tall: true);
        await mina.Opens("/intros prefs");
        await Pictured(mina, "form-prefs");
        await mina.GoTo("IntroBot");
        await mina.Types(Of("my contact Ada Martin, backend engineer in Lyon, ada@example.com", "mon contact Ada Martin, ingénieure backend à Lyon, ada@example.com"));
        await mina.Reads(Say(nameof(Words.SlackQuote)));
        await _album.Take(mina, "message-quoted");

        await using var gus = await Open(People.Gus, Channels.Thanks);
        await gus.Types("/introduce");
        await gus.Reads(Say(nameof(Words.MembersOnly)));
        await _album.Take(gus, "refused-guest");

        await using var omar = await Open(People.Omar, Channels.General);
        await omar.Types("/intros doctor");
        await omar.Reads(Say(nameof(Words.DoctorWell)));
        await _acts.Introduce(People.Omar, "Ada Martin", "x", "ada.martin@example.com", "lost");
        await omar.GoTo("IntroBot");
        await omar.Reads("INT-");
        await omar.Types("/intros doctor");
        await omar.Reads("channel_not_found");
        await _album.Take(omar, "doctor");
        Assert.Empty(_album.Overflowing);
    }

    [Fact]
    public async Task Thanks_fit_their_windows_alone_and_gathered()
    {
        await using var lea = await Open(People.Lea, Channels.Luxury);
        await _acts.Introduce(People.Emma, "Ada Martin", Of("pastry chef", "pâtissière"), "a@example.com", "luxury");
        await lea.Reads("INT-");
        await _album.Take(lea, "card-discreet");
        await _acts.Press(People.Lea, Channels.Luxury, "claim");
        await lea.GoTo("thanks");
        await lea.Reads("@Emma Petit");
        foreach (var person in new[] { People.Emma, People.Jack, People.Mina, People.Omar, People.Ravi, People.Emma })
        {
            await _acts.Introduce(person, "Ada Martin", "engineer", $"{person}@example.com", "tech");
        }

        await lea.GoTo("recruiting-tech");
        await lea.Offers("claim", 6);
        await _acts.PressAll(People.Lea, Channels.Tech, "claim");
        await lea.Offers("claim", 0);
        await _album.Take(lea, "cards-many", tall: true);
        await lea.GoTo("thanks");
        await lea.Reads(Say(nameof(Words.KudosGathered)));
        await _album.Take(lea, "thanks", tall: true);
        Assert.Empty(_album.Overflowing);
    }

    public async ValueTask InitializeAsync() =>
        await _acts.Everybody(language == "fr" ? "fr-FR" : "en-US", People.Emma, People.Jack, People.Lea, People.Ravi, People.Mina, People.Omar, People.Gus);

    public ValueTask DisposeAsync()
    {
        _acts.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private async Task Introducing(Window emma)
    {
        var form = await emma.Opens("/introduce");
        await _album.Take(emma, "form-empty");
        await form.Send();
        await form.SaysBeside(Say(nameof(Words.LabelContact)), "");
        await _album.Take(emma, "form-required");
        await form.Fill(Say(nameof(Words.LabelContact)), "Ada Martin");
        await form.Fill(Say(nameof(Words.LabelAbout)), "Ada, engineer");
        await form.Fill(Say(nameof(Words.LabelAddress)), "ada");
        await form.Choose(Say(nameof(Words.LabelAgreement)), Say(nameof(Words.OptionAgreed)));
        await form.Send();
        await form.SaysBeside(Say(nameof(Words.LabelAddress)), Say(nameof(Words.AddressUnclear)));
        await _album.Take(emma, "form-errors", tall: true);
        await form.Choose(Say(nameof(Words.LabelAgreement)), Say(nameof(Words.OptionNotYet)));
        await form.Asks(Say(nameof(Words.LabelAddress)), asks: false);
        await _album.Take(emma, "form-not-yet", tall: true);
        await form.Leave();
        await emma.Opens(Of("/introduce my contact Ada Martin, backend engineer in Lyon, ada@example.com", "/introduce mon contact Ada Martin, ingénieure backend à Lyon, ada@example.com"));
        await Pictured(emma, "form-prefilled", tall: true);
    }

    private async Task Claiming(Window lea, Card card)
    {
        await card.Choose(Say(nameof(Words.ButtonPass)));
        await Pictured(lea, "form-pass");
        await card.Choose(Say(nameof(Words.OptionClaimWithThanks)));
        var form = await lea.Asked();
        await form.Fill(Say(nameof(Words.LabelThanks)), Of("You earned a €50 gift card", "Vous avez gagné une carte cadeau de 50 €"));
        await form.Send();
        await form.SaysBeside(Say(nameof(Words.LabelThanks)), "50");
        await _album.Take(lea, "form-claim-refused");
        await form.Fill(Say(nameof(Words.LabelThanks)), Of("You thought of us at the right moment.", "Vous avez pensé à nous au bon moment."));
        await form.SendAndClose();
        await card.Says(Said(nameof(Words.StandsAcknowledged)));
        await _album.Take(lea, "card-acknowledged");
        await lea.GoTo("thanks");
        await lea.Reads(Of("right moment", "bon moment"));
        await _album.Take(lea, "thanks-own-words");
        await lea.GoTo("recruiting-tech");
    }

    // The ends that are not "hired", each on an introduction of its own.
    private async Task Ended(Window lea)
    {
        await _acts.Introduce(People.Emma, "Ada Martin", "designer", "designer@example.com", "general");
        var card = await lea.Reads("designer");
        await card.Press(Say(nameof(Words.ButtonClaim)));
        await card.Says(Said(nameof(Words.StandsAcknowledged)));
        await card.Press(Say(nameof(Words.ButtonNotNow)));
        var form = await lea.Asked();
        await form.Fill(Say(nameof(Words.LabelSentence)), Of("We will gladly talk again in spring.", "Reparlons-en volontiers au printemps."));
        await form.SendAndClose();
        await card.Says(Said(nameof(Words.StandsNotNow)));
        await _acts.Introduce(People.Emma, "Ada Martin", "gardener", "gardener@example.com", "general");
        await (await lea.Reads("gardener")).Choose(Say(nameof(Words.ButtonPass)));
        form = await lea.Asked();
        await form.Select(Say(nameof(Words.LabelTo)), "Ravi Shah");
        await form.SendAndClose();
        await lea.Reads(Said(nameof(Words.StandsWaitingFor)));
        await lea.Reads(Said(nameof(Words.CardPassedOn)));
        await using var emma = await Open(People.Emma, Channels.General);
        await emma.GoTo("IntroBot");
        await emma.Reads(Of("in spring", "au printemps"));
        await _album.Take(emma, "messages-not-now-passed", tall: true);
        await emma.GoTo("general");
        await emma.Types("/intros mine");
        await emma.Reads(Say(nameof(Words.MyIntroductions)));
        await _album.Take(emma, "mine", tall: true);
        await emma.GoTo("IntroBot");
        card = await emma.Reads(Say(nameof(Words.ToldPassed)).Split('{')[1][2..].Trim());
        await card.Press(Say(nameof(Words.ButtonWithdraw)));
        await _album.Take(emma, "confirm-withdraw");
        await card.Confirm();
        await emma.Reads(Said(nameof(Words.ToldWithdrawn)));
        await lea.Reads(Said(nameof(Words.CardWithdrawn)));
        await _album.Take(lea, "cards-ended", tall: true);
    }

    private async Task Asked(Window window, Card card, string button, string name)
    {
        await card.Press(Say(button));
        await Pictured(window, name);
    }

    private async Task Pictured(Window window, string name, bool tall = false)
    {
        var dialog = await window.Asked();
        await _album.Take(window, name, tall);
        await dialog.Leave();
    }

    private Task<Window> Open(string person, string place) => Window.Open(chromium, bot, person, place);

    private string Of(string english, string french) => language == "fr" ? french : english;

    private string Say(string key) => Words.ResourceManager.GetString(key, CultureInfo.GetCultureInfo(language))!;

    /// <summary>The longest piece of a sentence between what is filled in.</summary>
    private string Said(string key) => Say(key).Split(['{', '}']).MaxBy(static piece => piece.Length)!.Trim(' ', '.', ':', '\u00a0');
}
