using System.Collections.Immutable;
using System.Text.Json;
using IntroBot.Conversation;
using IntroBot.Teams.Answering;
using IntroBot.Teams.Drawing;
using IntroBot.Tests.Showing;

namespace IntroBot.Tests.Teams;

/// <summary>A message or a dialog as Teams gets it: its cards as JSON, and how many bytes of UTF-16 they may have together.</summary>
public sealed record SentCards(string Name, int Most, IReadOnlyList<string> Cards);

/// <summary>Everything the bot can show, as Teams gets it: cards in a channel and in a private chat, forms as dialogs and as messages, with and without something to mend, and the dialogs behind their buttons.</summary>
public static class EveryAdaptiveCard
{
    private const string Nonce = "0123456789abcdef0123456789abcdef";

    /// <summary>All of it in one language.</summary>
    public static async Task<IReadOnlyList<SentCards>> In(Language language) =>
        [.. Everything.For(PlatformKind.Teams, language).Concat(await Answered.In(language)).Concat(Own(language)).Index().SelectMany(one => Draw(one.Item, $"{language}-{one.Index:000} {one.Item.By}", language))];

    /// <summary>What only Teams needs.</summary>
    private static IEnumerable<Shown> Own(Language language)
    {
        var (say, emma) = (Phrases.In(language), Everything.Somebody(PlatformKind.Teams, "emma"));
        return
        [
            Shown.Of("TryAgain", Sentences.Card(language, nameof(Words.TeamsTryAgain))),
            Shown.Of("OpenFromCard", Sentences.Card(language, nameof(Words.TeamsOpenFromCard))),
            Shown.Of("AddMe", Card.Of(language, say.Line(nameof(Words.TeamsAddMe), emma))),
            Shown.Of("AnsweredPrivately", Card.Of(language, say.Line(nameof(Words.TeamsAnsweredPrivately), emma))),
            Shown.Of("FormSent", Sentences.Card(language, nameof(Words.TeamsFormSent))),
            Shown.Of("FormCancelled", Sentences.Card(language, nameof(Words.TeamsFormCancelled))),
        ];
    }

    private static IEnumerable<SentCards> Draw(Shown shown, string name, Language language) => shown.Form is { } form ? Draw(form, name) : Draw(shown.Card!, name, language);

    private static IEnumerable<SentCards> Draw(Card card, string name, Language language)
    {
        var known = Mentions.In(card).Select(static person => person.Account).Where(static account => account.Platform == PlatformKind.Teams).ToDictionary(static account => account, static account => $"29:1{account.User}");
        var drawn = CardDrawing.Draw(card, new Mentions(known));
        yield return Message(name, drawn);
        if (known.Count > 0)
        {
            yield return Message($"{name}, in private", CardDrawing.Draw(card, Mentions.None));
        }

        foreach (var behind in drawn.SelectMany(static one => one.Body).OfType<ActionSet>().SelectMany(static set => set.Actions).OfType<Submit>())
        {
            if (behind.Data.Step == Buttons.MoreSteps)
            {
                yield return Dialog($"{name}, more", FormDrawing.Choice(behind.Data, language));
            }
            else if (behind.Data.Confirm is not null)
            {
                yield return Dialog($"{name}, {behind.Data.Step} for sure", FormDrawing.Question(behind.Data, Nonce, language));
            }
        }
    }

    private static IEnumerable<SentCards> Draw(Form form, string name)
    {
        yield return Dialog(name, FormDrawing.Dialog(form, Nonce));
        yield return Message($"{name}, as a message", [FormDrawing.Message(form, Nonce)]);
        var wrong = form.Fields.Select(static field => field switch { Field.Input input => input.Name, Field.Choice choice => choice.Name, _ => null }).OfType<string>()
            .ToImmutableDictionary(static field => field, _ => Phrases.In(form.Language).Text(nameof(Words.TeamsTooLong)));
        if (!wrong.IsEmpty)
        {
            yield return Dialog($"{name}, to mend", FormDrawing.Dialog(form, Nonce, wrong));
        }
    }

    private static SentCards Message(string name, IReadOnlyList<AdaptiveCard> cards) => new(name, Limits.MessageBytes, [.. cards.Select(Json)]);

    private static SentCards Dialog(string name, AdaptiveCard card) => new(name, Limits.ResultBytes, [Json(card)]);

    private static string Json(AdaptiveCard card) => JsonSerializer.Serialize(card, CardJson.Wire.AdaptiveCard);
}
