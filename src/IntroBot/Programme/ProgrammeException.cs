using System.Collections.Immutable;

namespace IntroBot.Programmes;

/// <summary>The programme cannot be in force: its file is missing, wrong, or has been replaced. It stops the start.</summary>
public sealed class ProgrammeException : Exception
{
    /// <summary>Makes the exception.</summary>
    public ProgrammeException()
    {
    }

    /// <summary>Makes the exception with a sentence for whoever starts the host.</summary>
    public ProgrammeException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a sentence for whoever starts the host, and its cause.</summary>
    public ProgrammeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception with everything that is wrong in the file, a line each.</summary>
    public ProgrammeException(ImmutableArray<Mistake> mistakes)
        : base(string.Join(Environment.NewLine, mistakes)) => Mistakes = mistakes;

    /// <summary>What is wrong in the file, in its order; empty when the file is not what is wrong.</summary>
    public ImmutableArray<Mistake> Mistakes { get; } = [];
}
