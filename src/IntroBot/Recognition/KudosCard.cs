using System.Collections.Immutable;
using IntroBot.Conversation;
using IntroBot.Programmes;

namespace IntroBot.Recognition;

/// <summary>A thank-you with the people it names. <paramref name="OwnWords"/> are the recruiter's own, null when there are none (any more).</summary>
public sealed record Thanks(Kudos Kudos, Person Introducer, Person By, Bilingual? Route, string? OwnWords);

/// <summary>The public post: words about the act, in the channel's language. Wording varies with the thank-you's id, so a repeat reads the same.</summary>
public static class KudosCard
{
    private static readonly string[] s_plain = [nameof(Words.Kudos1), nameof(Words.Kudos2), nameof(Words.Kudos3), nameof(Words.Kudos4), nameof(Words.Kudos5)];
    private static readonly string[] s_first = [nameof(Words.KudosFirst1), nameof(Words.KudosFirst2), nameof(Words.KudosFirst3)];

    /// <summary>One post for one or several thanks.</summary>
    public static Card Draw(IReadOnlyList<Thanks> thanks, Language language)
    {
        var say = Phrases.In(language);
        var lines = thanks.Select(one => (Line: Sentence(one, say), one.OwnWords, one.By)).ToList();
        var summary = thanks.Count == 1 ? lines[0].Line : new Line([.. say.Line(nameof(Words.KudosGathered)).Runs, .. thanks.SelectMany(static (one, index) => new Run[] { new Run.Said(index == 0 ? " " : ", "), new Run.Mention(one.Introducer) })]);
        var parts = ImmutableArray.CreateBuilder<Part>();
        if (thanks.Count > 1)
        {
            parts.Add(new Part.Heading(say.Text(nameof(Words.KudosGathered))));
        }

        foreach (var (line, ownWords, by) in lines)
        {
            parts.Add(new Part.Paragraph(line));
            if (ownWords is not null)
            {
                parts.Add(new Part.Quote(Line.Typed(ownWords)));
                parts.Add(new Part.Aside(say.Line(nameof(Words.KudosSaidBy), by)));
            }
        }

        return new Card(language, summary, parts.ToImmutable());
    }

    /// <summary>The same thank-you for an introducer who prefers it in private.</summary>
    public static Card Private(Thanks thanks, Language language)
    {
        var card = Draw([thanks], language);
        return card with { Parts = card.Parts.Add(new Part.Aside(Phrases.In(language).Line(nameof(Words.KudosInPrivate)))) };
    }

    private static Line Sentence(Thanks thanks, Phrases say)
    {
        if (thanks.Route is not { } route)
        {
            return say.Line(nameof(Words.KudosDiscreet), thanks.Introducer);
        }

        var wordings = thanks.Kudos.First ? s_first : s_plain;
        var wording = wordings[thanks.Kudos.Id.Aggregate(0, static (sum, letter) => ((sum * 31) + letter) & 0xffff) % wordings.Length];
        return say.Line(wording, thanks.Introducer, thanks.By, route.In(say.Language));
    }
}
