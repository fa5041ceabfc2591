using System.Collections.Immutable;
using System.Globalization;
using IntroBot.Conversation;
using IntroBot.Ledger;
using IntroBot.Programmes;
using IntroBot.Recognition;

namespace IntroBot.Introductions;

/// <summary>Carries out what introductions owe. Everything is drawn from the state as it is when it is sent, so an edit that comes late says what is true.</summary>
public sealed class IntroductionEffects(IStore store, IntroductionReader reader, Indexes indexes, People people, Platforms platforms, LinkAccounts links, Programme programme, KudosQueue kudos, Joining joining, Func<Guid> newOp)
{
    private const int NamedAnswerers = 3;

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
        if (introduction.Muted)
        {
            return EffectResult.Done.Nothing;
        }

        var introducer = await people.Get(introduction.Introducer, cancellation);
        var route = programme.FindRoute(happened.Route) ?? programme.General;
        var answerers = happened.Step is Steps.Introduce or Steps.Pass ? await Named(Answerers(introduction, route), cancellation) : [];
        var sentence = happened.Step == Steps.NotNow ? await reader.Text(introduction.Id, happened.Text, cancellation) : null;
        var actor = await people.Get(happened.By, cancellation);
        return (await platforms.Tell(introducer, introduction.Platform, language => Story.Tell(introduction, happened, programme, language, answerers, sentence, actor), Key(introduction, effect), cancellation)).ToResult();
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

        return posted.Count == 0 && round == introduction.Round && introduction.State != State.Withdrawn && route.Channels.On(platform.Kind) is { } channel
            ? (await platform.Post(channel, card, null, Key(introduction, effect), cancellation)).ToResult(message =>
                [.. forget, new Write.Upsert(IntroductionRows.Message(message), Json.Write(new PostedCard(message, round)))])
            : new EffectResult.Done(forget);
    }

    private async Task<EffectResult> Nudge(Introduction introduction, int round, Effect effect, CancellationToken cancellation)
    {
        if (round != introduction.Round || introduction.State != State.Waiting || await PassedTo(introduction, cancellation) is not { } person)
        {
            return EffectResult.Done.Nothing;
        }

        var route = programme.FindRoute(introduction.Route) ?? programme.General;
        var say = Phrases.In(programme.LanguageOf(route));
        // Where they are; on both platforms, in one place.
        var place = route.Channels.All.OrderByDescending(channel => person.On(channel.Platform) is not null).First().Platform;
        var posted = (await reader.Cards(introduction.Id, cancellation)).FirstOrDefault(card => card.Round == round && card.Message.Channel.Platform == place);
        return place == Place(effect) && posted is not null && platforms.On(posted.Message.Channel.Platform) is { } platform
            ? (await platform.Post(posted.Message.Channel, Card.Of(say.Language, say.Line(nameof(Words.PassedToYou), person, introduction.DisplayCode)), posted.Message, Key(introduction, effect), cancellation)).ToResult()
            : EffectResult.Done.Nothing;
    }

    private async Task<EffectResult> Index(Introduction introduction, Effect effect, CancellationToken cancellation)
    {
        await indexes.Write(introduction, cancellation);
        if (effect.Data.TryGetValue("since", out var since))
        {
            await indexes.Remove(introduction, effect.Data["route"], effect.Data["claimer"], since, cancellation);
        }

        return EffectResult.Done.Nothing;
    }

    private async Task<EffectResult> Audit(Introduction introduction, Event happened, CancellationToken cancellation)
    {
        var partition = happened.At.UtcDateTime.ToString("yyyyMM", CultureInfo.InvariantCulture) + "|" + (introduction.Id.Value[^1] % 8).ToString(CultureInfo.InvariantCulture);
        var key = $"{Instants.Ticks(happened.At)}|{introduction.Id}|{happened.Seq.ToString("D10", CultureInfo.InvariantCulture)}";
        await store.Commit(new Commit(Table.Audit, partition, newOp(), [new Write.Insert(key, Json.Write(happened))]), cancellation);
        return EffectResult.Done.Nothing;
    }

    private async Task<Card> Draw(Introduction introduction, int round, Route route, CancellationToken cancellation)
    {
        var named = new Dictionary<PersonId, Person>();
        foreach (var id in IntroductionCard.People(introduction))
        {
            named[id] = await people.Get(id, cancellation);
        }

        return IntroductionCard.Draw(introduction, round, programme, programme.LanguageOf(route), await PassedTo(introduction, cancellation), id => named[id]);
    }

    private async Task<Person?> PassedTo(Introduction introduction, CancellationToken cancellation) =>
        introduction.PassedTo is { } passed && programme.Answerers().FirstOrDefault(person => person.ToString() == passed) is { } found && await platforms.Resolve(found, cancellation) is { } profile
            ? await links.Who(profile, cancellation) : null;

    private async Task<IReadOnlyList<Person>> Named(IEnumerable<PersonRef> people, CancellationToken cancellation)
    {
        var named = new List<Person>();
        foreach (var (_, profile) in await platforms.Resolve(people, NamedAnswerers, cancellation))
        {
            named.Add(await links.Who(profile, cancellation));
        }

        return named;
    }

    private ImmutableArray<PersonRef> Answerers(Introduction introduction, Route route) =>
        introduction.PassedTo is { } passed && programme.Answerers().FirstOrDefault(person => person.ToString() == passed) is { } person ? [person] : route.Recruiters;

    private static PlatformKind Place(Effect effect) => Enum.Parse<PlatformKind>(effect.Data["platform"]);

    private static int Round(Effect effect) => int.Parse(effect.Data["round"], CultureInfo.InvariantCulture);

    private static string Key(Introduction introduction, Effect effect) => $"{introduction.Id}-{effect.Seq}";
}
