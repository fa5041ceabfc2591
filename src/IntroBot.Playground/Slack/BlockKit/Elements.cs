namespace IntroBot.Playground.Slack.BlockKit;

/// <summary>Which interactive elements stand where.</summary>
internal static class Elements
{
    public static readonly string[] InActions =
        ["button", "overflow", "static_select", "users_select", "channels_select", "conversations_select", "checkboxes", "radio_buttons", "datepicker", "timepicker"];

    public static readonly string[] InSection = [.. InActions, "multi_static_select", "multi_users_select", "image"];

    public static readonly string[] InInput =
        ["plain_text_input", "email_text_input", "url_text_input", "number_input", "static_select", "multi_static_select", "users_select", "multi_users_select",
         "channels_select", "conversations_select", "checkboxes", "radio_buttons", "datepicker", "timepicker"];

    private static readonly Dictionary<string, Action<At>> Known = new()
    {
        ["button"] = Pressed.Button,
        ["overflow"] = Pressed.Overflow,
        ["image"] = Images.Element,
        ["static_select"] = Menus.Static,
        ["multi_static_select"] = Menus.MultiStatic,
        ["users_select"] = at => Menus.Picker(at, "initial_user"),
        ["multi_users_select"] = at => Menus.Picker(at, "initial_users", "max_selected_items"),
        ["channels_select"] = at => Menus.Picker(at, "initial_channel", "response_url_enabled"),
        ["conversations_select"] = at => Menus.Picker(at, "initial_conversation", "response_url_enabled", "default_to_current_conversation", "filter"),
        ["checkboxes"] = at => Menus.Boxes(at, "initial_options"),
        ["radio_buttons"] = at => Menus.Boxes(at, "initial_option"),
        ["plain_text_input"] = Inputs.PlainText,
        ["email_text_input"] = at => Inputs.Typed(at),
        ["url_text_input"] = at => Inputs.Typed(at),
        ["number_input"] = Inputs.Number,
        ["datepicker"] = at => Inputs.Moment(at, "initial_date", "yyyy-MM-dd"),
        ["timepicker"] = at => Inputs.Moment(at, "initial_time", "HH:mm"),
    };

    public static Action<At> OneOf(params string[] allowed) => at =>
    {
        if (allowed.Contains(at.Type))
        {
            Known[at.Type](at);
        }
        else
        {
            at.Fail($"unsupported type: {at.Type}");
        }
    };

    /// <summary>What all interactive elements have, and what this one has besides.</summary>
    public static bool Common(At at, params string[] others)
    {
        if (!at.Object(["type", "action_id", .. others]))
        {
            return false;
        }

        at.Where("action_id", id => id.Chars(1, 255));
        at.Where("confirm", Texts.Confirm);
        at.Where("placeholder", Texts.Plain(150));
        at.Where("focus_on_load", flag => flag.Bool());
        return true;
    }
}
