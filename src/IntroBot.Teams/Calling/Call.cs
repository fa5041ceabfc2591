namespace IntroBot.Teams.Calling;

/// <summary>How a call may be repeated.</summary>
internal enum Repeat
{
    /// <summary>Reading, replacing with the same, or making what is made once: as often as it takes, within reason.</summary>
    Freely,

    /// <summary>Twice would be seen twice: only when it certainly was not taken.</summary>
    WhenRefused,
}

/// <summary>A call to the Connector: <paramref name="Path"/> with its ids escaped; <paramref name="Thread"/> is what its limits are counted by, <paramref name="Key"/> how it is known when it had to wait and is tried again.</summary>
internal sealed record Call(HttpMethod Method, string Path, Repeat Repeat, Limit Limit, string Thread, Func<HttpContent>? Content = null, string? Key = null);
