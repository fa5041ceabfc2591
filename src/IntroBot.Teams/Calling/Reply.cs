namespace IntroBot.Teams.Calling;

/// <summary>How a call to the Connector ended.</summary>
internal abstract record Reply
{
    /// <summary>It is done.</summary>
    public sealed record Done(ApiReply Body) : Reply;

    /// <summary>Refused with a status and an error code; nothing happened.</summary>
    public sealed record Refused(int Status, string Error) : Reply;

    /// <summary>Over a rate limit, the Connector's or our own; nothing happened.</summary>
    public sealed record Throttled(TimeSpan After) : Reply;

    /// <summary>The request certainly never arrived.</summary>
    public sealed record Unreached(string Reason) : Reply;

    /// <summary>The request may have been carried out; its answer got lost.</summary>
    public sealed record Lost(string Reason) : Reply;

    /// <summary>The Connector does not take our token, or there is none.</summary>
    public sealed record Stopped(string Error) : Reply;

    /// <summary>The code of what went wrong, for logs.</summary>
    public string Code => this switch
    {
        Done => "ok",
        Refused refused => refused.Error,
        Throttled => "throttled",
        Unreached unreached => unreached.Reason,
        Lost lost => lost.Reason,
        Stopped stopped => stopped.Error,
        _ => "?",
    };
}
