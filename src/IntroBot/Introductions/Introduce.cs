using System.Collections.Immutable;
using IntroBot.Conversation;
using IntroBot.Ledger;
using IntroBot.Programmes;

namespace IntroBot.Introductions;

/// <summary>An employee introduces somebody who agreed. The request's id makes the introduction's, so a repeat finds the first and answers the same.</summary>
public sealed class Introduce(Indexes indexes, IntroductionReader reader, Outbox outbox, Keys keys, Programme programme, TimeProvider time)
{
    private const int Draws = 10;

    /// <summary>Makes the introduction; false when the person has reached the day's limit and there is no introduction.</summary>
    public async Task<bool> Run(string request, Person introducer, PlatformKind platform, IntroduceInput input, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var id = keys.Introduction(request);
        var count = indexes.CountSince(introducer, StartOfDay(now), programme.Limits.PerDay, cancellation);
        var code = Code(id, cancellation);
        if (await count >= programme.Limits.PerDay)
        {
            await code;
            return await reader.Load(id, cancellation) is not null;
        }

        var introduction = New(id, await code, introducer.Id, platform, input, now);
        var happened = new Event(0, Steps.Introduce, introducer.Id, now, platform, State.Waiting, State.Waiting, input.Route);
        var effects = Effects.Of(introduction, new Decision.Change(introduction, Steps.Introduce) { Details = DetailsOf(input) }, happened, [], programme.Organisation.Platforms);
        introduction = introduction with { Deeds = [new Deed(Steps.Introduce, introducer.Id, now)], Next = new Counters(1, effects.Count, 0) };
        var result = await outbox.Commit(
            new Aggregate(Table.Intro, id.Value),
            [
                new Write.Insert(IntroductionRows.Head, Json.Write(introduction)),
                new Write.Insert(IntroductionRows.Details, Json.Write(DetailsOf(input))),
                new Write.Insert(IntroductionRows.Event(0), Json.Write(happened)),
                new Write.Insert(IntroductionRows.Request(request), Json.Write(new { at = now })),
            ],
            effects,
            cancellation);
        if (result.Committed)
        {
            await indexes.EnterMine(introduction, cancellation);
        }

        return true;
    }

    /// <summary>The details a form yields, with the partitions its address has in the table of contacts.</summary>
    public Details DetailsOf(IntroduceInput input) => new(input.Contact, input.Address.Typed, input.Note, keys.Contact(input.Address.Kind, input.Address.Normal));

    private static Introduction New(IntroductionId id, string code, PersonId introducer, PlatformKind platform, IntroduceInput input, DateTimeOffset now) => new()
    {
        Id = id, Code = code, Introducer = introducer, Platform = platform, Route = input.Route, CreatedAt = now, WaitingSince = now,
        About = input.About, Location = input.Location, Relation = input.Relation,
    };

    private async Task<string> Code(IntroductionId id, CancellationToken cancellation)
    {
        for (var draw = 0; draw < Draws; draw++)
        {
            if (await indexes.Reserve(keys.Code(id, draw), id, cancellation))
            {
                return keys.Code(id, draw);
            }
        }

        throw new StoreUnavailableException("no free code in ten draws");
    }

    private DateTimeOffset StartOfDay(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, programme.Zone).Date;
        return new DateTimeOffset(local, programme.Zone.GetUtcOffset(local));
    }
}
