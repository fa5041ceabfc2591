using System.Globalization;
using System.Text.Json.Nodes;
using IntroBot.Playground.Teams;
using IntroBot.Playground.Teams.Acts;
using IntroBot.Playground.Teams.Cards;

namespace IntroBot.Tests.Promises;

/// <summary>Who an activity says it comes from, and in which tenant it says it happens.</summary>
internal sealed record Party(string User, string? ObjectId, string Tenant = Maison.Tenant, string? DataTenant = null);

/// <summary>What somebody got back at once: a sentence, or a form by its step, or nothing to say.</summary>
internal sealed record Heard(string? Told, string? Form, string Shown)
{
    public static Heard Nothing { get; } = new(null, null, "");
}

/// <summary>Activities as Teams would send them, really signed, whether or not a control on anybody's screen offers them.</summary>
internal sealed class TeamsWire(TeamsTenant teams)
{
    private int _acts;

    /// <summary>A button answered in place.</summary>
    public Task<Seen> Execute(Party who, string step, string? introduction, string? value = null, bool menu = false) => Invoke(who, "adaptiveCard/action", new()
    {
        ["action"] = new JsonObject { ["type"] = "Action.Execute", ["title"] = step, ["verb"] = step, ["data"] = Data(step, introduction, value, menu) },
        ["trigger"] = "manual",
    });

    /// <summary>A button that opens a dialog.</summary>
    public Task<Seen> Fetch(Party who, string step, string? introduction, bool menu = false)
    {
        var data = Data(step, introduction, null, menu);
        data["msteams"] = new JsonObject { ["type"] = "task/fetch" };
        return Invoke(who, "task/fetch", new() { ["data"] = data, ["context"] = new JsonObject { ["theme"] = "default" } });
    }

    /// <summary>A dialog that was sent.</summary>
    public Task<Seen> Submit(Party who, string step, string? introduction, params (string Field, string Value)[] values)
    {
        var data = Data(step, introduction, null, false);
        data["nonce"] = Act();
        foreach (var (field, value) in values)
        {
            data[field] = value;
        }

        return Invoke(who, "task/submit", new() { ["data"] = data, ["context"] = new JsonObject { ["theme"] = "default" } });
    }

    /// <summary>The message extension.</summary>
    public Task<Seen> Extension(Party who, string command, string? text = null) => Invoke(who, "composeExtension/fetchTask", new()
    {
        ["commandId"] = command,
        ["commandContext"] = text is null ? "compose" : "message",
        ["messagePayload"] = text is null ? null : new JsonObject { ["id"] = "1", ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = text } },
    });

    /// <summary>A message to the bot: in its private chat, or naming it in a channel.</summary>
    public Task<Seen> Message(Party who, string text, bool mention) => Send(who, "message", activity =>
    {
        activity["id"] = Act();
        activity["text"] = mention ? $"<at>{teams.Options.BotName}</at> {text}" : text;
        activity["textFormat"] = "plain";
        if (mention)
        {
            activity["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["text"] = $"<at>{teams.Options.BotName}</at>", ["mentioned"] = new JsonObject { ["id"] = teams.Options.BotId, ["name"] = teams.Options.BotName } });
        }
        else
        {
            Privately(activity, who);
        }
    });

    /// <summary>Somebody gets the app, or loses it.</summary>
    public Task<Seen> Install(Party who, string action) => Send(who, "installationUpdate", activity =>
    {
        activity["action"] = action;
        Privately(activity, who);
    });

    public async Task<Seen> Invoke(Party who, string name, JsonObject value) => await Send(who, "invoke", activity =>
    {
        activity["name"] = name;
        activity["value"] = value;
        activity["replyToId"] = "1795424400000";
    });

    /// <summary>What the answer to an invoke has the client show.</summary>
    public static Heard Read(Seen seen)
    {
        var answer = seen.Body.Length == 0 ? null : JsonNode.Parse(seen.Body);
        return answer switch
        {
            { } when answer["task"]?["type"]?.GetValue<string>() == "continue" => Form(answer["task"]!["value"]!["card"]!["content"]!),
            { } when answer["task"]?["value"] is JsonValue text => new Heard(text.GetValue<string>(), null, ""),
            { } when answer["type"]?.GetValue<string>() == "application/vnd.microsoft.card.adaptive" => Form(answer["value"]!),
            { } when answer["value"] is JsonValue text => text.GetValue<string>() is var said && said == "Done." ? Heard.Nothing : new Heard(said, null, ""),
            _ => Heard.Nothing,
        };
    }

    private static Heard Form(JsonNode card) => new(null, Buttons.Of(card).Select(static action => action["data"]?["step"]?.GetValue<string>()).OfType<string>().FirstOrDefault() ?? "", CardWords.Of(card) + string.Join('\n', Inputs.Initially((JsonObject)card).Values));

    private Task<Seen> Send(Party who, string type, Action<JsonObject> fill)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = "f:" + Act(),
            ["timestamp"] = teams.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["serviceUrl"] = teams.Options.ServiceUrl(who.Tenant),
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = who.User, ["name"] = "Somebody" },
            ["recipient"] = new JsonObject { ["id"] = teams.Options.BotId, ["name"] = teams.Options.BotName },
            ["conversation"] = new JsonObject { ["id"] = Maison.Tech + ";messageid=1795424400000", ["conversationType"] = "channel", ["tenantId"] = who.Tenant, ["isGroup"] = true },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = who.DataTenant ?? who.Tenant }, ["team"] = new JsonObject { ["id"] = Maison.Team }, ["channel"] = new JsonObject { ["id"] = Maison.Tech } },
            ["locale"] = "en-US",
        };
        if (who.ObjectId is not null)
        {
            activity["from"]!["aadObjectId"] = who.ObjectId;
        }

        fill(activity);
        return teams.Send(activity);
    }

    private static void Privately(JsonObject activity, Party who)
    {
        activity["conversation"] = new JsonObject { ["id"] = "a:" + who.User[3..], ["conversationType"] = "personal", ["tenantId"] = who.Tenant };
        activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = who.DataTenant ?? who.Tenant } };
    }

    private static JsonObject Data(string step, string? introduction, string? value, bool menu)
    {
        var data = new JsonObject { ["step"] = step };
        foreach (var (name, text) in new[] { ("introduction", introduction), ("value", value) })
        {
            if (text is not null)
            {
                data[name] = text;
            }
        }

        if (menu)
        {
            data["menu"] = true;
        }

        return data;
    }

    private string Act() => (1795424400000 + Interlocked.Increment(ref _acts)).ToString(CultureInfo.InvariantCulture);
}
