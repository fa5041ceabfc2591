using System.Collections.Immutable;
using System.Globalization;
using IntroBot.Conversation;

namespace IntroBot.Programmes;

/// <summary>The programme as everybody in the organisation may read it. Of a discreet route it shows neither the channel nor the people.</summary>
internal static class ProgrammeCard
{
    private const int RoutesOnAPage = 8;
    private const int MostPeople = 8;
    private const int MostWords = 25;
    private const int HashShown = 8;

    /// <summary>A page: what holds for all on the first, then routes. Channels and people are mentioned when they are on the viewer's platform.</summary>
    public static Card Draw(Programme programme, InForce? standing, PlatformKind viewer, Language language, int page = 0)
    {
        var say = Phrases.In(language);
        var pages = (programme.Routes.Length + RoutesOnAPage - 1) / RoutesOnAPage;
        var shown = page > 0 && page < pages ? page : 0;
        var title = say.Line(nameof(Words.ProgrammeTitle), programme.Company);
        var parts = ImmutableArray.CreateBuilder<Part>();
        parts.Add(new Part.Heading(title.ToString()));
        if (shown == 0)
        {
            parts.AddRange(ForAll(programme, viewer, say));
        }

        foreach (var route in programme.Routes.Skip(shown * RoutesOnAPage).Take(RoutesOnAPage))
        {
            parts.Add(new Part.Divider());
            parts.AddRange(OfRoute(programme, route, viewer, say));
        }

        parts.Add(new Part.Aside(Origin(programme, standing, say)));
        if (shown + 1 < pages)
        {
            parts.Add(new Part.Actions(null, [new Button(ProgrammeInForce.More, say.Text(nameof(Words.ShowMore)), Value: (shown + 1).ToString(CultureInfo.InvariantCulture))]));
        }

        return new Card(language, title, parts.ToImmutable());
    }

    private static IEnumerable<Part> ForAll(Programme programme, PlatformKind viewer, Phrases say)
    {
        if (programme.Why is { } why)
        {
            yield return new Part.Paragraph(Line.Of(why.In(say.Language)));
        }

        var agreement = programme.Agreement == Agreement.Page ? nameof(Words.ProgrammeAgreementPage) : nameof(Words.ProgrammeAgreementWord);
        yield return new Part.Facts(
        [
            new Fact(say.Text(nameof(Words.ProgrammeAgreement)), say.Line(agreement)),
            new Fact(say.Text(nameof(Words.ProgrammeKudos)), Where(programme.Kudos.Channels, viewer, say)),
            .. programme.Thanks.IsEmpty ? [] : new[] { new Fact(say.Text(nameof(Words.ProgrammeTokens)), Line.Of(string.Join(" · ", programme.Thanks.Select(token => Token(token, say))))) },
            new Fact(say.Text(nameof(Words.ProgrammeLimit)), say.Count(programme.Limits.PerDay, nameof(Words.ProgrammeLimitOne), nameof(Words.ProgrammeLimitMany))),
            new Fact(say.Text(nameof(Words.ProgrammeOwners)), Who(programme, programme.Owners, viewer, say)),
            .. Longer(programme, say).Select(line => new Fact(say.Text(nameof(Words.ProgrammeRetention)), line)),
        ]);
    }

    /// <summary>What is kept for longer than usual, in a sentence; none when nothing is.</summary>
    public static IEnumerable<Line> Longer(Programme programme, Phrases say) =>
        programme.Retention.Longer.Select(static key => "retention." + key).ToList() is { Count: > 0 } longer ? [say.Line(nameof(Words.KeptLonger), string.Join(", ", longer))] : [];

    private static IEnumerable<Part> OfRoute(Programme programme, Route route, PlatformKind viewer, Phrases say)
    {
        var title = new Run.Said(route.Title.In(say.Language), Strong: true);
        if (route.Discreet)
        {
            yield return new Part.Paragraph(new Line([title, .. say.Line(nameof(Words.Colon)).Runs, .. say.Line(nameof(Words.ProgrammeDiscreet)).Runs]));
        }
        else
        {
            yield return new Part.Paragraph(new Line([title, .. say.Line(nameof(Words.Colon)).Runs, .. Where(route.Channels, viewer, say).Runs]));
        }

        var facts = FactsOf(programme, route, viewer, say).ToImmutableArray();
        if (!facts.IsEmpty)
        {
            yield return new Part.Facts(facts);
        }
    }

    private static IEnumerable<Fact> FactsOf(Programme programme, Route route, PlatformKind viewer, Phrases say)
    {
        if (route.Name == Route.General)
        {
            yield return new Fact(say.Text(nameof(Words.ProgrammeTakes)), say.Line(nameof(Words.ProgrammeTakesTheRest)));
        }
        else if (!route.Takes.IsEmpty)
        {
            yield return new Fact(say.Text(nameof(Words.ProgrammeTakes)), Line.Of(string.Join(", ", route.Takes.Take(MostWords)) + (route.Takes.Length > MostWords ? "…" : "")));
        }

        if (route.Discreet)
        {
            yield break;
        }

        yield return new Fact(say.Text(nameof(Words.ProgrammeAnswers)), Who(programme, route.Recruiters, viewer, say));
        if (route.Fallback is { } fallback)
        {
            yield return new Fact(say.Text(nameof(Words.ProgrammeFallback)), Who(programme, [fallback], viewer, say));
        }
    }

    private static Line Where(Channels channels, PlatformKind viewer, Phrases say) =>
        channels.On(viewer) switch
        {
            null => say.Line(nameof(Words.ProgrammeOtherPlatform)),

            // Teams tells its bots no channel's name, and an id says nothing.
            { Platform: PlatformKind.Teams } => say.Line(nameof(Words.ProgrammeSomeChannel)),
            { } channel => new Line([new Run.Channel(channel)]),
        };

    private static Line Who(Programme programme, ImmutableArray<PersonRef> people, PlatformKind viewer, Phrases say)
    {
        var named = people.Select(person => Named(programme, person, viewer)).OfType<Run>().Take(MostPeople).ToList();
        var rest = people.Length - named.Count;
        return rest == 0 ? Line.List(named)
            : named.Count == 0 ? say.Count(rest, nameof(Words.ProgrammeColleague), nameof(Words.ProgrammeColleagues))
            : new Line([.. Line.List(named).Runs, .. say.Count(rest, nameof(Words.ProgrammeAndOne), nameof(Words.ProgrammeAndMore)).Runs]);
    }

    /// <summary>A person by address or as the viewer's platform mentions them; null for an account the viewer's platform does not know.</summary>
    private static Run? Named(Programme programme, PersonRef person, PlatformKind viewer)
    {
        if (person is PersonRef.ByEmail email)
        {
            return new Run.Said(email.Address);
        }

        var home = (viewer == PlatformKind.Slack ? programme.Organisation.Slack : programme.Organisation.Teams).FirstOrDefault();
        if (person is not PersonRef.ByAccount account || account.Platform != viewer || home is null)
        {
            return null;
        }

        var at = new Account(viewer, home, account.User);
        return new Run.Mention(new Person(Ids.Person(at), account.User, at));
    }

    private static string Token(TokenOfThanks token, Phrases say) => say.Text(
        token.After switch
        {
            Milestone.First => nameof(Words.ProgrammeTokenFirst),
            Milestone.ThreeMonths => nameof(Words.ProgrammeTokenThreeMonths),
            _ => nameof(Words.ProgrammeTokenYear),
        },
        token.Name.In(say.Language));

    private static Line Origin(Programme programme, InForce? standing, Phrases say)
    {
        var hash = programme.Hash[..Math.Min(HashShown, programme.Hash.Length)];
        return standing switch
        {
            null => say.Line(nameof(Words.ProgrammeFile), programme.File, hash),
            { Replaced: { } replaced } => say.Line(nameof(Words.ProgrammeReplaced), programme.File, hash, When(replaced, programme, say)),
            _ => say.Line(nameof(Words.ProgrammeSince), programme.File, hash, When(standing.Since, programme, say)),
        };
    }

    private static string When(DateTimeOffset at, Programme programme, Phrases say) =>
        $"{say.Day(at, programme.Zone)} {TimeZoneInfo.ConvertTime(at, programme.Zone).Year.ToString(CultureInfo.InvariantCulture)}";
}
