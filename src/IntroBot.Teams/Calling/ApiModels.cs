using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using IntroBot.Teams.Drawing;

namespace IntroBot.Teams.Calling;

/// <summary>Where something is said: a conversation of a tenant, at the service URL it was last seen at.</summary>
internal sealed record Spot(string ServiceUrl, string Tenant, string Conversation);

/// <summary>A message of ours: cards or text, never both, since the two together are split and yield no id. <paramref name="Summary"/> is what notifications show.</summary>
internal sealed record Message(string? Text = null, string? Summary = null, IReadOnlyList<CardAttachment>? Attachments = null, IReadOnlyList<MentionEntity>? Entities = null)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "message";

    public string? TextFormat => Text is null ? null : "plain";

    public string? AttachmentLayout => Attachments is { Count: > 1 } ? "list" : null;
}

/// <summary>An Adaptive Card in an activity or a dialog.</summary>
internal sealed record CardAttachment(AdaptiveCard Content)
{
    public const string Type = "application/vnd.microsoft.card.adaptive";

    [JsonPropertyOrder(-1)]
    public string ContentType { get; } = Type;
}

/// <summary>What starts a private chat.</summary>
internal sealed record NewPersonal(bool IsGroup, PartyId Bot, IReadOnlyList<PartyId> Members, string TenantId, ThreadData ChannelData);

/// <summary>What starts a thread in a channel.</summary>
internal sealed record NewThread(bool IsGroup, ThreadData ChannelData, Message Activity, string TenantId);

internal sealed record ThreadData(PartyId? Channel, PartyId? Tenant);

internal sealed record PartyId(string Id);

/// <summary>What the Connector answers; each call uses some of it. A member carries <c>objectId</c> or <c>aadObjectId</c>.</summary>
internal sealed record ApiReply(
    string? Id, string? ActivityId, string? Name, string? ObjectId, string? AadObjectId, string? Email, string? UserPrincipalName, string? TenantId, string? UserRole,
    List<ApiReply?>? Members, string? ContinuationToken)
{
    public static ApiReply Empty { get; } = new(null, null, null, null, null, null, null, null, null, null, null);
}

internal sealed record ApiFault(ApiError? Error);

internal sealed record ApiError(string? Code);

/// <summary>The Connector's JSON, both ways; nothing is sent as null, which Teams refuses in places.</summary>
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(NewPersonal))]
[JsonSerializable(typeof(NewThread))]
[JsonSerializable(typeof(ApiReply))]
[JsonSerializable(typeof(ApiFault))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    public static ApiJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
