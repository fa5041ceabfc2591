using System.Text.Json;
using System.Text.Json.Serialization;
using IntroBot.Conversation;

namespace IntroBot.Teams.Receiving;

/// <summary>What the Connector sends (the Bot Framework activity schema); what differs between kinds stays as it came.</summary>
internal sealed record Activity(
    string? Type, string? Id, DateTimeOffset? Timestamp, string? Name, string? Action, string? ChannelId, string? ServiceUrl, Party? From, Party? Recipient, Place? Conversation,
    string? ReplyToId, string? Text, string? Locale, JsonElement? Value, JsonElement? Entities, List<Party?>? MembersAdded, List<Party?>? MembersRemoved, JsonElement? ChannelData)
{
    /// <summary>The tenant, lower case; null when it names none, or two.</summary>
    [JsonIgnore]
    public string? Tenant
    {
        get
        {
            var one = Conversation?.TenantId;
            var other = Payload.Text(ChannelData, "tenant", "id");
            return string.IsNullOrEmpty(one) ? (string.IsNullOrEmpty(other) ? null : other.ToLowerInvariant())
                : string.IsNullOrEmpty(other) || string.Equals(one, other, StringComparison.OrdinalIgnoreCase) ? one.ToLowerInvariant()
                : null;
        }
    }

    /// <summary>The language the client is set to.</summary>
    [JsonIgnore]
    public Language? Language => (string.IsNullOrEmpty(Locale) ? ClientLocale : Locale) switch
    {
        ['f' or 'F', 'r' or 'R', ..] => IntroBot.Conversation.Language.Fr,
        ['e' or 'E', 'n' or 'N', ..] => IntroBot.Conversation.Language.En,
        _ => null,
    };

    private string? ClientLocale => Entities is { ValueKind: JsonValueKind.Array } entities
        ? entities.EnumerateArray().Select(static entity => Payload.Text(entity, "locale")).FirstOrDefault(static locale => locale is not null)
        : null;
}

/// <summary>A person, <c>29:…</c>, or the bot, <c>28:…</c>. <paramref name="AadObjectId"/> is the person's Entra object id.</summary>
internal sealed record Party(string? Id, string? Name, string? AadObjectId, string? Role);

/// <summary>A conversation: <c>a:…</c> in private, <c>19:…@thread.v2</c> in a group, <c>19:…@thread.tacv2;messageid=…</c> in a channel's thread.</summary>
internal sealed record Place(string? Id, string? ConversationType, string? TenantId);

/// <summary>Reads what the Connector sends: no duplicate properties, no deeper than 64.</summary>
[JsonSerializable(typeof(Activity))]
internal sealed partial class ActivityJson : JsonSerializerContext
{
    public static ActivityJson Strict { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        AllowDuplicateProperties = false,
        MaxDepth = 64,
    });
}
