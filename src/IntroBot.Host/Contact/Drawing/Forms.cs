using IntroBot.Agreements;
using IntroBot.Conversation;

namespace IntroBot.Host.Contact.Drawing;

/// <summary>The forms of the page and their fields. A form posts to the address it stands on; each has one button.</summary>
internal static class Forms
{
    /// <summary>A form with its one press. <paramref name="kind"/> is the class of its button: <c>main</c>, <c>other</c>, <c>still</c> or <c>grave</c>.</summary>
    public static Html Form(Canvas canvas, Kept kept, string step, string button, string kind, Html fields) => $"""
        <form method="post">
        <input type="hidden" name="nonce" value="{canvas.Nonce}">
        <input type="hidden" name="language" value="{Code(canvas.Say.Language)}">
        <input type="hidden" name="notice" value="{PrivacyNotice.Version(canvas.Programme, kept, canvas.Say)}">
        {fields}
        <p><button class="{kind}" name="step" value="{step}">{button}</button></p>
        </form>
        """;

    /// <summary>The fields the contact fills in and corrects, and the introducer's own words, which they may leave out.</summary>
    public static Html Details(Canvas canvas, string step, Introducing introducing, PassedOn details) => $"""
        {Input(canvas, step, "contact", canvas.Text(nameof(Words.ContactYourName)), canvas.Text(nameof(Words.ContactYourNameHint)), details.Contact, 100, "name")}
        {Input(canvas, step, "address", canvas.Text(nameof(Words.ContactYourAddress)), canvas.Text(nameof(Words.ContactYourAddressHint)), details.Address, 200, "email")}
        {Input(canvas, step, "about", canvas.Text(nameof(Words.ContactYourWork)), canvas.Text(nameof(Words.ContactYourWorkHint)), details.About, 150, "organization-title")}
        {Input(canvas, step, "location", $"{canvas.Text(nameof(Words.ContactYourPlace))} {canvas.Text(nameof(Words.ContactOptional))}", null, details.Location, 80, "address-level2")}
        {Quoted(canvas, step, "relation", canvas.Line(nameof(Words.ContactRelationOf), new Run.Typed(introducing.Introducer)), details.Relation)}
        {Quoted(canvas, step, "note", canvas.Line(nameof(Words.ContactNoteOf), new Run.Typed(introducing.Introducer)), details.Note)}
        """;

    /// <summary>A labelled line to type in, with its hint and, where it was refused, the reason.</summary>
    public static Html Input(Canvas canvas, string step, string name, string label, string? hint, string? stored, int max, string autocomplete)
    {
        var id = $"{step}-{name}";
        var error = canvas.Error(step, name);
        Html hinted = hint is null ? Html.None : $"""<p class="hint" id="{id}-hint">{hint}</p>""";
        Html refused = error is null ? Html.None : $"""<p class="refused" id="{id}-error">{error}</p>""";
        var described = string.Join(' ', new[] { hint is null ? null : $"{id}-hint", error is null ? null : $"{id}-error" }.OfType<string>());
        Html describes = described.Length == 0 ? Html.None : $""" aria-describedby="{described}" """;
        Html invalid = error is null ? Html.None : $""" aria-invalid="true" """;
        return $"""
            <div class="field">
            <label for="{id}">{label}</label>
            {hinted}{refused}
            <input id="{id}" name="{name}" value="{canvas.Value(step, name, stored)}" maxlength="{max.ToString(System.Globalization.CultureInfo.InvariantCulture)}" autocomplete="{autocomplete}"{describes}{invalid}>
            </div>
            """;
    }

    /// <summary>What the introducer hears: each step, only the end, nothing.</summary>
    public static Html HearsChoice(Canvas canvas, string step, Introducing introducing, Hears stored) => $"""
        <fieldset><legend>{canvas.Line(nameof(Words.ContactHearsHeading), new Run.Typed(introducing.Introducer))}</legend>
        {Hear(canvas, Hears.EachStep, nameof(Words.ContactHearsEach), canvas.Value(step, "hears", Value(stored)))}
        {Hear(canvas, Hears.End, nameof(Words.ContactHearsEnd), canvas.Value(step, "hears", Value(stored)))}
        {Hear(canvas, Hears.Nothing, nameof(Words.ContactHearsNothing), canvas.Value(step, "hears", Value(stored)))}
        </fieldset>
        """;

    /// <summary>A box to tick.</summary>
    public static Html Box(string id, string name, string value, Line label, bool ticked = false)
    {
        Html mark = ticked ? (Html)$" checked" : Html.None;
        return $"""<p class="choice"><input type="checkbox" id="{id}" name="{name}" value="{value}"{mark}> <label for="{id}">{label}</label></p>""";
    }

    /// <summary>The value of the field <c>hears</c>.</summary>
    public static string Value(Hears hears) => hears switch
    {
        Hears.EachStep => "each-step",
        Hears.End => "end",
        _ => "nothing",
    };

    /// <summary>The value of the field <c>language</c>, as the web writes languages.</summary>
    public static string Code(Language language) => language == Language.Fr ? "fr" : "en";

    private static Html Hear(Canvas canvas, Hears hears, string word, string? chosen)
    {
        Html mark = Value(hears) == chosen ? (Html)$" checked" : Html.None;
        return $"""<p class="choice"><input type="radio" id="hears-{Value(hears)}" name="hears" value="{Value(hears)}"{mark}> <label for="hears-{Value(hears)}">{canvas.Text(word)}</label></p>""";
    }

    private static Html Quoted(Canvas canvas, string step, string name, Line label, string? words) => words is null
        ? Html.None
        : $"""
            <div class="field" role="group" aria-labelledby="{step}-{name}-label">
            <p class="label" id="{step}-{name}-label">{label}</p>
            <blockquote>{Html.Typed(words)}</blockquote>
            {Box($"{step}-{name}", name, "", canvas.Line(nameof(Words.ContactStrike)), canvas.Refused is { } refused && refused.Press.Step == step && refused.Press.Fields.ContainsKey(name))}
            </div>
            """;
}
