using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntroBot.Slack.Receiving;

/// <summary>Something with an id, such as a workspace or a channel.</summary>
internal sealed record Named(string? Id);

/// <summary>Who acted; <paramref name="TeamId"/> is their own workspace, which differs from the app's in shared channels.</summary>
internal sealed record Sender(string? Id, string? TeamId);

/// <summary>Where an action was taken.</summary>
internal sealed record Container(string? Type, string? MessageTs, string? ChannelId, bool? IsEphemeral);

/// <summary>The message acted on; <paramref name="Team"/> is the workspace of who wrote it.</summary>
internal sealed record ActedMessage(string? Ts, string? Text, string? User, string? Team, string? BotId);

/// <summary>A text object.</summary>
internal sealed record Titled(string? Text);

/// <summary>A chosen option.</summary>
internal sealed record Chosen(string? Value);

/// <summary>What stands in an input.</summary>
internal sealed record Filled(string? Value, Chosen? SelectedOption, string? SelectedDate);

/// <summary>What stands in a view's inputs, by block and action id.</summary>
internal sealed record ViewState(Dictionary<string, Dictionary<string, Filled?>?>? Values);

/// <summary>A block of a view, as far as errors need it.</summary>
internal sealed record ShownBlock(string? Type, string? BlockId);

/// <summary>An open view.</summary>
internal sealed record ShownView(
    string? Id, string? Type, string? TeamId, string? AppInstalledTeamId, string? CallbackId, string? PrivateMetadata, string? Hash, Titled? Title, ViewState? State, List<ShownBlock?>? Blocks);

/// <summary>An action taken in a message or a view.</summary>
internal sealed record TakenAction(string? Type, string? ActionId, string? Value, Chosen? SelectedOption, string? ActionTs);

/// <summary>An interaction's payload, all types in one (docs.slack.dev, interaction payloads).</summary>
internal sealed record Interaction(
    string? Type, Named? Team, Named? Enterprise, Sender? User, Container? Container, Named? Channel, ActedMessage? Message, ShownView? View,
    List<TakenAction?>? Actions, string? TriggerId, string? ResponseUrl, string? CallbackId, string? ActionTs);

/// <summary>A payload's type alone.</summary>
internal sealed record Kind(string? Type);

/// <summary>An Events API delivery.</summary>
internal sealed record Envelope(string? Type, string? Challenge, string? TeamId, string? EnterpriseId, List<Authorization?>? Authorizations, JsonElement? Event);

/// <summary>The installation an event is for.</summary>
internal sealed record Authorization(string? TeamId, string? UserId);

/// <summary>A message to the bot.</summary>
internal sealed record MessageEvent(
    string? Type, string? Subtype, string? BotId, string? User, string? Text, string? Ts, string? Channel, string? ChannelType, string? Team, string? UserTeam, string? SourceTeam);

/// <summary>Tokens that no longer work, by the id of their owner.</summary>
internal sealed record TokensRevokedEvent(RevokedTokens? Tokens);

/// <summary>The owners of revoked tokens.</summary>
internal sealed record RevokedTokens(List<string?>? Bot);

/// <summary>Somebody opened a tab of the app; <paramref name="View"/> is what stands in the Home tab, when something does.</summary>
internal sealed record HomeOpenedEvent(string? User, string? Tab, ShownView? View);

/// <summary>A person's profile has changed.</summary>
internal sealed record UserChangeEvent(Named? User);

/// <summary>Reads what Slack sends: no duplicate properties, no deeper than 64.</summary>
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(Kind))]
[JsonSerializable(typeof(Envelope))]
[JsonSerializable(typeof(MessageEvent))]
[JsonSerializable(typeof(TokensRevokedEvent))]
[JsonSerializable(typeof(UserChangeEvent))]
[JsonSerializable(typeof(HomeOpenedEvent))]
internal sealed partial class PayloadJson : JsonSerializerContext
{
    public static PayloadJson Strict { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        AllowDuplicateProperties = false,
        MaxDepth = 64,
    });
}
