using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using IntroBot.Conversation;
using IntroBot.Ledger;
using IntroBot.Programmes;

namespace IntroBot.Introductions;

/// <summary>
/// A question to recruiters before anybody is named (<c>intro</c>, its id, <c>ask</c>): who asks, of which route, about whom without saying who. What was typed stands in <c>t|</c> rows. The partition
/// has no head, so it is no introduction; one press on the answer opens the form for one, prefilled.
/// </summary>
public sealed record Question(IntroductionId Id, PersonId Asker, PlatformKind Platform, string Route, string About, string? Location, DateTimeOffset At, int Effects, int Texts)
{
    /// <summary>Its row.</summary>
    public const string Row = "ask";

    /// <summary>What the form for an introduction is prefilled with.</summary>
    [JsonIgnore]
    public ImmutableDictionary<string, string> Fields => new Dictionary<string, string?> { ["about"] = About, ["location"] = Location, ["route"] = Route }
        .Where(static one => one.Value is not null).ToImmutableDictionary(static one => one.Key, static one => one.Value!);
}

/// <summary>"Would someone like this interest you?": the forms and cards, and what they are filled in with.</summary>
public static class AskFirst
{
    /// <summary>The form.</summary>
    public static Form Form(ImmutableDictionary<string, string> values, Programme programme, Phrases say) => new(say.Language, Steps.AskFirst, say.Text(nameof(Words.AskFirstTitle)),
        [
            new Field.Text(say.Line(nameof(Words.AskFirstLead))),
            new Field.Input("about", say.Text(nameof(Words.LabelAbout)), say.Text(nameof(Words.HintAskFirst)), Initial: values.GetValueOrDefault("about"), Max: 150),
            new Field.Input("location", say.Text(nameof(Words.LabelLocation)), Initial: values.GetValueOrDefault("location"), Required: false, Max: 80),
            Forms.RouteChoice(values, programme, say),
            new Field.Input("question", say.Text(nameof(Words.LabelAskFirst)), say.Text(nameof(Words.HintAskFirst)), Initial: values.GetValueOrDefault("question"), Required: false, Multiline: true, Max: 500),
        ],
        say.Text(nameof(Words.AskSubmit)), say.Text(nameof(Words.Cancel)));

    /// <summary>What stands in the way, beside each field. Nobody is named, so only addresses can be looked for.</summary>
    public static ImmutableDictionary<string, string> Errors(ImmutableDictionary<string, string> values, Programme programme, Phrases say)
    {
        var errors = ImmutableDictionary.CreateBuilder<string, string>();
        if (Clean(values, "about") is null)
        {
            errors["about"] = say.Text(nameof(Words.AboutMissing));
        }

        if (programme.FindRoute(Clean(values, "route") ?? programme.General.Name) is null)
        {
            errors["route"] = say.Text(nameof(Words.RouteGone));
        }

        foreach (var field in values.Keys.Where(field => Identity.Shows(Clean(values, field), "")))
        {
            errors[field] = say.Text(nameof(Words.NoAddressHere));
        }

        return errors.ToImmutable();
    }

    /// <summary>The card in the route's channel.</summary>
    public static Card Card(Question question, string? typed, Person asker, Phrases say)
    {
        var line = say.Line(nameof(Words.AskFirstCard), asker);
        ImmutableArray<Fact> facts = [new(say.Text(nameof(Words.FactAbout)), Line.Typed(question.About)), .. question.Location is { } where ? [new Fact(say.Text(nameof(Words.FactLocation)), Line.Typed(where))] : Array.Empty<Fact>()];
        return new Card(say.Language, line,
            [
                new Part.Paragraph(line), new Part.Facts(facts), .. typed is null ? [] : new[] { new Part.Quote(Line.Typed(typed)) },
                new Part.Actions(question.Id, [new Button(Steps.Answer, StepWords.Button(Steps.Answer, say), ButtonStyle.Primary)]),
            ]);
    }

    /// <summary>The answer, where it is read: in the card's thread, or by whoever asked, who may go on with one press.</summary>
    public static Card Answer(Question question, string answer, Person recruiter, bool isPrivate, Phrases say)
    {
        var line = isPrivate ? say.Line(nameof(Words.AskFirstAnswered), recruiter) : say.Line(nameof(Words.AskFirstReply), recruiter);
        return new Card(say.Language, line,
            [
                new Part.Paragraph(line), new Part.Quote(Line.Typed(answer)),
                .. isPrivate ? [new Part.Actions(question.Id, [new Button(Steps.Introduce, StepWords.Button(Steps.Introduce, say), ButtonStyle.Primary)])] : Array.Empty<Part>(),
            ]);
    }

    /// <summary>A field without what must not be shown; null when it is empty.</summary>
    public static string? Clean(ImmutableDictionary<string, string> values, string field) => values.TryGetValue(field, out var value) && Typing.Clean(value) is { Length: > 0 } clean ? clean : null;

    /// <summary>The number of a sentence as effects carry it.</summary>
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
