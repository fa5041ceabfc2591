using IntroBot.Conversation;
using IntroBot.Programmes;

namespace IntroBot.Introductions;

/// <summary>Who is to answer an introduction that waits: whom it was passed to, else a few of the route's recruiters.</summary>
public sealed class WhoAnswers(Platforms platforms, LinkAccounts links, Programme programme, TimeProvider time)
{
    private const int Most = 3;
    private static readonly TimeSpan s_glance = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_message = TimeSpan.FromSeconds(4);

    /// <summary>Whom it was passed to, where a platform knows them; null when it was passed to nobody.</summary>
    public async Task<Person?> PassedTo(Introduction introduction, CancellationToken cancellation) =>
        Found(introduction) is { } found && await platforms.Resolve(found, cancellation) is { } profile ? await links.Who(profile, cancellation) : null;

    /// <summary>The people.</summary>
    /// <exception cref="PlatformUnavailableException">The platforms do not say.</exception>
    public Task<IReadOnlyList<Person>> Named(Introduction introduction, Route route, CancellationToken cancellation) => Few(Found(introduction) is { } person ? [person] : route.Recruiters, cancellation);

    /// <summary>Who is asked when they do not answer: the route's fallback, else the owners.</summary>
    /// <exception cref="PlatformUnavailableException">The platforms do not say.</exception>
    public Task<IReadOnlyList<Person>> Backing(Route route, CancellationToken cancellation) => Few(route.Fallback is { } fallback ? [fallback] : programme.Owners, cancellation);

    /// <summary>Their names, "Léa or Ravi"; the team when the platforms do not say in time, since a list does not wait for that.</summary>
    public async Task<Line> Line(Introduction introduction, Phrases say, CancellationToken cancellation)
    {
        var route = programme.FindRoute(introduction.Route) ?? programme.General;
        return Story.Answerers(await Within(s_glance, introduction, route, cancellation), route, say);
    }

    /// <summary>The people for a private message, which is not held back when a platform does not say: then there are none.</summary>
    public Task<IReadOnlyList<Person>> ForAMessage(Introduction introduction, Route route, CancellationToken cancellation) => Within(s_message, introduction, route, cancellation);

    private async Task<IReadOnlyList<Person>> Within(TimeSpan patience, Introduction introduction, Route route, CancellationToken cancellation)
    {
        try
        {
            return await Named(introduction, route, cancellation).WaitAsync(patience, time, cancellation);
        }
        catch (Exception unsaid) when (unsaid is PlatformUnavailableException or TimeoutException)
        {
            return [];
        }
    }

    private async Task<IReadOnlyList<Person>> Few(IEnumerable<PersonRef> people, CancellationToken cancellation)
    {
        var named = new List<Person>();
        foreach (var (_, profile) in await platforms.Resolve(people, Most, cancellation))
        {
            named.Add(await links.Who(profile, cancellation));
        }

        return named;
    }

    private PersonRef? Found(Introduction introduction) => introduction.PassedTo is { } passed ? programme.Answerers().FirstOrDefault(person => person.ToString() == passed) : null;
}
