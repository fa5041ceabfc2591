using System.Collections.Immutable;

namespace IntroBot.Conversation;

/// <summary>What somebody prefers: the language, and thanks in public or in private.</summary>
public sealed class PreferencesDesk(People people)
{
    /// <summary>The form's name.</summary>
    public const string Step = "prefs";

    /// <summary>Opens the form as things are.</summary>
    public async Task<Answer> Open(Speaker speaker, CancellationToken cancellation)
    {
        var say = speaker.Say;
        var now = await people.Preferences(speaker.Person, cancellation);
        return new Answer.Open(new Form(say.Language, Step, say.Text(nameof(Words.PreferencesTitle)),
            [
                new Field.Choice("language", say.Text(nameof(Words.LabelLanguage)),
                    [new OptionGroup(null, [new Option("auto", say.Text(nameof(Words.OptionLanguageAuto))), new Option("en", "English"), new Option("fr", "Français")])],
                    now.Language switch { Language.En => "en", Language.Fr => "fr", _ => "auto" }),
                new Field.Choice("thanks", say.Text(nameof(Words.LabelThanksWhere)),
                    [new OptionGroup(null, [new Option("public", say.Text(nameof(Words.OptionThanksPublic))), new Option("private", say.Text(nameof(Words.OptionThanksPrivate)))])],
                    now.PrivateThanks ? "private" : "public", Radio: true),
            ],
            say.Text(nameof(Words.Save)), say.Text(nameof(Words.Cancel))));
    }

    /// <summary>Keeps what was chosen.</summary>
    public async Task<Answer> Submit(Speaker speaker, ImmutableDictionary<string, string> values, CancellationToken cancellation)
    {
        Language? language = values.GetValueOrDefault("language") switch { "en" => Language.En, "fr" => Language.Fr, _ => null };
        await people.Prefer(speaker.Person, speaker.Profile, new Preferences(language, values.GetValueOrDefault("thanks") == "private"), cancellation);
        return new Answer.Done();
    }
}
