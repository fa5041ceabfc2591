using System.Text.Json.Nodes;
using IntroBot.Conversation;

namespace IntroBot.Tests.Slack;

/// <summary>Payloads in Slack's shapes, of people and places of our own.</summary>
internal static class Samples
{
    public const string Introduction = "7k3f9x0000000000000000abcd";
    public const string ResponseUrl = "https://hooks.slack.com/actions/T0ACME/1/secret";

    public static (string Name, string Value)[] Command(string command, string text, string user = "U0EVE") =>
    [
        ("token", "unused"), ("team_id", "T0ACME"), ("team_domain", "acme"), ("channel_id", "C0TOWN"), ("channel_name", "town"), ("user_id", user), ("user_name", "eve"),
        ("command", command), ("text", text), ("api_app_id", "A0"), ("is_enterprise_install", "false"), ("response_url", "https://hooks.slack.com/commands/T0ACME/1/secret"), ("trigger_id", "1.2.abc"),
    ];

    public static JsonObject Press(string step, string? value = Introduction) => Object("""
        {"type":"block_actions","team":{"id":"T0ACME","domain":"acme"},"user":{"id":"U0LEA","username":"lea","team_id":"T0ACME"},"api_app_id":"A0",
         "container":{"type":"message","message_ts":"1700000000.000100","channel_id":"C0TECH","is_ephemeral":false},"trigger_id":"9.9.zz","channel":{"id":"C0TECH","name":"tech"},
         "message":{"ts":"1700000000.000100","text":"An introduction","blocks":[{"type":"section","text":{"type":"plain_text","text":"x"}}]}}
        """).With("response_url", ResponseUrl).With("actions", new JsonArray(new JsonObject
    {
        ["action_id"] = step,
        ["block_id"] = "b",
        ["type"] = "button",
        ["value"] = value,
        ["action_ts"] = "1700000005.5",
        ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = "Press" },
    }));

    public static JsonObject Chosen(string option) => Press("more").With("actions", new JsonArray(new JsonObject
    {
        ["action_id"] = "more",
        ["block_id"] = "b",
        ["type"] = "overflow",
        ["action_ts"] = "1700000006.5",
        ["selected_option"] = new JsonObject { ["value"] = option, ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = "Pass" } },
    }));

    public static JsonObject View(string step, string metadata = "{}") => Object("""
        {"id":"V0FORM","team_id":"T0ACME","type":"modal","hash":"1.abc","title":{"type":"plain_text","text":"Introduce"},"app_installed_team_id":"T0ACME",
         "blocks":[{"type":"section","block_id":".0","text":{"type":"plain_text","text":"?"}},
           {"type":"input","block_id":"contact","element":{"type":"plain_text_input","action_id":"contact"},"label":{"type":"plain_text","text":"Name"}},
           {"type":"input","block_id":"route","element":{"type":"static_select","action_id":"route"},"label":{"type":"plain_text","text":"Route"}}],
         "state":{"values":{"contact":{"contact":{"type":"plain_text_input","value":"Ada & <b>"}},"note":{"note":{"type":"plain_text_input","value":null}},
           "route":{"route":{"type":"static_select","selected_option":{"text":{"type":"plain_text","text":"Tech"},"value":"tech"}}}}}}
        """).With("callback_id", step).With("private_metadata", metadata);

    public static JsonObject Submission(string step, string metadata = "{}") =>
        Object("""{"type":"view_submission","team":{"id":"T0ACME","domain":"acme"},"user":{"id":"U0EVE","username":"eve","team_id":"T0ACME"},"api_app_id":"A0","trigger_id":"3.3.q","response_urls":[]}""")
            .With("view", View(step, metadata));

    public static JsonObject Change(string step, string metadata = "{}", string actionTs = "1700000007.1") =>
        Object("""{"type":"block_actions","team":{"id":"T0ACME","domain":"acme"},"user":{"id":"U0EVE","username":"eve","team_id":"T0ACME"},"container":{"type":"view","view_id":"V0FORM"},"trigger_id":"4.4.q"}""")
            .With("view", View(step, metadata))
            .With("actions", new JsonArray(new JsonObject { ["type"] = "static_select", ["block_id"] = "agreement", ["action_id"] = "agreement", ["action_ts"] = actionTs, ["selected_option"] = new JsonObject { ["value"] = "not-yet" } }));

    public static JsonObject Shortcut(string callback) =>
        Object("""{"type":"shortcut","action_ts":"1.1","team":{"id":"T0ACME","domain":"acme"},"user":{"id":"U0EVE","username":"eve","team_id":"T0ACME"},"trigger_id":"5.5.q"}""").With("callback_id", callback);

    public static JsonObject MessageAction(string callback, string text) => Object("""
        {"type":"message_action","trigger_id":"6.6.q","response_url":"https://hooks.slack.com/app-actions/T0ACME/1","team":{"id":"T0ACME","domain":"acme"},"channel":{"id":"C0TOWN","name":"town"},
         "user":{"id":"U0EVE","name":"eve"},"message":{"type":"message","user":"U0BOB","ts":"1516229207.000133"}}
        """).With("callback_id", callback).Change(payload => payload["message"]!["text"] = text);

    public static JsonObject Message(string text, string channel = "D0EVE", string type = "message", string channelType = "im") => Object("""
        {"token":"x","team_id":"T0ACME","api_app_id":"A0","type":"event_callback","event_id":"Ev1","event_time":1700000000,
         "authorizations":[{"enterprise_id":null,"team_id":"T0ACME","user_id":"U0BOT","is_bot":true,"is_enterprise_install":false}],"is_ext_shared_channel":false}
        """).With("event", new JsonObject
    {
        ["type"] = type,
        ["user"] = "U0EVE",
        ["text"] = text,
        ["ts"] = "1700000000.000300",
        ["team"] = "T0ACME",
        ["channel"] = channel,
        ["channel_type"] = channelType,
        ["event_ts"] = "1700000000.000300",
    });

    public static JsonObject Event(string inner, string team = "T0ACME") =>
        Object("""{"token":"x","api_app_id":"A0","type":"event_callback","event_id":"Ev2","event_time":1700000000}""").With("team_id", team).With("event", JsonNode.Parse(inner));

    public static Form Form(string step = "introduce", string? introduction = null) => new(
        Language.En,
        step,
        "Introduce",
        [new Field.Text(Line.Of("Whom?")), new Field.Input("contact", "Name"), new Field.Choice("route", "Route", [new OptionGroup(null, [new Option("tech", "Tech")])])],
        "Send",
        "Cancel",
        introduction is null ? null : new IntroductionId(introduction));

    public static Answer.Notice Says(string text) => new(Card.Of(Language.En, Line.Of(text)));

    public static JsonObject With(this JsonObject json, string name, JsonNode? value)
    {
        json[name] = value;
        return json;
    }

    public static JsonObject Change(this JsonObject json, Action<JsonObject> change)
    {
        change(json);
        return json;
    }

    private static JsonObject Object(string json) => JsonNode.Parse(json)!.AsObject();
}
