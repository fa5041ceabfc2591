using System.Collections.Immutable;

namespace IntroBot.Programmes;

/// <summary>One route, as the file has it.</summary>
internal static class RouteSection
{
    /// <summary>Reads a route; what it leaves out comes from the programme. <paramref name="recruiters"/> is null when the programme names none either.</summary>
    public static Route Read(Value value, ImmutableArray<PersonRef>? recruiters, WorkingHours hours)
    {
        var section = value.Section();
        var route = new Route(
            section.Need("name", "1 to 40 of a-z, 0-9 and -") is { } name ? Forms.Name(name) : "",
            section.Need("title", "the title in both languages, like { en: Technology, fr: Technologie }") is { } title ? Forms.Bilingual(title, 60) : new Bilingual("", ""),
            section.Find("takes")?.List(static word => word.Text(60), "words", 200) ?? [],
            Sections.Channels(section),
            section.Find("recruiters") is { } own ? Sections.Somebody(own) : recruiters ?? [],
            section.Find("fallback") is { } fallback ? Forms.Person(fallback) : null,
            section.Find("discreet")?.Flag() ?? false,
            section.Find("language") is { } language ? Forms.Language(language) : null,
            section.Find("hours") is { } given ? Sections.Hours(given, hours) : hours);
        if (value.Node is Yaml.Map)
        {
            Check(route, value, section, recruiters);
        }

        return route;
    }

    private static void Check(Route route, Value value, Section section, ImmutableArray<PersonRef>? recruiters)
    {
        if (section.Find("slack") is null && section.Find("teams") is null)
        {
            value.Wrong("expected a channel, like slack: C0TECH, found none");
        }

        if (route.Discreet && section.Find("recruiters") is null)
        {
            value.At("discreet").Wrong("a discreet route needs recruiters of its own, named here");
        }
        else if (section.Find("recruiters") is null && recruiters is null)
        {
            value.Wrong("nobody answers here: expected recruiters on the route, or for the whole programme");
        }
    }
}
