using System.Collections.Immutable;
using IntroBot.Conversation;
using IntroBot.Programmes;

namespace IntroBot.Introductions;

/// <summary>The people an introduction's card names.</summary>
public delegate Person Naming(PersonId id);

/// <summary>The card recruiters work with, in their route's channel. It says what the contact does, never who they are.</summary>
public static class IntroductionCard
{
    /// <summary>Everybody the card names.</summary>
    public static IEnumerable<PersonId> People(Introduction introduction) =>
        introduction.Deeds.Select(static deed => deed.By).Append(introduction.Introducer).Concat(introduction.Claimer is { } claimer ? [claimer] : []).Distinct();

    /// <summary>The card as things stand. <paramref name="round"/> is the card's own; a former one says that it was passed on.</summary>
    public static Card Draw(Introduction introduction, int round, Programme programme, Language language, Person? passedTo, Naming name)
    {
        var say = Phrases.In(language);
        if (!introduction.HasCard)
        {
            return Card.Of(language, say.Line(introduction.State == State.Expired ? nameof(Words.CardExpired) : nameof(Words.CardWithdrawn), introduction.DisplayCode));
        }

        if (round < introduction.Round)
        {
            return Card.Of(language, say.Line(nameof(Words.CardPassedOn), introduction.DisplayCode, programme.FindRoute(introduction.Route)?.Title.In(language) ?? introduction.Route));
        }

        var summary = say.Line(nameof(Words.CardTitle), new Run.Said(introduction.DisplayCode, Strong: true), name(introduction.Introducer));
        var parts = ImmutableArray.CreateBuilder<Part>();
        parts.Add(new Part.Paragraph(summary));
        if (Facts(introduction, say) is { IsEmpty: false } facts)
        {
            parts.Add(new Part.Facts(facts));
        }

        if (introduction.Joined.Count > 0)
        {
            parts.Add(new Part.Aside(say.Line(nameof(Words.CardJoined), string.Join(", ", introduction.Joined))));
        }

        parts.Add(new Part.Paragraph(Standing.Sentence(introduction, programme, say, passedTo, name)));
        if (Actions(introduction, say, static _ => true) is { } actions)
        {
            parts.Add(actions);
        }

        if (introduction.Deeds.Count > 0)
        {
            parts.Add(new Part.Aside(History(introduction, programme, say, name)));
        }

        return new Card(language, summary, parts.ToImmutable());
    }

    /// <summary>What the card says of the contact.</summary>
    public static ImmutableArray<Fact> Facts(Introduction introduction, Phrases say)
    {
        var facts = ImmutableArray.CreateBuilder<Fact>();
        Add(nameof(Words.FactAbout), introduction.About);
        Add(nameof(Words.FactLocation), introduction.Location);
        Add(nameof(Words.FactRelation), introduction.Relation);
        return facts.ToImmutable();

        void Add(string label, string? value)
        {
            if (value is not null)
            {
                facts.Add(new Fact(say.Text(label), Line.Typed(value)));
            }
        }
    }

    /// <summary>The steps that lead on from here, of those that are <paramref name="offered"/>, with <paramref name="others"/> behind them; null when there are none.</summary>
    public static Part.Actions? Actions(Introduction introduction, Phrases say, Func<string, bool> offered, params ReadOnlySpan<MenuOption> others)
    {
        var (buttons, menu) = introduction.State switch
        {
            State.Waiting => (new[] { Steps.Claim }, new[] { Steps.Claim, Steps.Pass, Steps.AskIntroducer }),
            State.Acknowledged => ([Steps.Contact, Steps.Met, Steps.InProcess, Steps.Hired, Steps.NotNow], [Steps.Pass, Steps.AskIntroducer, Steps.TakeOver]),
            State.Met => ([Steps.Contact, Steps.InProcess, Steps.Hired, Steps.NotNow], [Steps.AskIntroducer, Steps.TakeOver]),
            State.InProcess => ([Steps.Contact, Steps.Hired, Steps.NotNow], [Steps.AskIntroducer, Steps.TakeOver]),
            State.Hired or State.NotNow when !introduction.Purged => ([Steps.Reopen, Steps.Contact], []),
            _ => ([], []),
        };
        ImmutableArray<MenuOption> options = [.. menu.Where(offered).Select(step => new MenuOption(step, StepWords.Option(step, say))), .. others];
        ImmutableArray<Button> pressed = [.. buttons.Where(offered).Select(step => new Button(step, StepWords.Button(step, say), step is Steps.Claim ? ButtonStyle.Primary : ButtonStyle.Plain))];
        return pressed.IsEmpty && options.IsEmpty ? null : new Part.Actions(introduction.Id, pressed, options.IsEmpty ? null : new Menu(say.Text(nameof(Words.MoreSteps), introduction.DisplayCode), options));
    }

    private static Line History(Introduction introduction, Programme programme, Phrases say, Naming name) => new(
    [
        .. introduction.Deeds.SelectMany((deed, index) =>
            (index == 0 ? [] : new Run[] { new Run.Said(" · ") })
            .Concat(say.Line(StepWords.Deed(deed), name(deed.By), say.ShortDay(deed.At, programme.Zone)).Runs)),
    ]);
}
