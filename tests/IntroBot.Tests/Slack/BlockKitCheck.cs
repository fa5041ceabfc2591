using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IntroBot.Tests.Slack;

/// <summary>Block Kit's documented limits and Slack's reading of mrkdwn, written down a second time. Yields what is wrong.</summary>
internal static partial class BlockKitCheck
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<string> Message(string text, JsonArray blocks) =>
        [.. Length("text", text, 1, 4000), .. Marked("text", text), .. Count("blocks", blocks, 0, 50), .. Unique(blocks), .. blocks.SelectMany(static block => Block(block!, "message"))];

    public static IEnumerable<string> View(JsonNode view)
    {
        var blocks = view["blocks"]!.AsArray();
        return
        [
            .. Plain("title", view["title"], 24), .. Plain("close", view["close"], 24), .. view["submit"] is { } submit ? Plain("submit", submit, 24) : [],
            .. blocks.Any(static block => (string?)block!["type"] == "input") && view["submit"] is null ? ["inputs without submit"] : Array.Empty<string>(),
            .. Length("callback_id", (string?)view["callback_id"], 1, 255), .. Length("private_metadata", (string?)view["private_metadata"], 0, 3000),
            .. Count("blocks", blocks, 0, 100), .. Unique(blocks), .. blocks.SelectMany(static block => Block(block!, "modal")),
            .. Encoding.UTF8.GetByteCount(view.ToJsonString(Relaxed)) > 250_000 ? ["view too large"] : Array.Empty<string>(),
        ];
    }

    private static IEnumerable<string> Block(JsonNode block, string surface) =>
        (block["block_id"] is { } id ? Length("block_id", (string?)id, 1, 255) : []).Concat((string?)block["type"] switch
        {
            "header" => Plain("header", block["text"], 150),
            "section" => Section(block),
            "context" => Count("context", block["elements"]!.AsArray(), 1, 10).Concat(block["elements"]!.AsArray().SelectMany(static text => Text("context", text!, 3000))),
            "divider" => [],
            "actions" => [.. Count("actions", block["elements"]!.AsArray(), 1, 25), .. Distinct("action_id", block["elements"]!.AsArray(), "action_id"), .. block["elements"]!.AsArray().SelectMany(static element => Element(element!))],
            "input" when surface == "modal" => [.. Plain("label", block["label"], 2000), .. block["hint"] is { } hint ? Plain("hint", hint, 2000) : [], .. Element(block["element"]!)],
            var type => [$"block {type} on {surface}"],
        });

    private static IEnumerable<string> Section(JsonNode block) => block["fields"] is JsonArray fields
        ? [.. Count("fields", fields, 1, 10), .. fields.SelectMany(static field => Text("field", field!, 2000))]
        : Text("section", block["text"]!, 3000);

    private static IEnumerable<string> Element(JsonNode element) => Length("action_id", (string?)element["action_id"], 1, 255).Concat((string?)element["type"] switch
    {
        "button" =>
        [
            .. Plain("button", element["text"], 75), .. Length("value", (string?)element["value"], 0, 2000), .. Length("accessibility_label", (string?)element["accessibility_label"], 0, 75),
            .. (string?)element["style"] is null or "primary" or "danger" ? Array.Empty<string>() : ["style"], .. element["confirm"] is { } confirm ? Confirm(confirm) : [],
        ],
        "overflow" => [.. Count("overflow", element["options"]!.AsArray(), 1, 5), .. Options(element["options"]!.AsArray())],
        "static_select" => Select(element),
        "datepicker" => (string?)element["initial_date"] is null || DateOnly.TryParseExact((string)element["initial_date"]!, "yyyy-MM-dd", out _) ? [] : ["initial_date"],
        "radio_buttons" => [.. Count("radio", element["options"]!.AsArray(), 1, 10), .. Options(element["options"]!.AsArray()), .. Initial(element, element["options"]!.AsArray())],
        "plain_text_input" => [.. (int)element["max_length"]! is >= 1 and <= 3000 ? Array.Empty<string>() : ["max_length"], .. Length("initial_value", (string?)element["initial_value"], 0, (int)element["max_length"]!), .. element["placeholder"] is { } p ? Plain("placeholder", p, 150) : []],
        var type => [$"element {type}"],
    });

    private static IEnumerable<string> Select(JsonNode element)
    {
        var groups = element["option_groups"]?.AsArray();
        var options = groups is null ? element["options"]!.AsArray() : [.. groups.SelectMany(static group => group!["options"]!.AsArray()).Select(static option => option!.DeepClone())];
        return
        [
            .. groups is null ? Count("options", options, 1, 100) : [.. Count("option_groups", groups, 1, 100), .. groups.SelectMany(static group => Plain("group", group!["label"], 75).Concat(Count("options", group!["options"]!.AsArray(), 1, 100)))],
            .. Options(options), .. Initial(element, options), .. element["placeholder"] is { } placeholder ? Plain("placeholder", placeholder, 150) : [],
        ];
    }

    private static IEnumerable<string> Initial(JsonNode element, JsonArray options) =>
        element["initial_option"] is not { } initial || options.Any(option => JsonNode.DeepEquals(option, initial)) ? [] : ["initial_option is none of the options"];

    private static IEnumerable<string> Options(JsonArray options) =>
        options.SelectMany(static option => Plain("option", option!["text"], 75).Concat(Length("option value", (string?)option["value"], 1, 75)));

    private static IEnumerable<string> Confirm(JsonNode confirm) =>
        [.. Plain("confirm title", confirm["title"], 100), .. Plain("confirm text", confirm["text"], 300), .. Plain("confirm", confirm["confirm"], 30), .. Plain("deny", confirm["deny"], 30)];

    private static IEnumerable<string> Text(string what, JsonNode text, int max) => (string?)text["type"] == "plain_text"
        ? Plain(what, text, max)
        : [.. Length(what, (string?)text["text"], 1, max), .. (bool?)text["verbatim"] == true ? Array.Empty<string>() : [$"{what} is parsed"], .. Marked(what, (string)text["text"]!)];

    private static IEnumerable<string> Plain(string what, JsonNode? text, int max) =>
        [.. (string?)text?["type"] == "plain_text" ? Array.Empty<string>() : [$"{what} is not plain"], .. (bool?)text?["emoji"] == true ? [$"{what} reads emoji codes"] : Array.Empty<string>(), .. Length(what, (string?)text?["text"], 1, max)];

    /// <summary>Marked text: no token but our own mentions and the link to a contact's page, no torn entity, no formatting but our own bold labels. A mark that only a cut left at the end pairs with none.</summary>
    private static IEnumerable<string> Marked(string what, string text)
    {
        text = OurPage().Replace(text, "");
        foreach (Match token in Token().Matches(text))
        {
            if (token.Value is not ("<@U0LEA>" or "<@U0EMMA>" or "<@U0OMAR>" or "<#C0TECH>" or "<#C0KUDOS>" or "<#C0RECRUIT>" or "<#C0LUXE>"))
            {
                yield return $"{what}: live token {token.Value}";
            }
        }

        if (Torn().IsMatch(text))
        {
            yield return $"{what}: torn entity";
        }

        if (Formatting().Match(OwnBold().Replace(text, "")) is { Success: true } live)
        {
            yield return $"{what}: formatting by {live.Value} at {live.Index} of {text}";
        }
    }

    private static IEnumerable<string> Length(string what, string? text, int min, int max)
    {
        if ((text?.Length ?? 0) < min || text?.Length > max)
        {
            yield return $"{what} has {text?.Length} of {min}..{max}";
        }

        if (text is not null && HasLoneSurrogate(text))
        {
            yield return $"{what} is torn inside a character";
        }
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Count(string what, JsonArray items, int min, int max) => items.Count < min || items.Count > max ? [$"{what}: {items.Count} of {min}..{max}"] : [];

    private static IEnumerable<string> Unique(JsonArray blocks) => Distinct("block_id", blocks, "block_id");

    private static IEnumerable<string> Distinct(string what, JsonArray items, string property)
    {
        string[] ids = [.. items.Select(item => (string?)item![property]).OfType<string>()];
        return ids.Length == ids.Distinct(StringComparer.Ordinal).Count() ? [] : [$"{what} twice"];
    }

    [GeneratedRegex("<[^>]*>?")]
    private static partial Regex Token();

    [GeneratedRegex("&(?!amp;|lt;|gt;)")]
    private static partial Regex Torn();

    // Codes, the samples' strong word, and the label or title that a text begins with.
    [GeneratedRegex(@"\*(INT-[0-9A-Z]{6}|INT-\?|Strong)\*|^\*[^*\n]+\*(?=\n|\u00A0?:)")]
    private static partial Regex OwnBold();

    [GeneratedRegex("<https://intro\\.example\\.test/c/[A-Za-z0-9_-]{43}>")]
    private static partial Regex OurPage();

    [GeneratedRegex(@"`|(?<![\p{L}\p{N}])[*_~]|[*_~](?![\p{L}\p{N}]|…$)|(?<=^|\n)&gt;")]
    private static partial Regex Formatting();
}
