using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace IntroBot.BrowserTests.Driving;

/// <summary>What people do without anybody looking: the page's own requests, for what a picture needs to have happened before.</summary>
internal sealed class Acts(Bot bot) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(bot.Address, "playground/api/") };

    /// <summary>Everybody reads one language.</summary>
    public async Task Everybody(string locale, params string[] people)
    {
        foreach (var person in people)
        {
            await Do("locale", new() { ["as"] = person, ["locale"] = locale });
            await Do("../teams/api/locale", new() { ["as"] = People.InTeams(person), ["locale"] = locale });
        }
    }

    /// <summary>Somebody introduces somebody.</summary>
    public async Task Introduce(string person, string contact, string about, string address, string route, string relation = "")
    {
        await Do("command", new() { ["as"] = person, ["channel"] = Channels.General, ["command"] = "/introduce", ["text"] = "" });
        var modal = (await State(person))["modal"]!;
        var values = new JsonObject
        {
            ["contact"] = Typed("contact", contact),
            ["about"] = Typed("about", about),
            ["address"] = Typed("address", address),
            ["relation"] = Typed("relation", relation),
            ["route"] = Chosen("route", modal, "static_select", route),
            ["agreement"] = Chosen("agreement", modal, "radio_buttons", "agreed"),
        };
        await Do("submit", new() { ["as"] = person, ["viewId"] = modal["viewId"]!.GetValue<string>(), ["values"] = values });
    }

    /// <summary>Somebody presses a step on the newest message of a channel that offers it.</summary>
    public async Task Press(string person, string channel, string step, string words = "")
    {
        var message = (await State(person))["messages"]![channel]!.AsArray().Last(message => message!.ToJsonString().Contains($"\"action_id\":\"{step}\"", StringComparison.Ordinal) && message.ToJsonString().Contains(words, StringComparison.Ordinal))!;
        await Do("press", new() { ["as"] = person, ["channel"] = channel, ["ts"] = message["ts"]!.GetValue<string>(), ["actionId"] = step });
    }

    /// <summary>Somebody presses a step on all messages of a channel that offer it, at once.</summary>
    public async Task PressAll(string person, string channel, string step)
    {
        var messages = (await State(person))["messages"]![channel]!.AsArray().Where(message => message!.ToJsonString().Contains($"\"action_id\":\"{step}\"", StringComparison.Ordinal));
        await Task.WhenAll(messages.Select(message => Do("press", new() { ["as"] = person, ["channel"] = channel, ["ts"] = message!["ts"]!.GetValue<string>(), ["actionId"] = step })));
    }

    /// <summary>So many days go by.</summary>
    public async Task MoveOn(int days)
    {
        using var moved = await _http.PostAsync(new Uri($"../time?days={days}", UriKind.Relative), null);
        moved.EnsureSuccessStatusCode();
    }

    /// <summary>What somebody's page shows.</summary>
    public async Task<JsonNode> State(string person) => (await _http.GetFromJsonAsync<JsonNode>($"state?as={person}"))!;

    public void Dispose() => _http.Dispose();

    private static JsonObject Typed(string field, string value) => new() { [field] = new JsonObject { ["type"] = "plain_text_input", ["value"] = value.Length == 0 ? null : value } };

    private static JsonObject Chosen(string field, JsonNode modal, string type, string value)
    {
        var element = modal["view"]!["blocks"]!.AsArray().Single(block => block!["block_id"]?.GetValue<string>() == field)!["element"]!;
        var option = element["options"]!.AsArray().Single(option => option!["value"]!.GetValue<string>() == value)!;
        return new() { [field] = new JsonObject { ["type"] = type, ["selected_option"] = option.DeepClone() } };
    }

    private async Task Do(string act, JsonObject body)
    {
        using var answer = await _http.PostAsJsonAsync(act, body);
        var said = await answer.Content.ReadFromJsonAsync<JsonNode>();
        Assert.True(said?["ok"]?.GetValue<bool>(), $"{act}: {said?["why"]}");
    }
}
