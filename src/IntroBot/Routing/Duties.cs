using System.Collections.Immutable;
using IntroBot.Conversation;
using IntroBot.Programmes;

namespace IntroBot.Routes;

/// <summary>What somebody looks after: the routes they answer on, and those they back as a fallback or an owner.</summary>
public sealed record Duties(ImmutableArray<Route> Answers, ImmutableArray<Route> Backs)
{
    /// <summary>The duties of a speaker; null for somebody who has none.</summary>
    public static Duties? Of(Speaker speaker, Programme programme)
    {
        var duties = new Duties(
            [.. programme.Routes.Where(route => programme.IsRecruiter(route, speaker.Profile))],
            [.. programme.Routes.Where(route => programme.IsFallback(route, speaker.Profile) || programme.IsOwner(speaker.Profile))]);
        return duties is { Answers.IsEmpty: true, Backs.IsEmpty: true } ? null : duties;
    }

    /// <summary>All of them.</summary>
    public IEnumerable<Route> Routes => Answers.Union(Backs);
}
