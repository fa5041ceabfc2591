using System.Collections.Immutable;
using System.Globalization;
using IntroBot.Agreements;
using IntroBot.Conversation;
using IntroBot.Homes;
using IntroBot.Ledger;
using IntroBot.Programmes;
using IntroBot.Recognition;
using IntroBot.Routes;

namespace IntroBot.Introductions;

/// <summary>Carries out what introductions owe. Everything is drawn from the state as it is when it is sent, so an edit that comes late says what is true.</summary>
public sealed class IntroductionEffects(
    IntroductionReader reader, Indexes indexes, People people, Platforms platforms, WhoAnswers answers, Programme programme, KudosQueue kudos, Joining joining, KeepHomeFresh homes, ContactLinks pages,
    AfterAnErasure erasure, NeverAgain never, Reports reports, Timers timers, AuditTrail audit)
{
    /// <summary>Carries an effect out.</summary>
    public async Task<EffectResult> Perform(IntroductionId id, Effect effect, CancellationToken cancellation)
    {
        if (await reader.Load(id, cancellation) is not { Introduction: var introduction })
        {
            return EffectResult.Done.Nothing;
        }

        var happened = effect.Data.TryGetValue("event", out var number) ? await reader.Event(id, int.Parse(number, CultureInfo.InvariantCulture), cancellation) : null;
        return effect.Kind switch
        {
            Effects.Tell => await Tell(introduction, happened!, effect, cancellation),
            Effects.Card => await Show(introduction, Round(effect), effect, cancellation),
            Effects.Note => await Note(introduction, happened!, effect, cancellation),
            Effects.Report => await reports.Keep(introduction, happened!, Key(introduction, effect), cancellation),
            Effects.Block => await never.Keep(introduction, happened!, effect.Data["contact"], cancellation),
            Effects.Erased => await erasure.Conclude(introduction, happened!, effect.Data["contacts"], effect.Data["links"], cancellation),
            Effects.Wake => await Wake(introduction, cancellation),
            Effects.Nudge => await Nudge(introduction, Round(effect), effect, cancellation),
            Effects.Index => await Index(introduction, effect, cancellation),
            Effects.Audit => await Audit(introduction, happened!, cancellation),
            Effects.Thank => await kudos.Thank(introduction, happened!, cancellation),
            Effects.Join => await joining.Join(introduction, cancellation),
            Effects.Unjoin => await joining.Unjoin(introduction, effect.Data["contact"], cancellation),
            _ => new EffectResult.Refused("unknown effect " + effect.Kind),
        };
    }

    private async Task<EffectResult> Tell(Introduction introduction, Event happened, Effect effect, CancellationToken cancellation)
    {
        if (!Story.Reaches(introduction, happened))
        {
            return EffectResult.Done.Nothing;
        }

        var introducer = await people.Get(introduction.Introducer, cancellation);
        if (introducer.Account.User.Length == 0)
        {
            // Whoever asked to be forgotten is not written to.
            return EffectResult.Done.Nothing;
        }

        var route = programme.FindRoute(happened.Route) ?? programme.General;
        var answerers = happened.Step is Steps.Introduce or Steps.Pass or Steps.Agree ? await answers.ForAMessage(introduction, route, cancellation) : [];
        var sentence = happened.Step is Steps.NotNow or Steps.AskIntroducer ? await reader.Text(introduction.Id, happened.Text, cancellation) : null;
        var actor = await people.Get(happened.By, cancellation);
        return (await platforms.Tell(introducer, introduction.Platform, language => Story.Tell(introduction, happened, programme, language, answerers, sentence, actor, pages.Url(introduction)), Key(introduction, effect), cancellation)).ToResult();
    }

    // A card that somebody took away is posted anew, as long as there is something to do on it.
    private async Task<EffectResult> Show(Introduction introduction, int round, Effect effect, CancellationToken cancellation)
    {
        if (platforms.On(Place(effect)) is not { } platform)
        {
            return EffectResult.Done.Nothing;
        }

        var posted = (await reader.Cards(introduction.Id, cancellation)).Where(card => card.Round == round && card.Message.Channel.Platform == platform.Kind).ToList();
        var route = programme.FindRoute(introduction.Route) ?? programme.General;
        var card = await Draw(introduction, round, route, cancellation);
        var forget = new List<Write>();
        foreach (var known in posted.ToList())
        {
            switch (await platform.Edit(known.Message, card, cancellation))
            {
                case Delivery.Sent:
                    break;
                case Delivery.Gone:
                    posted.Remove(known);
                    forget.Add(new Write.Delete(IntroductionRows.Message(known.Message)));
                    break;
                case var delivery:
                    return delivery.ToResult();
            }
        }

        return posted.Count == 0 && round == introduction.Round && introduction.HasCard && route.Channels.On(platform.Kind) is { } channel
            ? (await platform.Post(channel, card, null, Key(introduction, effect), cancellation)).ToResult(message =>
                [.. forget, new Write.Upsert(IntroductionRows.Message(message), Json.Write(new PostedCard(message, round)))])
            : new EffectResult.Done(forget);
    }

    private async Task<EffectResult> Nudge(Introduction introduction, int round, Effect effect, CancellationToken cancellation)
    {
        if (round != introduction.Round || introduction.State != State.Waiting || await answers.PassedTo(introduction, cancellation) is not { } person)
        {
            return EffectResult.Done.Nothing;
        }

        var say = Phrases.In(programme.LanguageOf(programme.FindRoute(introduction.Route) ?? programme.General));
        return await Reply(introduction, effect, [person], null, Card.Of(say.Language, say.Line(nameof(Words.PassedToYou), person, introduction.DisplayCode)), cancellation);
    }

    // Whoever carried it is spoken to; before that, the route's recruiters.
    private async Task<EffectResult> Note(Introduction introduction, Event happened, Effect effect, CancellationToken cancellation)
    {
        var route = programme.FindRoute(happened.Route) ?? programme.General;
        if (happened.Step == Steps.Answer)
        {
            return await Answered(introduction, happened, effect, cancellation);
        }

        if (Reminders.Is(happened.Step) && !Reminders.Holds(introduction, happened))
        {
            return EffectResult.Done.Nothing;
        }

        var whom = happened.Step == Steps.AskFallback ? await answers.Backing(route, cancellation)
            : effect.Data["claimer"] is { Length: > 0 } claimer ? [await people.Get(new PersonId(claimer), cancellation)]
            : await answers.Named(introduction, route, cancellation);
        var say = Phrases.In(programme.LanguageOf(route));
        var spokenTo = whom.Count > 0 ? say.Either([.. whom.Select(static person => new Line([new Run.Mention(person)]))]) : say.Line(nameof(Words.TeamOf), route.Title.In(say.Language));
        var line = RecruiterNote.Line(introduction, happened, spokenTo, programme, say);
        Part.Actions? steps = Reminders.Is(happened.Step) ? IntroductionCard.Actions(introduction, say, static _ => true) : null;
        var last = (await reader.Events(introduction.Id, cancellation)).LastOrDefault(step => step.Seq < happened.Seq && whom.Any(person => person.Is(step.By)));
        return await Reply(introduction, effect, whom, last?.Platform, new Card(say.Language, line, [new Part.Paragraph(line), .. steps is null ? [] : new[] { steps }]), cancellation);
    }

    // The introducer's words, to whoever asked last; gone when they were erased meanwhile.
    private async Task<EffectResult> Answered(Introduction introduction, Event happened, Effect effect, CancellationToken cancellation)
    {
        if (await reader.Text(introduction.Id, happened.Text, cancellation) is not { } answer)
        {
            return EffectResult.Done.Nothing;
        }

        var asked = (await reader.Events(introduction.Id, cancellation)).Last(question => question.Step == Steps.AskIntroducer && question.Seq < happened.Seq);
        var asker = await people.Get(asked.By, cancellation);
        var say = Phrases.In(programme.LanguageOf(programme.FindRoute(introduction.Route) ?? programme.General));
        var line = say.Line(nameof(Words.AnswerInThread), asker, await people.Get(happened.By, cancellation));
        return await Reply(introduction, effect, [asker], asked.Platform, new Card(say.Language, line, [new Part.Paragraph(line), new Part.Quote(Line.Typed(answer))]), cancellation);
    }

    // In the thread of the card where they are; on both platforms, in one place: where they acted last, if that is known.
    private async Task<EffectResult> Reply(Introduction introduction, Effect effect, IReadOnlyList<Person> whom, PlatformKind? last, Card card, CancellationToken cancellation)
    {
        var route = programme.FindRoute(introduction.Route) ?? programme.General;
        var place = route.Channels.All.OrderByDescending(channel => channel.Platform == last).ThenByDescending(channel => whom.Any(person => person.On(channel.Platform) is not null)).First().Platform;
        var posted = (await reader.Cards(introduction.Id, cancellation)).FirstOrDefault(known => known.Round == Round(effect) && known.Message.Channel.Platform == place);
        return place == Place(effect) && posted is not null && platforms.On(place) is { } platform
            ? (await platform.Post(posted.Message.Channel, card, posted.Message, Key(introduction, effect), cancellation)).ToResult()
            : EffectResult.Done.Nothing;
    }

    private async Task<EffectResult> Wake(Introduction introduction, CancellationToken cancellation)
    {
        if (Deadlines.Next(introduction, programme) is { } next)
        {
            await timers.Plan(new Aggregate(Table.Intro, introduction.Id.Value), Clock.Kind, next.At, cancellation);
        }

        return EffectResult.Done.Nothing;
    }

    private async Task<EffectResult> Index(Introduction introduction, Effect effect, CancellationToken cancellation)
    {
        await indexes.Write(introduction, effect.Data["before"], cancellation);
        await homes.After(introduction, cancellation);
        return EffectResult.Done.Nothing;
    }

    private async Task<EffectResult> Audit(Introduction introduction, Event happened, CancellationToken cancellation)
    {
        await audit.Write(introduction, happened, cancellation);
        return EffectResult.Done.Nothing;
    }

    private async Task<Card> Draw(Introduction introduction, int round, Route route, CancellationToken cancellation)
    {
        var named = new Dictionary<PersonId, Person>();
        foreach (var id in IntroductionCard.People(introduction))
        {
            named[id] = await people.Get(id, cancellation);
        }

        return IntroductionCard.Draw(introduction, round, programme, programme.LanguageOf(route), await answers.PassedTo(introduction, cancellation), id => named[id]);
    }

    private static PlatformKind Place(Effect effect) => Enum.Parse<PlatformKind>(effect.Data["platform"]);

    private static int Round(Effect effect) => int.Parse(effect.Data["round"], CultureInfo.InvariantCulture);

    private static string Key(Introduction introduction, Effect effect) => $"{introduction.Id}-{effect.Seq}";
}
