using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using IntroBot.Slack.Drawing;

namespace IntroBot.Slack.Calling;

/// <summary>What a method is sent, as JSON.</summary>
internal sealed record PostMessage(string Channel, string Text, IReadOnlyList<Block> Blocks, string? ThreadTs, MessageMetadata? Metadata)
{
    public string Parse { get; } = "none";

    public bool UnfurlLinks { get; }

    public bool UnfurlMedia { get; }
}

/// <summary>Marks a post, so that whoever reconciles finds it again.</summary>
internal sealed record MessageMetadata(string EventType, IReadOnlyDictionary<string, string> EventPayload);

internal sealed record UpdateMessage(string Channel, string Ts, string Text, IReadOnlyList<Block> Blocks)
{
    public string Parse { get; } = "none";
}

internal sealed record PostEphemeral(string Channel, string User, string Text, IReadOnlyList<Block> Blocks)
{
    public string Parse { get; } = "none";
}

internal sealed record OpenView(string TriggerId, View View);

internal sealed record UpdateView(string ViewId, View View, string? Hash);

internal sealed record PublishView(string UserId, HomeView View, string? Hash);

/// <summary>An answer to a command, or a post to a response address.</summary>
internal sealed record Response(string Text, IReadOnlyList<Block> Blocks)
{
    public string ResponseType { get; } = "ephemeral";

    public bool ReplaceOriginal { get; }
}

/// <summary>Takes an ephemeral message away.</summary>
internal sealed record DeleteOriginal
{
    [JsonPropertyName("delete_original")]
    public bool Value { get; } = true;
}

/// <summary>The answer to a submitted view that does not simply close.</summary>
internal sealed record ResponseAction([property: JsonPropertyName("response_action")] string Action, View? View = null, IReadOnlyDictionary<string, string>? Errors = null);

/// <summary>What a method answers; each uses some of it (docs.slack.dev, reference/methods).</summary>
internal sealed record ApiReply(
    bool Ok, string? Error, string? Needed, string? Channel, string? Ts, ApiView? View, [property: JsonConverter(typeof(UserOrName))] ApiUser? User, string? TeamId, string? UserId, string? BotId);

/// <summary><c>users.*</c> answers a user where <c>auth.test</c> answers the bot's bare name, which nobody needs.</summary>
internal sealed class UserOrName : JsonConverter<ApiUser>
{
    public override ApiUser? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartObject ? JsonSerializer.Deserialize(ref reader, ApiJson.Wire.ApiUser) : null;

    public override void Write(Utf8JsonWriter writer, ApiUser value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, ApiJson.Wire.ApiUser);
}

internal sealed record ApiView(string? Id, string? Hash);

internal sealed record ApiUser(
    string? Id, string? TeamId, string? Name, string? RealName, bool? Deleted, bool? IsBot, bool? IsRestricted, bool? IsUltraRestricted, bool? IsStranger, string? Locale,
    ApiProfile? Profile, ApiEnterpriseUser? EnterpriseUser);

internal sealed record ApiProfile(string? DisplayName, string? RealName, string? Email);

internal sealed record ApiEnterpriseUser(List<string?>? Teams);

/// <summary>The Web API's JSON, both ways.</summary>
[JsonSerializable(typeof(PostMessage))]
[JsonSerializable(typeof(UpdateMessage))]
[JsonSerializable(typeof(PostEphemeral))]
[JsonSerializable(typeof(OpenView))]
[JsonSerializable(typeof(UpdateView))]
[JsonSerializable(typeof(PublishView))]
[JsonSerializable(typeof(Response))]
[JsonSerializable(typeof(DeleteOriginal))]
[JsonSerializable(typeof(ResponseAction))]
[JsonSerializable(typeof(ApiReply))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    public static ApiJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
