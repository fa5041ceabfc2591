using System.Text.Json.Nodes;

namespace IntroBot.Playground.Slack.State;

/// <summary>An open modal, or the Home tab, of one person.</summary>
internal sealed record View(string Id, string UserId, string TeamId, string Hash, string Json)
{
    public string RootId { get; init; } = Id;
    public string? PreviousId { get; init; }
    /// <summary>What stands in the inputs now: Slack's <c>state.values</c>.</summary>
    public string ValuesJson { get; init; } = "{}";
    /// <summary>The field errors shown since the last submission, by block id.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    public JsonObject Body => JsonNode.Parse(Json)!.AsObject();
    public JsonArray Blocks => Body["blocks"]!.AsArray();
    public JsonObject Values => JsonNode.Parse(ValuesJson)!.AsObject();
    public string CallbackId => Body.Text("callback_id") ?? "";
    public string PrivateMetadata => Body.Text("private_metadata") ?? "";
    public string ExternalId => Body.Text("external_id") ?? "";
    public string Title => Body["title"].Text("text") ?? "";
    public string Shown => Words.Of(Body);
    public bool IsModal => Body.Text("type") == "modal";
    public bool NotifiesOnClose => Body["notify_on_close"]?.GetValue<bool>() ?? false;
}
