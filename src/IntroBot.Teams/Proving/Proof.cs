using System.Collections.Immutable;

namespace IntroBot.Teams.Proving;

/// <summary>What a verified token vouches for, to be held against the activity; <see cref="Anonymous"/> vouches for nothing and asks for nothing. A token that vouches for nothing is none the less signed, and refused.</summary>
internal sealed record Proof(string? ServiceUrl, ImmutableArray<string> Endorsements, bool IsSigned = true)
{
    public static Proof Anonymous { get; } = new(null, [], IsSigned: false);
}
