namespace IntroBot.Conversation;

/// <summary>What the program asks of a chat platform. Slack and Teams each implement it; calls are paced and retried inside by error class.</summary>
public interface IPlatform
{
    /// <summary>Which one.</summary>
    PlatformKind Kind { get; }

    /// <summary>Posts a card in a channel, or as a reply when <paramref name="thread"/> is given. <paramref name="idempotencyKey"/> marks the post for whoever reconciles it.
    /// Never repeated after an ambiguous answer: the caller decides.</summary>
    Task<Delivery> Post(ChannelRef channel, Card card, MessageRef? thread, string idempotencyKey, CancellationToken cancellation);

    /// <summary>Replaces a card. Repeating it is harmless. <see cref="Delivery.Gone"/> when somebody took the message away.</summary>
    Task<Delivery> Edit(MessageRef message, Card card, CancellationToken cancellation);

    /// <summary>Posts a card in a person's private chat with the bot.</summary>
    Task<Delivery> Tell(Account account, Card card, string idempotencyKey, CancellationToken cancellation);

    /// <summary>Whether everybody has a home there, which is shown without being asked for.</summary>
    bool HasHome => false;

    /// <summary>Shows somebody's home anew, where there is one. Nothing comes of it when that does not work: the next look draws it.</summary>
    Task ShowHome(Account account, Card home, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>What the platform says of an account, no older than <paramref name="maxAge"/>; null when it knows none.</summary>
    /// <exception cref="PlatformUnavailableException">The platform did not say; nobody is let in on that.</exception>
    Task<Profile?> Look(Account account, TimeSpan maxAge, CancellationToken cancellation);

    /// <summary>The member of the organisation with this work address, or null. Answers from a cache of at most an hour.</summary>
    /// <exception cref="PlatformUnavailableException">The platform did not say.</exception>
    Task<Profile?> Find(string email, CancellationToken cancellation);
}

/// <summary>How a delivery ended.</summary>
public abstract record Delivery
{
    /// <summary>The platform confirmed it.</summary>
    public sealed record Sent(MessageRef Message) : Delivery;

    /// <summary>It was not accepted; try again after <paramref name="After"/>. <paramref name="Throttled"/>: a rate limit, which counts as no attempt.</summary>
    public sealed record Later(TimeSpan After, bool Throttled, string Reason) : Delivery;

    /// <summary>Nobody can say whether it was accepted (the answer got lost).</summary>
    public sealed record Ambiguous(string Reason) : Delivery;

    /// <summary>The message to replace is not there any more.</summary>
    public sealed record Gone : Delivery;

    /// <summary>It will never be accepted as it is; <paramref name="Reason"/> is the platform's error code.</summary>
    public sealed record Refused(string Reason) : Delivery;
}

/// <summary>The platform did not answer a question that must not be guessed.</summary>
public sealed class PlatformUnavailableException : Exception
{
    /// <summary>Makes the exception.</summary>
    public PlatformUnavailableException()
    {
    }

    /// <summary>Makes the exception with the platform's error code.</summary>
    public PlatformUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with the platform's error code and its cause.</summary>
    public PlatformUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
