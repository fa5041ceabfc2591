using IntroBot.Playground.Slack.Wire;

namespace IntroBot.Playground.Slack.Acts;

/// <summary>
/// What came of something a person did. <c>Why</c> is what they see when it failed (<c>operation_timeout</c>, <c>dispatch_failed</c>, <c>trouble_connecting</c>, …),
/// null when it worked; <c>Status</c> is the bot's HTTP status, null when none came; <c>Request</c> is what was sent, to send it again.
/// </summary>
internal sealed record Acted(string? Why, int? Status, string Body, Sent? Request)
{
    public bool Ok => Why is null;

    /// <summary>Errors beside fields, by block id: the bot's, or the client's own for what is required.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    /// <summary>Done, and no request went to the bot.</summary>
    public static Acted Unheard { get; } = new(null, null, "", null);

    /// <summary>The client itself would not do it: no request was sent.</summary>
    public static Acted Cannot(string why) => new(why, null, "", null);
}
