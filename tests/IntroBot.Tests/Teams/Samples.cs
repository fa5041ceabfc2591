using System.Text.Json.Nodes;
using IntroBot.Conversation;

namespace IntroBot.Tests.Teams;

/// <summary>Activities in Teams' shapes, of people and places of our own.</summary>
internal static class Samples
{
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/3f2a0b6e-0c52-4f0e-9b11-5f1f3b8c1d2e/";
    public const string Channel = "19:tech0001@thread.tacv2";
    public const string Kudos = "19:kudos001@thread.tacv2";
    public const string Personal = "a:1eve";
    public const string EveId = "7faf8ab2-3d56-4244-b585-20c8a42ed2b8";
    public const string EveUser = "29:1eve";
    public const string LeaId = "11111111-3d56-4244-b585-20c8a42ed2b8";
    public const string LeaUser = "29:1lea";
    public const string Introduction = "7k3f9x0000000000000000abcd";
    public const string Bot = $"28:{TeamsApp.AppId}";

    public static JsonObject Activity(string type, string conversation = Personal, string id = "1485983408511") => Object($$$"""
        {"type":"{{{type}}}","id":"{{{id}}}","timestamp":"2026-03-02T09:00:00.437Z","serviceUrl":"{{{ServiceUrl}}}","channelId":"msteams",
         "from":{"id":"{{{EveUser}}}","name":"Eve Example","aadObjectId":"{{{EveId}}}"},"recipient":{"id":"{{{Bot}}}","name":"IntroBot"},
         "conversation":{"conversationType":"{{{(conversation.StartsWith("a:", StringComparison.Ordinal) ? "personal" : "channel")}}}","tenantId":"{{{TeamsApp.Tenant}}}","id":"{{{conversation}}}"},
         "entities":[{"type":"clientInfo","locale":"en-GB","country":"GB","platform":"Windows"}],"channelData":{"tenant":{"id":"{{{TeamsApp.Tenant}}}"}},"locale":"en-GB"}
        """);

    public static JsonObject Says(string text, string id = "1485983408511") => Activity("message", id: id).With("text", text).With("textFormat", "plain");

    /// <summary>A message in a channel that names the bot.</summary>
    public static JsonObject Mentions(string text) => Activity("message", $"{Channel};messageid=1485983408511").With("text", $"<at>IntroBot</at> {text}")
        .With("entities", new JsonArray(Object($$$"""{"type":"mention","text":"<at>IntroBot</at>","mentioned":{"id":"{{{Bot}}}","name":"IntroBot"}}""")))
        .With("channelData", Object($$$"""{"tenant":{"id":"{{{TeamsApp.Tenant}}}"},"team":{"id":"19:team0001@thread.tacv2"},"channel":{"id":"{{{Channel}}}"}}"""));

    public static JsonObject Invoke(string name, JsonNode value, string conversation = Personal, string id = "f:1") => Activity("invoke", conversation, id).With("name", name).With("value", value);

    public static JsonObject Press(string step, string? introduction = Introduction, string id = "f:1", string conversation = $"{Channel};messageid=1700", params (string Name, string Value)[] more)
    {
        var data = Data(step, introduction, more);
        return Invoke("adaptiveCard/action", new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = step, ["data"] = data }, ["trigger"] = "manual" }, conversation, id)
            .With("replyToId", "1700");
    }

    public static JsonObject Fetch(string step, string? introduction = Introduction, string id = "f:2", params (string Name, string Value)[] more) =>
        Invoke("task/fetch", new JsonObject { ["data"] = Data(step, introduction, more).With("msteams", Object("""{"type":"task/fetch"}""")), ["context"] = Object("""{"theme":"default"}""") }, id: id);

    public static JsonObject Submit(string step, string? introduction = null, string id = "f:3", params (string Name, string Value)[] more) =>
        Invoke("task/submit", new JsonObject { ["data"] = Data(step, introduction, more), ["context"] = Object("""{"theme":"default"}""") }, id: id);

    public static JsonObject Installed(string action = "add", string timestamp = "2026-03-02T09:00:00.000Z") => Activity("installationUpdate", id: "f:9").With("action", action).With("timestamp", timestamp);

    public static JsonObject Data(string step, string? introduction, params ReadOnlySpan<(string Name, string Value)> more)
    {
        var data = new JsonObject { ["step"] = step };
        if (introduction is not null)
        {
            data["introduction"] = introduction;
        }

        foreach (var (name, value) in more)
        {
            data[name] = value;
        }

        return data;
    }

    public static string Member(string id, string user, string name, string email, string role = "user", string tenant = TeamsApp.Tenant) =>
        $$"""{"id":"{{user}}","objectId":"{{id}}","name":"{{name}}","email":"{{email}}","userPrincipalName":"{{email}}","tenantId":"{{tenant}}","userRole":"{{role}}"}""";

    public static Form Form(string step = "introduce", string? introduction = null) => new(
        Language.En,
        step,
        "Introduce",
        [
            new Field.Text(Line.Of("Whom?")),
            new Field.Input("contact", "Name", "As they call themselves"),
            new Field.Choice("route", "Route", [new OptionGroup(null, [new Option("tech", "Tech"), new Option("general", "Other")])], "tech"),
            new Field.Input("note", "A word", Required: false, Multiline: true, Max: 600),
        ],
        "Send",
        "Cancel",
        introduction is null ? null : new IntroductionId(introduction));

    public static Answer.Notice Notice(string text) => new(Card.Of(Language.En, Line.Of(text)));

    public static TurnHandler Answers(Answer answer) => (_, _) => Task.FromResult(answer);

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

    public static JsonObject Object(string json) => JsonNode.Parse(json)!.AsObject();
}
