using System.Collections.Immutable;

namespace IntroBot.Teams.Proving;

/// <summary>What a verified token vouches for, to be held against the activity; <see cref="Anonymous"/> vouches for nothing and asks for nothing.</summary>
internal sealed record Proof(string? ServiceUrl, ImmutableArray<string> Endorsements)
{
    public static Proof Anonymous { get; } = new(null, []);
}
