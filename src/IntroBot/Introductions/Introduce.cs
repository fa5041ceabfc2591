using System.Collections.Immutable;
using IntroBot.Agreements;
using IntroBot.Conversation;
using IntroBot.Ledger;
using IntroBot.Programmes;

namespace IntroBot.Introductions;

/// <summary>An employee introduces somebody: who agreed, on their word; or who is asked first, on a page of their own. The request's id makes the introduction's, so a repeat finds the first and answers the same.</summary>
public sealed class Introduce(Indexes indexes, IntroductionReader reader, ContactLinks links, Outbox outbox, Keys keys, Programme programme, TimeProvider time)
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
        var details = DetailsOf(input);
        await links.Keep(id, introduction.Link!, cancellation);
        var happened = new Event(0, Steps.Introduce, introducer.Id, now, platform, introduction.State, introduction.State, input.Route);
        var effects = Effects.Of(introduction, new Decision.Change(introduction, Steps.Introduce) { Details = details, Joins = !input.Asks }, happened, [], programme);
        introduction = introduction with { Next = new Counters(1, effects.Count, 0) };
        var result = await outbox.Commit(
            new Aggregate(Table.Intro, id.Value),
            [
                new Write.Insert(IntroductionRows.Head, Json.Write(introduction)),
                new Write.Insert(IntroductionRows.Details, Json.WriteApart(details)),
                new Write.Insert(IntroductionRows.Event(0), Json.Write(happened)),
                new Write.Insert(IntroductionRows.Request(request), Json.Write(new CarriedOut(now, Steps.Introduce))),
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
    public Details DetailsOf(IntroduceInput input) =>
        new(input.Contact, input.Address?.Typed, input.Note, input.Address is { } address ? keys.Contact(address.Kind, address.Normal) : []);

    private Introduction New(IntroductionId id, string code, PersonId introducer, PlatformKind platform, IntroduceInput input, DateTimeOffset now)
    {
        var introduction = new Introduction
        {
            Id = id,
            Code = code,
            Introducer = introducer,
            Platform = platform,
            Route = input.Route,
            CreatedAt = now,
            WaitingSince = now,
            State = input.Asks ? State.AwaitingAgreement : State.Waiting,
            About = input.About,
            Location = input.Location,
            Relation = input.Relation,
            ContactLanguage = input.Language,
            Deeds = [new Deed(Steps.Introduce, introducer, now)],
        };
        return introduction.With(links.Next(introduction, input.Asks ? LinkPurpose.Invite : LinkPurpose.Word));
    }

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
