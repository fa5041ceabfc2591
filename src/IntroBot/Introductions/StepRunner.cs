using IntroBot.Agreements;
using IntroBot.Conversation;
using IntroBot.Ledger;
using IntroBot.Programmes;

namespace IntroBot.Introductions;

/// <summary>How a step ended: the introduction as it stands now, whether this request changed it (now, or when it came before), and the refusal's key when it did not.</summary>
public sealed record StepResult(Introduction Introduction, bool Changed, string? Refusal);

/// <summary>
/// Runs a step: loads the introduction, decides, and commits head, event, request id and everything owed in one transaction; whoever loses a race decides again on what stands there now.
/// </summary>
public sealed class StepRunner(IntroductionReader reader, People people, ContactLinks links, Programme programme, Outbox outbox, TimeProvider time)
{
    private const int Races = 20;

    // An erasure deletes them all in one commit.
    private const int MostSentences = 60;

    /// <summary>Runs the step of one request. A request that was carried out before changes nothing and ends as it did then. Whoever changes something is remembered, nobody else.</summary>
    /// <returns>Null when there is no such introduction.</returns>
    public async Task<StepResult?> Run(IntroductionId id, string request, Func<Introduction, Actor> act, Func<Introduction, Actor, DateTimeOffset, Decision> decide, CancellationToken cancellation)
    {
        for (var race = 0; race < Races; race++)
        {
            if (await reader.Load(id, cancellation) is not { } loaded)
            {
                return null;
            }

            var now = time.GetUtcNow();
            var actor = act(loaded.Introduction);
            switch (decide(loaded.Introduction, actor, now))
            {
                case Decision.Change { Sentence: not null } when loaded.Introduction.Next.Text >= MostSentences:
                    return new StepResult(loaded.Introduction, false, nameof(Words.EnoughSentences));
                case Decision.Change change:
                    await Prepare(loaded.Introduction, change.Next, actor, cancellation);
                    var (result, next) = await Commit(loaded, change, request, actor, now, cancellation);
                    if (result.Committed)
                    {
                        return new StepResult(next, true, null);
                    }

                    if (result.Outcome == Outcome.Exists)
                    {
                        return new StepResult(loaded.Introduction, true, null);
                    }

                    break;
                case var unchanged:
                    var before = await reader.CarriedOut(id, request, cancellation);
                    return new StepResult(loaded.Introduction, before, before ? null : (unchanged as Decision.Refusal)?.Word);
            }
        }

        throw new StoreUnavailableException("too many steps on one introduction at once");
    }

    /// <summary>What has to stand before the commit and means nothing without it: who acts, and where a new link leads.</summary>
    private async Task Prepare(Introduction from, Introduction next, Actor actor, CancellationToken cancellation)
    {
        if (actor.Profile is { } profile)
        {
            await people.Remember(actor.Person, profile, cancellation);
        }

        if (next.Link is { } link && link != from.Link)
        {
            await links.Keep(from.Id, link, cancellation);
        }
    }

    private async Task<(CommitResult Result, Introduction Next)> Commit(Loaded loaded, Decision.Change change, string request, Actor actor, DateTimeOffset now, CancellationToken cancellation)
    {
        var from = loaded.Introduction;
        int? text = change.Sentence is null ? null : from.Next.Text;
        var held = change.Erases || change.Details is not null ? await reader.Details(from.Id, cancellation) : null;
        var texts = change.Erases ? await reader.TextKeys(from.Id, cancellation) : [];
        var happened = new Event(
            from.Next.Event, change.Step, actor.Person.Id, now, actor.Profile?.Account.Platform, from.State, change.Next.State, change.Next.Route, change.Next.Reason, text, change.Evidence?.Notice, change.Evidence?.Language,
            change.Erases ? texts.Count + (held is null ? 0 : 1) : null);
        change = change with { Next = Lived(from, change, new Deed(change.Step, actor.Person.Id, now)) };
        var effects = Effects.Of(from, change, happened, held?.Details.Contacts ?? [], programme);
        var next = change.Next with { Next = new Counters(from.Next.Event + 1, from.Next.Effect + effects.Count, from.Next.Text + (text is null ? 0 : 1)) };
        List<Write> writes =
        [
            new Write.Replace(IntroductionRows.Head, Json.Write(next), loaded.ETag),
            new Write.Insert(IntroductionRows.Event(happened.Seq), Json.Write(happened)),
            new Write.Insert(IntroductionRows.Request(request), Json.Write(new CarriedOut(now, change.Step))),
            .. change.Sentence is null ? [] : new[] { new Write.Insert(IntroductionRows.Text(from.Next.Text), Json.WriteApart(new Sentence(change.Sentence))) },
            .. change.Details is null ? [] : new[] { new Write.Upsert(IntroductionRows.Details, Json.WriteApart(change.Details)) },
            .. change.Erases && held is not null ? [new Write.Delete(IntroductionRows.Details)] : Array.Empty<Write>(),
            .. texts.Select(static key => new Write.Delete(key)),
        ];
        return (await outbox.Commit(new Aggregate(Table.Intro, from.Id.Value), writes, effects, cancellation), next);
    }

    private static Introduction Lived(Introduction from, Decision.Change change, Deed deed) => change.Next with
    {
        Deeds = change.Next.State == State.Erased || !StepWords.IsDeed(change.Step) ? change.Next.Deeds : [.. change.Next.Deeds.TakeLast(11), deed],
        ClosedAt = change.Next.IsOpen ? null : from.IsOpen ? deed.At : from.ClosedAt,
    };
}
