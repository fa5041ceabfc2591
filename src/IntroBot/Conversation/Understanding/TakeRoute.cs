using IntroBot.Programmes;

namespace IntroBot.Conversation.Understanding;

/// <summary>Where the introduction is to go: "to the sales team", "aux RH", "à l'équipe luxe". What says more than the route's name ("for the data role") stays in the note.</summary>
internal static class TakeRoute
{
    private const int MostWords = 8;

    public static void From(Reading reading)
    {
        foreach (var part in reading.Parts)
        {
            for (var at = part.From; at < part.To; at++)
            {
                if (reading.IsFree(at) && reading.Length(at, part.To, Kinds.Towards) is > 0 and var towards && at + towards < part.To && reading.Length(at + towards, part.To, Kinds.Towards) == 0)
                {
                    var end = at + towards;
                    while (end < part.To && end - at < MostWords + 6 && reading.IsFree(end) && !(reading.Is(end, Kinds.In) && end + 1 < part.To && reading.Length(end + 1, part.To, Kinds.Place | Kinds.Remote) > 0))
                    {
                        end++;
                    }

                    Read(reading, new Stretch(at, end), at + towards);
                }
            }
        }
    }

    /// <summary>Reads a stretch whose words "to the" end before <paramref name="from"/>.</summary>
    private static void Read(Reading reading, Stretch whole, int from)
    {
        var wanted = Trim(reading, new Stretch(from, whole.To), out var saysTeam, out var saysVacancy);
        if (!saysVacancy && (wanted.Length == 0 ? saysTeam && !IsAnyOne(reading, whole) : reading.Length(wanted.From, wanted.To, Kinds.Recruiting) == wanted.Length))
        {
            reading.Give(whole, Slot.Frame);
            return;
        }

        var words = wanted.Length is 0 or > MostWords ? [] : PlainWords.Of(reading.TextOf(wanted));
        var programme = reading.Programme;
        var named = programme.RouteTitled(words, partly: saysTeam);
        if (named is not null && !saysVacancy)
        {
            // The form shows one route: of a second one the words stay.
            reading.Give(whole, !Choose(reading, named) ? Slot.Note : reading.Length(wanted.From, wanted.To, Kinds.Place) > 0 ? Slot.None : Slot.Frame);
        }
        else if (words.Length > 0 && (saysTeam || saysVacancy || programme.Takes(words)) && programme.RouteFor(reading.TextOf(wanted)) is var route)
        {
            if (route.Name != Route.General)
            {
                Choose(reading, route);
            }

            reading.Give(whole, Slot.Note);
        }
    }

    /// <summary>"for a team" is about no team of ours.</summary>
    private static bool IsAnyOne(Reading reading, Stretch whole) => Enumerable.Range(whole.From, whole.Length).Any(at => reading.Tokens[at].Root is "a" or "an" or "un" or "une");

    /// <summary>Chooses the route unless one was chosen; whether it is the chosen one.</summary>
    private static bool Choose(Reading reading, Route route) => reading.Values.TryAdd(Slot.Route, route.Name) || reading.Values[Slot.Route] == route.Name;

    /// <summary>Leaves out determiners and words like "team" and "role" on either side.</summary>
    private static Stretch Trim(Reading reading, Stretch stretch, out bool saysTeam, out bool saysVacancy)
    {
        var (from, to) = stretch;
        (saysTeam, saysVacancy) = (false, false);
        for (var before = -1; before != to - from && from < to;)
        {
            before = to - from;
            if (reading.Length(from, to, Kinds.Recruiting) == before)
            {
                return new Stretch(from, to);
            }

            var (isFirst, isLast) = (IsFrame(reading, from, ref saysTeam, ref saysVacancy), to - 1 > from && IsFrame(reading, to - 1, ref saysTeam, ref saysVacancy));
            (from, to) = (isFirst ? from + 1 : from, isLast ? to - 1 : to);
        }

        return new Stretch(from, Math.Max(from, to));
    }

    private static bool IsFrame(Reading reading, int at, ref bool saysTeam, ref bool saysVacancy)
    {
        var (team, vacancy) = (reading.Is(at, Kinds.Team), reading.Is(at, Kinds.Vacancy));
        (saysTeam, saysVacancy) = (saysTeam || team, saysVacancy || vacancy);
        return team || vacancy || reading.Is(at, Kinds.Glue | Kinds.Mine);
    }
}
