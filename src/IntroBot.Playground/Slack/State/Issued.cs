namespace IntroBot.Playground.Slack.State;

/// <summary>A trigger_id handed out with a request: good for 3 s and for one view.</summary>
internal sealed record Trigger(string Id, string UserId, string TeamId, DateTimeOffset At, string? ViewId)
{
    public bool Used { get; init; }
}

/// <summary>A response_url handed out with a request: good for 5 answers in 30 minutes.</summary>
internal sealed record ResponseUrl(string Id, string UserId, string Channel, string? MessageTs, DateTimeOffset At)
{
    public int Uses { get; init; }
}

/// <summary>The app in one workspace, by its bot token.</summary>
internal sealed record Installation(string Token, string TeamId)
{
    /// <summary>null while the token works; else the error Slack answers with.</summary>
    public string? Ended { get; init; }
}

/// <summary>
/// One call over the wire, for the log on screen and for tests. <c>From</c> is <c>bot</c> (Web API, response_url) or <c>slack</c> (command, interaction, event);
/// <c>At</c> is when it was sent, and they are kept in the order in which they ended; <c>Accepted</c> tells whether it took effect, whatever the caller was told.
/// </summary>
internal sealed record WireCall(DateTimeOffset At, string From, string What, bool Ok, string? Error, string Detail, bool Accepted, string Body);
