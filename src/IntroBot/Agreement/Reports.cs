using System.Collections.Immutable;
using IntroBot.Conversation;
using IntroBot.Introductions;
using IntroBot.Ledger;
using IntroBot.Programmes;

namespace IntroBot.Agreements;

/// <summary>What owners should know of without anybody being blamed: that a contact reports abuse (each is written to them), and how often contacts never agreed (a count). Rows of <c>idx</c>, <c>reports</c>.</summary>
public sealed class Reports(IStore store, People people, Platforms platforms, LinkAccounts links, Programme programme, TimeProvider time, Func<Guid> newOp)
{
    private const string Partition = "reports";
    private const int Most = 1000;
    private const int Owners = 5;
    private static readonly TimeSpan s_looks = TimeSpan.FromDays(365);

    /// <summary>Keeps it, and writes to the owners when it is abuse.</summary>
    public async Task<EffectResult> Keep(Introduction introduction, Event happened, string key, CancellationToken cancellation)
    {
        var row = new Write.Insert($"{Instants.Inverted(happened.At)}|{introduction.Id}|{happened.Step}", Json.Write(new Reported(introduction.DisplayCode, happened.Step, happened.At)));
        await store.Commit(new Commit(Table.Idx, Partition, newOp(), [row]), cancellation);
        return happened.Step == Steps.Abuse ? await Tell(introduction, key, cancellation) : EffectResult.Done.Nothing;
    }

    /// <summary>The last year's, as sentences for the doctor.</summary>
    public async Task<IReadOnlyList<Line>> Look(Phrases say, CancellationToken cancellation)
    {
        var page = await store.Query(Table.Idx, Partition, "0", Instants.Inverted(time.GetUtcNow() - s_looks) + "|~", Most, null, cancellation);
        var found = page.Rows.Select(Json.Read<Reported>).ToList();
        var denied = found.Count(static one => one.Step == Steps.Deny);
        return
        [
            .. denied == 0 ? [] : new[] { say.Count(denied, nameof(Words.DoctorDeniedOne), nameof(Words.DoctorDeniedOther)) },
            .. found.Where(static one => one.Step == Steps.Abuse).Take(10).Select(one => say.Line(nameof(Words.DoctorAbuse), new Run.Said(one.Code, Strong: true), say.ShortDay(one.At, programme.Zone))),
        ];
    }

    private async Task<EffectResult> Tell(Introduction introduction, string key, CancellationToken cancellation)
    {
        var introducer = await people.Get(introduction.Introducer, cancellation);
        EffectResult result = EffectResult.Done.Nothing;
        foreach (var (_, profile) in await platforms.Resolve(programme.Owners, Owners, cancellation))
        {
            var owner = await links.Who(profile, cancellation);
            Card Told(Language language) => Card.Of(language, Phrases.In(language).Line(nameof(Words.OwnerAbuse), new Run.Said(introduction.DisplayCode, Strong: true), introducer));
            if ((await platforms.Tell(owner, profile.Account.Platform, Told, key, cancellation)).ToResult() is not EffectResult.Done and var other)
            {
                result = other;
            }
        }

        return result;
    }

    private sealed record Reported(string Code, string Step, DateTimeOffset At);
}
