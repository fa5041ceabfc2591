using System.Globalization;
using System.Text.Json.Nodes;

namespace IntroBot.Playground.Slack.BlockKit;

/// <summary>What people type into, and pickers of dates and times.</summary>
internal static class Inputs
{
    public static void PlainText(At at)
    {
        if (!Typed(at, "multiline", "min_length", "max_length"))
        {
            return;
        }

        at.Where("multiline", flag => flag.Bool());
        at.Where("min_length", min => min.Whole(0, 3000));
        at.Where("max_length", max => max.Whole(1, 3000));
        var longest = at["max_length"].Node is JsonValue value && value.TryGetValue(out int given) ? given : 3000;
        at.Where("initial_value", initial => initial.Chars(0, longest));
    }

    public static void Number(At at)
    {
        if (Typed(at, "is_decimal_allowed", "min_value", "max_value"))
        {
            at.Needs("is_decimal_allowed", flag => flag.Bool());
        }
    }

    public static bool Typed(At at, params string[] others)
    {
        if (!Elements.Common(at, ["placeholder", "initial_value", "focus_on_load", "dispatch_action_config", .. others]))
        {
            return false;
        }

        at.Where("initial_value", initial => initial.Chars(0, 3000));
        at.Where("dispatch_action_config", Dispatch);
        return true;
    }

    /// <summary>A date or time picker, its initial value in this format.</summary>
    public static void Moment(At at, string initial, string format)
    {
        if (!Elements.Common(at, initial, "placeholder", "confirm", "focus_on_load", "timezone"))
        {
            return;
        }

        at.Where(initial, value =>
        {
            value.Chars(1, 10);
            if (!DateTime.TryParseExact(value.Node?.ToString(), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                value.Fail($"must be in the format {format}");
            }
        });
    }

    private static void Dispatch(At at)
    {
        if (at.Object("trigger_actions_on"))
        {
            at.Needs("trigger_actions_on", list => list.Items(1, 2, item => item.OneOf("on_enter_pressed", "on_character_entered")));
        }
    }
}
