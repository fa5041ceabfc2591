using System.Collections.Immutable;
using System.Globalization;
using IntroBot.Conversation;

namespace IntroBot;

/// <summary>The words in one language. Keys are <c>nameof(Words.X)</c>, so a missing one does not compile.</summary>
public sealed class Phrases
{
    private static readonly Phrases s_english = new(Language.En, "en-GB");
    private static readonly Phrases s_french = new(Language.Fr, "fr-FR");
    private readonly CultureInfo _culture;

    private Phrases(Language language, string culture)
    {
        Language = language;
        _culture = CultureInfo.GetCultureInfo(culture);
    }

    /// <summary>The language.</summary>
    public Language Language { get; }

    /// <summary>The words in this language.</summary>
    public static Phrases In(Language language) => language == Language.Fr ? s_french : s_english;

    /// <summary>A sentence as plain text; people by name.</summary>
    public string Text(string key, params ReadOnlySpan<object> values) => Line(key, values).ToString();

    /// <summary>A sentence of which <c>{0}</c>, <c>{1}</c>… are replaced: a <see cref="Person"/> is mentioned, a <see cref="Run"/> stands as it is, anything else is our own text.</summary>
    public Line Line(string key, params ReadOnlySpan<object> values)
    {
        var template = Words.ResourceManager.GetString(key, _culture) ?? throw new ArgumentException($"no words for {key}", nameof(key));
        var runs = ImmutableArray.CreateBuilder<Run>();
        var rest = template.AsSpan();
        for (var open = rest.IndexOf('{'); open >= 0; open = rest.IndexOf('{'))
        {
            Add(runs, rest[..open].ToString());
            runs.AddRange(RunsOf(values[rest[open + 1] - '0']));
            rest = rest[(open + 3)..];
        }

        Add(runs, rest.ToString());
        return new Line(runs.ToImmutable());
    }

    /// <summary>The singular or the plural, as the language counts (French: 0 and 1 are singular).</summary>
    public Line Count(int count, string one, string other) =>
        Line(count == 1 || (count == 0 && Language == Language.Fr) ? one : other, count.ToString(_culture));

    /// <summary>Several alternatives: "Léa, Ravi or Omar".</summary>
    public Line Either(IReadOnlyList<Line> lines)
    {
        var runs = ImmutableArray.CreateBuilder<Run>();
        for (var i = 0; i < lines.Count; i++)
        {
            Add(runs, i == 0 ? "" : i == lines.Count - 1 ? Text(nameof(Words.Or)) : ", ");
            runs.AddRange(lines[i].Runs);
        }

        return new Line(runs.ToImmutable());
    }

    /// <summary>A day in a time zone, such as "Tuesday 24 November" or « mardi 24 novembre ».</summary>
    public string Day(DateTimeOffset at, TimeZoneInfo zone) => Date(at, zone, "dddd d\u00a0MMMM");

    /// <summary>A short day, such as "24 Nov" or « 24 nov. ».</summary>
    public string ShortDay(DateTimeOffset at, TimeZoneInfo zone) => Date(at, zone, "d\u00a0MMM");

    /// <summary>A day with its year, such as "24 November 2026" or « 1er décembre 2026 ».</summary>
    public string FullDay(DateTimeOffset at, TimeZoneInfo zone) => Date(at, zone, "d\u00a0MMMM yyyy");

    /// <summary>A day with its year and the time, such as "24 November 2026, 10:15" or « 24 novembre 2026 à 10 h 15 ».</summary>
    public string Moment(DateTimeOffset at, TimeZoneInfo zone) => Date(at, zone, Language == Language.Fr ? "d\u00a0MMMM yyyy 'à' H\u00a0'h'\u00a0mm" : "d\u00a0MMMM yyyy, HH:mm");

    // French counts the first day of a month as the first, and only that.
    private string Date(DateTimeOffset at, TimeZoneInfo zone, string form)
    {
        var day = TimeZoneInfo.ConvertTime(at, zone);
        return day.ToString(Language == Language.Fr && day.Day == 1 ? form.Replace("d\u00a0MMM", "d'er'\u00a0MMM", StringComparison.Ordinal) : form, _culture);
    }

    // Whoever asked to be forgotten has no account to be mentioned by.
    private ImmutableArray<Run> RunsOf(object value) => value switch
    {
        Person { Account.User.Length: 0 } => [new Run.Said(Text(nameof(Words.FormerColleague)))],
        Person person => [new Run.Mention(person)],
        Run run => [run],
        Line line => line.Runs,
        _ => [new Run.Said((string)value)],
    };

    private static void Add(ImmutableArray<Run>.Builder runs, string text)
    {
        if (text.Length > 0)
        {
            runs.Add(new Run.Said(text));
        }
    }
}
