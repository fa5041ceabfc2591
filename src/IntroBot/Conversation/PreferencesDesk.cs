using System.Collections.Immutable;
using System.Globalization;
using IntroBot.Programmes;

namespace IntroBot.Conversation;

/// <summary>What somebody prefers: the language, thanks in public or in private, how often they may be asked and not before when; or to be forgotten.</summary>
public sealed class PreferencesDesk(People people, Programme programme, TimeProvider time)
{
    /// <summary>The form's name.</summary>
    public const string Step = "prefs";

    /// <summary>The name of the form that asks once whether to forget somebody.</summary>
    public const string Forget = "forget";

    private const string Automatic = "auto";
    private const string Private = "private";

    /// <summary>Opens the form as things are.</summary>
    public async Task<Answer> Open(Speaker speaker, CancellationToken cancellation)
    {
        var say = speaker.Say;
        var now = await people.Preferences(speaker.Person, cancellation);
        return new Answer.Open(new Form(say.Language, Step, say.Text(nameof(Words.PreferencesTitle)),
            [
                new Field.Choice("language", say.Text(nameof(Words.LabelLanguage)),
                    [new OptionGroup(null, [new Option(Automatic, say.Text(nameof(Words.OptionLanguageAuto))), new Option("en", "English"), new Option("fr", "Français")])],
                    now.Language switch { Language.En => "en", Language.Fr => "fr", _ => Automatic }),
                new Field.Choice("thanks", say.Text(nameof(Words.LabelThanksWhere)),
                    [new OptionGroup(null, [new Option("public", say.Text(nameof(Words.OptionThanksPublic))), new Option(Private, say.Text(nameof(Words.OptionThanksPrivate)))])],
                    now.PrivateThanks ? Private : "public", Radio: true),
                new Field.Choice("asks", say.Text(nameof(Words.LabelAsks)), [new OptionGroup(null, [.. Enum.GetValues<AskPace>().Select(pace => new Option(Name(pace), Label(pace, say)))])],
                    Name(now.Asks), say.Text(nameof(Words.HintAsks)), Radio: true),
                new Field.Day("pause", say.Text(nameof(Words.LabelPause)), say.Text(nameof(Words.HintPause)), now.PausedUntil > Today ? now.PausedUntil : null),
                new Field.Choice("keep", say.Text(nameof(Words.LabelKeep)),
                    [new OptionGroup(null, [new Option("keep", say.Text(nameof(Words.OptionKeep))), new Option(Forget, say.Text(nameof(Words.OptionForget)))])], "keep", Radio: true),
            ],
            say.Text(nameof(Words.Save)), say.Text(nameof(Words.Cancel))));
    }

    /// <summary>Keeps what was chosen.</summary>
    public async Task<Answer> Submit(Speaker speaker, ImmutableDictionary<string, string> values, CancellationToken cancellation)
    {
        if (values.GetValueOrDefault("keep") == Forget)
        {
            return AskToForget(speaker);
        }

        var pause = Day(values.GetValueOrDefault("pause"));
        if (values.ContainsKey("pause") && !(pause > Today))
        {
            return new Answer.Errors(ImmutableDictionary<string, string>.Empty.Add("pause", speaker.Say.Text(nameof(Words.PauseInThePast))));
        }

        Language? language = values.GetValueOrDefault("language") switch { "en" => Language.En, "fr" => Language.Fr, _ => null };
        var asks = Enum.GetValues<AskPace>().FirstOrDefault(pace => Name(pace) == values.GetValueOrDefault("asks"));
        await people.Prefer(speaker.Person, speaker.Profile, new Preferences(language, values.GetValueOrDefault("thanks") == Private, asks, pause), cancellation);
        return new Answer.Done();
    }

    /// <summary>Asks once.</summary>
    public static Answer AskToForget(Speaker speaker) => new Answer.Open(new Form(speaker.Say.Language, Forget, speaker.Say.Text(nameof(Words.ForgetTitle)),
        [new Field.Text(speaker.Say.Line(nameof(Words.ForgetMeans)))], speaker.Say.Text(nameof(Words.ForgetSubmit)), speaker.Say.Text(nameof(Words.Cancel))));

    /// <summary>Forgets the speaker's name and preferences. What they introduced and were thanked for still counts, as a former colleague's.</summary>
    public async Task<Answer> ForgetMe(Speaker speaker, CancellationToken cancellation)
    {
        await people.Forget(speaker.Person, cancellation);
        return new Answer.Notice(Card.Of(speaker.Say.Language, speaker.Say.Line(nameof(Words.Forgotten))));
    }

    private DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), programme.Zone).DateTime);

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Name(AskPace pace) => pace.ToString().ToLowerInvariant();

    private static string Label(AskPace pace, Phrases say) => say.Text(pace switch
    {
        AskPace.Monthly => nameof(Words.OptionAsksMonthly),
        AskPace.Quarterly => nameof(Words.OptionAsksQuarterly),
        _ => nameof(Words.OptionAsksNever),
    });
}
