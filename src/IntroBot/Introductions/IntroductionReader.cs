using IntroBot.Conversation;
using IntroBot.Ledger;

namespace IntroBot.Introductions;

/// <summary>An introduction as loaded, with the ETag that guards the next write.</summary>
public sealed record Loaded(Introduction Introduction, string ETag);

/// <summary>Reads what an introduction's partition holds.</summary>
public sealed class IntroductionReader(IStore store)
{
    /// <summary>The head, or null.</summary>
    public async Task<Loaded?> Load(IntroductionId id, CancellationToken cancellation) =>
        await store.Get(Table.Intro, id.Value, IntroductionRows.Head, cancellation) is { } row ? new Loaded(Json.Read<Introduction>(row), row.ETag) : null;

    /// <summary>Who the contact is; null once erased. Every caller that shows it to somebody commits an audit entry first.</summary>
    public async Task<(Details Details, string ETag)?> Details(IntroductionId id, CancellationToken cancellation) =>
        await store.Get(Table.Intro, id.Value, IntroductionRows.Details, cancellation) is { } row ? (Json.Read<Details>(row), row.ETag) : null;

    /// <summary>Whether a request was carried out on it before.</summary>
    public async Task<bool> CarriedOut(IntroductionId id, string request, CancellationToken cancellation) =>
        await store.Get(Table.Intro, id.Value, IntroductionRows.Request(request), cancellation) is not null;

    /// <summary>An event, or null.</summary>
    public async Task<Event?> Event(IntroductionId id, int seq, CancellationToken cancellation) =>
        await store.Get(Table.Intro, id.Value, IntroductionRows.Event(seq), cancellation) is { } row ? Json.Read<Event>(row) : null;

    /// <summary>A sentence somebody typed; null when there is none or it was erased.</summary>
    public async Task<string?> Text(IntroductionId id, int? seq, CancellationToken cancellation) =>
        seq is { } number && await store.Get(Table.Intro, id.Value, IntroductionRows.Text(number), cancellation) is { } row ? Json.Read<Sentence>(row).Text : null;

    /// <summary>The keys of the sentences typed so far.</summary>
    public async Task<IReadOnlyList<string>> TextKeys(IntroductionId id, CancellationToken cancellation) =>
        [.. (await store.Query(Table.Intro, id.Value, "t|", "t|z", 1000, null, cancellation)).Rows.Select(static row => row.Key)];

    /// <summary>The cards posted so far.</summary>
    public async Task<IReadOnlyList<PostedCard>> Cards(IntroductionId id, CancellationToken cancellation) =>
        [.. (await store.Query(Table.Intro, id.Value, "m|", "m|~", 1000, null, cancellation)).Rows.Select(Json.Read<PostedCard>)];
}
