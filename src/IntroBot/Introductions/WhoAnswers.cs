using IntroBot.Conversation;
using IntroBot.Programmes;

namespace IntroBot.Introductions;

/// <summary>Who is to answer an introduction that waits: whom it was passed to, else a few of the route's recruiters.</summary>
public sealed class WhoAnswers(Platforms platforms, LinkAccounts links, Programme programme, TimeProvider time)
{
    private const int Few = 3;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    /// <summary>Whom it was passed to, where a platform knows them; null when it was passed to nobody.</summary>
    public async Task<Person?> PassedTo(Introduction introduction, CancellationToken cancellation) =>
        Found(introduction) is { } found && await platforms.Resolve(found, cancellation) is { } profile ? await links.Who(profile, cancellation) : null;

    /// <summary>The people.</summary>
    /// <exception cref="PlatformUnavailableException">The platforms do not say.</exception>
    public async Task<IReadOnlyList<Person>> Named(Introduction introduction, Route route, CancellationToken cancellation)
    {
        var named = new List<Person>();
        foreach (var (_, profile) in await platforms.Resolve(Found(introduction) is { } person ? [person] : route.Recruiters, Few, cancellation))
        {
            named.Add(await links.Who(profile, cancellation));
        }

        return named;
    }

    /// <summary>Their names, "Léa or Ravi"; the team when the platforms do not say in time, since a list does not wait for that.</summary>
    public async Task<Line> Line(Introduction introduction, Phrases say, CancellationToken cancellation)
    {
        var route = programme.FindRoute(introduction.Route) ?? programme.General;
        try
        {
            return Story.Answerers(await Named(introduction, route, cancellation).WaitAsync(s_patience, time, cancellation), route, say);
        }
        catch (Exception unsaid) when (unsaid is PlatformUnavailableException or TimeoutException)
        {
            return Story.Answerers([], route, say);
        }
    }

    private PersonRef? Found(Introduction introduction) => introduction.PassedTo is { } passed ? programme.Answerers().FirstOrDefault(person => person.ToString() == passed) : null;
}
