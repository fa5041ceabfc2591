using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.State;

namespace IntroBot.Playground.Slack.Acts;

/// <summary>What stands in a form: Slack's <c>state.values</c>, <c>{blockId: {actionId: {type, …}}}</c>.</summary>
internal static class Filled
{
    /// <summary>Every element with a state, with the value it comes with.</summary>
    public static JsonObject Initially(JsonArray blocks)
    {
        var values = new JsonObject();
        foreach (var (block, element) in Controls.Of(blocks).Where(control => Value(control.Element, null) is not null))
        {
            var group = values[block] as JsonObject ?? [];
            values[block] ??= group;
            group[element.Text("action_id")!] = Value(element, Initial(element));
        }

        return values;
    }

    /// <summary><paramref name="fresh"/> with what <paramref name="typed"/> has for the same block, action and type.</summary>
    public static JsonObject Kept(JsonObject fresh, JsonObject typed)
    {
        foreach (var (block, actions) in fresh)
        {
            foreach (var (action, state) in actions!.AsObject().ToArray())
            {
                if (typed[block]?[action] is { } old && old.Text("type") == state.Text("type"))
                {
                    actions[action] = old.DeepClone();
                }
            }
        }

        return fresh;
    }

    /// <summary>Types plain words into a form: a text, an option's value, options' values separated by commas, a user's or channel's id; null empties.</summary>
    /// <exception cref="InvalidOperationException">The form has no such field, or the menu no such option.</exception>
    public static JsonObject With(View view, IEnumerable<KeyValuePair<string, string?>> fields)
    {
        var values = view.Values;
        var controls = Controls.Of(view.Blocks).ToArray();
        foreach (var (field, words) in fields)
        {
            var (block, element) = Array.Find(controls, control => control.Block == field || control.Element.Text("action_id") == field);
            var value = element is null ? null : Value(element, words);
            if (value is null)
            {
                throw new InvalidOperationException($"The form {view.CallbackId} has no field {field}.");
            }

            values[block]![element!.Text("action_id")!] = value;
        }

        return values;
    }

    private static string? Initial(JsonObject element) => element.Text("type") switch
    {
        "checkboxes" or "multi_static_select" => Join(element["initial_options"], option => option.Text("value")),
        "multi_users_select" => Join(element["initial_users"], node => node?.GetValue<string>()),
        "static_select" or "radio_buttons" => element["initial_option"].Text("value"),
        "users_select" => element.Text("initial_user"),
        "channels_select" => element.Text("initial_channel"),
        "conversations_select" => element.Text("initial_conversation"),
        "datepicker" => element.Text("initial_date"),
        "timepicker" => element.Text("initial_time"),
        _ => element.Text("initial_value"),
    };

    private static string? Join(JsonNode? list, Func<JsonNode?, string?> text) => list is JsonArray items ? string.Join(',', items.Select(text)) : null;

    /// <summary>The state of one control with these words in it; null for a control that has none.</summary>
    public static JsonObject? Value(JsonObject element, string? words)
    {
        var type = element.Text("type")!;
        (string Key, JsonNode? Value)? state = type switch
        {
            "plain_text_input" or "email_text_input" or "url_text_input" or "number_input" => ("value", words is { Length: > 0 } ? words : null),
            "static_select" or "radio_buttons" => ("selected_option", words is null ? null : Option(element, words)),
            "checkboxes" or "multi_static_select" => ("selected_options", new JsonArray([.. Split(words).Select(value => Option(element, value))])),
            "users_select" => ("selected_user", words),
            "multi_users_select" => ("selected_users", new JsonArray([.. Split(words).Select(id => (JsonNode)id)])),
            "channels_select" => ("selected_channel", words),
            "conversations_select" => ("selected_conversation", words),
            "datepicker" => ("selected_date", words),
            "timepicker" => ("selected_time", words),
            _ => null,
        };
        return state is { } known ? new JsonObject { ["type"] = type, [known.Key] = known.Value } : null;
    }

    private static string[] Split(string? words) => (words ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static JsonNode Option(JsonObject element, string value) =>
        Controls.Options(element).FirstOrDefault(option => option.Text("value") == value)?.DeepClone()
        ?? throw new InvalidOperationException($"The menu {element.Text("action_id")} has no option {value}.");
}
