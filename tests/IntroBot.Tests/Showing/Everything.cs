using System.Collections.Immutable;
using IntroBot.Agreements;
using IntroBot.Conversation;
using IntroBot.Introductions;
using IntroBot.Programmes;
using IntroBot.Recognition;
using Forms = IntroBot.Introductions.Forms;

namespace IntroBot.Tests.Showing;

/// <summary>
/// Every card and form the program makes, with the longest names and words it lets through: one list, which both platforms draw. <see cref="NothingIsLeftOut"/> holds that it is complete, so whoever
/// writes a method that makes a card or a form adds it here.
/// </summary>
internal static class Everything
{
    public const string Long = "Anne-Élisabeth & <de> La Tour-d’Auvergne *é* Anne-Élisabeth & <de> La Tour-d’Auvergne *é* Anne-Élisabeth & <de> La Tour-d’Auvergne *é* Anne-Élisabeth & <de> La Tour-d’Auvergne *é* ";
    private static readonly DateTimeOffset s_at = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    public static IntroductionId Id { get; } = new("7k3f9x0000000000000000abcd");
    private static readonly Programme s_programme = ProgrammeFile.Parse(World.Programme.Replace("Technology", "Anne-Élisabeth de La Tour-d’Auvergne · ingénierie et donnée", StringComparison.Ordinal), "longest.yaml");
    private static readonly Details s_details = new(Typed(100), "a@example.com", Typed(600), []);

    /// <summary>What is made for people of one platform in a language.</summary>
    public static IEnumerable<Shown> For(PlatformKind platform, Language language) => [.. Cards(platform, language), .. FormsOf(platform, language)];

    /// <summary>Text somebody typed, of this length.</summary>
    public static string Typed(int length) => string.Concat(Enumerable.Repeat(Long, (length / Long.Length) + 1))[..length];

    public static Person Somebody(PlatformKind platform, string name) => platform == PlatformKind.Teams
        ? new(new PersonId(name), Named(name), new Account(platform, "3f2a0b6e-0c52-4f0e-9b11-5f1f3b8c1d2e", name == "lea" ? "11111111-3d56-4244-b585-20c8a42ed2b8" : "7faf8ab2-3d56-4244-b585-20c8a42ed2b8"))
        : new(new PersonId(name), Named(name), new Account(platform, "T0ACME", "U0" + name.ToUpperInvariant()));

    private static string Named(string name) => $"{char.ToUpperInvariant(name[0])}{name[1..]} {Typed(75)}";

    /// <summary>The longest form to introduce, filled in; also what the private chat quotes.</summary>
    public static Form Introduce(Language language, string agreement = "agreed") => Forms.Introduce(
        new Dictionary<string, string>
        {
            ["contact"] = Typed(100),
            ["about"] = Typed(150),
            ["location"] = Typed(80),
            ["relation"] = Typed(150),
            ["route"] = "tech",
            ["agreement"] = agreement,
            ["address"] = "a@example.com",
            ["note"] = Typed(600),
        }.ToImmutableDictionary(), s_programme, Phrases.In(language));

    /// <summary>The form behind a button.</summary>
    public static Form NotNow(Language language) => Forms.NotNow(At(State.Met), s_programme, Phrases.In(language));

    private static IEnumerable<Shown> Cards(PlatformKind platform, Language language)
    {
        var (emma, lea, say) = (Somebody(platform, "emma"), Somebody(platform, "lea"), Phrases.In(language));
        foreach (var state in Enum.GetValues<State>())
        {
            yield return Shown.Of("IntroductionCard.Draw", IntroductionCard.Draw(At(state), 0, s_programme, language, null, id => id == emma.Id ? emma : lea));
            yield return Shown.Of("IntroductionCard.Draw", IntroductionCard.Draw(At(state) with { PassedTo = "x" }, 0, s_programme, language, lea, id => id == emma.Id ? emma : lea));
        }

        yield return Shown.Of("IntroductionCard.Draw", IntroductionCard.Draw(At(State.Waiting) with { Round = 1 }, 0, s_programme, language, lea, _ => lea));
        foreach (var step in new[] { Steps.Introduce, Steps.Claim, Steps.Pass, Steps.Met, Steps.InProcess, Steps.Hired, Steps.NotNow, Steps.Reopen, Steps.TakeOver, Steps.Withdraw, Steps.Correct })
        {
            var happened = new Event(1, step, lea.Id, s_at, platform, State.Waiting, State.Waiting, "tech", "later");
            yield return Shown.Of("Story.Tell", Story.Tell(At(State.Met) with { Muted = step == Steps.Met }, happened, s_programme, language, [lea, emma], Typed(500), lea));
        }

        foreach (var step in new[] { Steps.Introduce, Steps.Resend, Steps.Remind, Steps.AskAgain, Steps.Expire, Steps.Agree, Steps.Decline, Steps.Confirm, Steps.Joined, Steps.Deny, Steps.AskIntroducer })
        {
            var happened = new Event(1, step, Actor.Contact.Person.Id, s_at, null, State.AwaitingAgreement, State.AwaitingAgreement, "tech");
            var invited = At(State.AwaitingAgreement) with { Link = new ContactLink("hash", LinkPurpose.Invite, 0), ContactLanguage = Language.Fr };
            yield return Shown.Of("Story.Tell", Story.Tell(invited, happened, s_programme, language, [lea, emma], null, lea, s_page));
        }

        var asked = new Question(Id, emma.Id, platform, "tech", Typed(150), Typed(80), s_at, 0, 0);
        yield return Shown.Of("AskFirst.Card", AskFirst.Card(asked, Typed(500), emma, say));
        yield return Shown.Of("AskFirst.Answer", AskFirst.Answer(asked, Typed(500), lea, isPrivate: true, say));
        yield return Shown.Of("AskFirst.Answer", AskFirst.Answer(asked, Typed(500), lea, isPrivate: false, say));
        var thanks = Enumerable.Range(0, 10).Select(n => new Thanks(new Kudos($"{Id}.{n}", Id, emma.Id, lea.Id, s_at, "tech", n % 2 == 0, 1), emma, lea, n == 3 ? null : new Bilingual("Technology", "Technologie"), Typed(300))).ToList();
        yield return Shown.Of("KudosCard.Draw", KudosCard.Draw(thanks, language));
        yield return Shown.Of("KudosCard.Draw", KudosCard.Draw(thanks[..1], language));
        yield return Shown.Of("KudosCard.Private", KudosCard.Private(thanks[0], language));
        yield return Shown.Of("ProgrammeCard.Draw", ProgrammeCard.Draw(s_programme, new InForce(s_at), platform, language));
        var speaker = new Speaker(emma, new Profile(emma.Account, emma.Name, "emma@example.test", language, true), say);
        yield return Shown.Of("Help.Show", Help.Show(speaker, s_programme));
        yield return Shown.Of("PreferencesDesk.AskToForget", PreferencesDesk.AskToForget(speaker));
    }

    private static IEnumerable<Shown> FormsOf(PlatformKind platform, Language language)
    {
        var say = Phrases.In(language);
        yield return Shown.Of("Forms.Introduce", Forms.Introduce(ImmutableDictionary<string, string>.Empty, s_programme, say));
        yield return Shown.Of("Forms.Introduce", Introduce(language));
        yield return Shown.Of("Forms.Introduce", Introduce(language, "not-yet"));
        yield return Shown.Of("Forms.Correct", Forms.Correct(At(State.Met), s_details, say));
        yield return Shown.Of("Forms.Claim", Forms.Claim(At(State.Waiting), say));
        yield return Shown.Of("Forms.Hired", Forms.Hired(At(State.Met), say));
        yield return Shown.Of("Forms.NotNow", NotNow(language));
        yield return Shown.Of("Forms.Pass", Forms.Pass(At(State.Waiting), s_programme, [.. Enumerable.Range(0, 50).Select(static n => ($"person{n}@example.test", Typed(90)))], say));
        yield return Shown.Of("Forms.Contact", Forms.Contact(At(State.Acknowledged), s_details, Somebody(platform, "emma"), null, s_programme, say));
        yield return Shown.Of("Forms.Contact", Forms.Contact(At(State.Acknowledged), s_details, Somebody(platform, "emma"), s_page, s_programme, say));
        yield return Shown.Of("Forms.AskIntroducer", Forms.AskIntroducer(At(State.Met), say));
        yield return Shown.Of("Forms.Answer", Forms.Answer(Id, "INT-7K3F2Q", Typed(500), say.Text(nameof(Words.HintAnswer)), say));
        yield return Shown.Of("AskFirst.Form", AskFirst.Form(ImmutableDictionary<string, string>.Empty, s_programme, say));
        yield return Shown.Of("Forms.Loading", Forms.Loading(Steps.Contact, Id, say));
        yield return Shown.Of("Forms.Sentence", Forms.Sentence(Steps.Contact, say.Line(nameof(Words.DetailsGone)), say));
    }

    private static readonly Uri s_page = new("https://intro.example.test/c/0123456789012345678901234567890123456-_0_1-");

    private static Introduction At(State state) => new()
    {
        Id = Everything.Id,
        Code = "7k3f2q",
        State = state,
        Introducer = new PersonId("emma"),
        Claimer = state == State.Waiting ? null : new PersonId("lea"),
        Route = "tech",
        CreatedAt = s_at,
        WaitingSince = s_at,
        About = Typed(150),
        Location = Typed(80),
        Relation = Typed(150),
        Joined = [.. Enumerable.Repeat("INT-7K3F2Q", 10)],
        Deeds = [.. Enumerable.Range(0, 12).Select(static n => new Deed(new[] { Steps.Introduce, Steps.Claim, Steps.Met, Steps.InProcess, Steps.Hired, Steps.NotNow, Steps.Pass, Steps.Reopen, Steps.TakeOver, Steps.Correct }[n % 10], new PersonId("lea"), s_at))],
    };
}
