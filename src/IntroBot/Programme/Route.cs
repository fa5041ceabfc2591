using System.Collections.Immutable;
using IntroBot.Conversation;

namespace IntroBot.Programmes;

/// <summary>
/// Where introductions of one kind go. <paramref name="Name"/> matches <c>[a-z0-9-]{1,40}</c> and is what is stored. <paramref name="Takes"/> are the words that
/// point here, as the file has them. <paramref name="Recruiters"/> are those who may answer: the route's own, or else the programme's. A discreet route
/// always has its own, and its thanks say no more than "thank you for an introduction".
/// </summary>
public sealed record Route(
    string Name,
    Bilingual Title,
    ImmutableArray<string> Takes,
    Channels Channels,
    ImmutableArray<PersonRef> Recruiters,
    PersonRef? Fallback,
    bool Discreet,
    Language? Language,
    WorkingHours Hours)
{
    /// <summary>The name of the route that takes what nothing else does.</summary>
    public const string General = "general";
}
