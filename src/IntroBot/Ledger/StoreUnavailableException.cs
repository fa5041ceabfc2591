namespace IntroBot.Ledger;

/// <summary>The store did not answer or answered with a fault. Whether a commit happened is unknown until one of its rows is read again by <c>op</c>.</summary>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>Makes the exception.</summary>
    public StoreUnavailableException()
    {
    }

    /// <summary>Makes the exception with what happened, free of keys and bodies.</summary>
    public StoreUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with what happened and its cause.</summary>
    public StoreUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
