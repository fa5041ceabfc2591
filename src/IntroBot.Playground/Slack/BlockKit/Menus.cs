using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.State;

namespace IntroBot.Playground.Slack.BlockKit;

/// <summary>Elements with options, and pickers of people and channels.</summary>
internal static class Menus
{
    public static void Static(At at)
    {
        if (Elements.Common(at, "options", "option_groups", "initial_option", "placeholder", "confirm", "focus_on_load"))
        {
            Options(at);
            at.Where("initial_option", initial => Among(at, initial));
        }
    }

    public static void MultiStatic(At at)
    {
        if (Elements.Common(at, "options", "option_groups", "initial_options", "placeholder", "confirm", "focus_on_load", "max_selected_items"))
        {
            Options(at);
            at.Where("initial_options", initial => initial.Items(1, 100, option => Among(at, option)));
            at.Where("max_selected_items", count => count.Whole(1, 100));
        }
    }

    /// <summary>Checkboxes and radio buttons.</summary>
    public static void Boxes(At at, string initial)
    {
        if (!Elements.Common(at, "options", initial, "confirm", "focus_on_load"))
        {
            return;
        }

        at.Needs("options", options => options.Items(1, 10, Texts.Option(mrkdwn: true)));
        DistinctValues(at);
        at.Where("initial_option", option => Among(at, option));
        at.Where("initial_options", options => options.Items(1, 10, option => Among(at, option)));
    }

    public static void Picker(At at, string initial, params string[] others)
    {
        if (Elements.Common(at, ["placeholder", "confirm", "focus_on_load", initial, .. others]) && initial is not "initial_users")
        {
            at.Where(initial, id => id.Chars(1, 255));
        }
    }

    private static void Options(At at)
    {
        if (at.Has("options") == at.Has("option_groups"))
        {
            at.Fail("must provide either options or option_groups");
        }

        at.Where("options", options => options.Items(1, 100, Texts.Option()));
        at.Where("option_groups", groups => groups.Items(1, 100, Texts.OptionGroup));
        DistinctValues(at);
    }

    private static void DistinctValues(At at) => at.Unique("value", All(at).Select(option => option.Text("value")));

    private static void Among(At at, At initial)
    {
        if (!All(at).Any(option => JsonNode.DeepEquals(option, initial.Node)))
        {
            initial.Fail("must be one of the options, exactly");
        }
    }

    private static IEnumerable<JsonNode?> All(At at) =>
        (at["options"].Node as JsonArray ?? []).Concat((at["option_groups"].Node as JsonArray ?? []).SelectMany(group => (group as JsonObject)?["options"] as JsonArray ?? []));
}
