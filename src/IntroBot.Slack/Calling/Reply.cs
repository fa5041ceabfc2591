namespace IntroBot.Slack.Calling;

/// <summary>How a call ended.</summary>
internal abstract record Reply
{
    /// <summary>Slack did it.</summary>
    public sealed record Done(ApiReply Body) : Reply;

    /// <summary>Slack refused with an error code.</summary>
    public sealed record Refused(string Error) : Reply;

    /// <summary>Over a rate limit; nothing happened.</summary>
    public sealed record Throttled(TimeSpan After) : Reply;

    /// <summary>The request certainly never arrived.</summary>
    public sealed record Unreached(string Reason) : Reply;

    /// <summary>The request may have been carried out; its answer got lost.</summary>
    public sealed record Lost(string Reason) : Reply;

    /// <summary>The installation no longer works; Slack was not asked.</summary>
    public sealed record Stopped(string Error) : Reply;

    /// <summary>The code of what went wrong, for logs.</summary>
    public string Code => this switch
    {
        Done => "ok",
        Refused refused => refused.Error,
        Throttled => "ratelimited",
        Unreached unreached => unreached.Reason,
        Lost lost => lost.Reason,
        Stopped stopped => stopped.Error,
        _ => "?",
    };
}
