namespace IntroBot.Playground.Teams.State;

/// <summary>
/// One exchange over the wire, for the log on screen and for tests. <c>From</c> is <c>bot</c> (Connector, tokens, keys) or <c>teams</c> (an activity);
/// <c>Accepted</c> tells whether it took effect, whatever the caller was told.
/// </summary>
internal sealed record Exchange(DateTimeOffset At, string From, string What, bool Ok, int Status, string? Error, string Detail, bool Accepted, string Body);

/// <summary>An access token handed to an app, opaque to it.</summary>
internal sealed record Bearer(string Token, string AppId, string TenantId, DateTimeOffset Expires);
