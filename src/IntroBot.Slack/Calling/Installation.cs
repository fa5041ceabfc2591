namespace IntroBot.Slack.Calling;

/// <summary>Whether the bot token still works. Once it does not, nothing is sent until Slack says again who we are, asked at most every <see cref="Between"/>.</summary>
internal sealed class Installation(TimeProvider clock)
{
    public static readonly TimeSpan Between = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private string? stopped;
    private DateTimeOffset nextTry;

    /// <summary>Who the bot is, once Slack has said so.</summary>
    public Identity? Identity { get; private set; }

    public void Stop(string error)
    {
        lock (gate)
        {
            stopped = error;
            nextTry = clock.GetUtcNow() + Between;
        }
    }

    public void Works(Identity identity)
    {
        lock (gate)
        {
            Identity = identity;
            stopped = null;
        }
    }

    /// <summary>Why nothing may be sent; null when it may, or when this caller is the one to try again.</summary>
    public string? Stopped(out bool probe)
    {
        lock (gate)
        {
            probe = stopped is not null && clock.GetUtcNow() >= nextTry;
            if (probe)
            {
                nextTry = clock.GetUtcNow() + Between;
            }

            return probe ? null : stopped;
        }
    }
}

/// <summary>The workspace the token belongs to and the bot's own user there.</summary>
internal sealed record Identity(string Workspace, string BotUser);
