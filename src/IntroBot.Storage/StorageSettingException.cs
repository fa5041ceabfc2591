namespace IntroBot.Storage;

/// <summary>A storage setting is wrong; the message names its key and says what is expected, and holds no secret.</summary>
public sealed class StorageSettingException : Exception
{
    /// <summary>Makes the exception.</summary>
    public StorageSettingException()
    {
    }

    /// <summary>Makes the exception with the key and what is expected.</summary>
    public StorageSettingException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with the key, what is expected, and the cause.</summary>
    public StorageSettingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
