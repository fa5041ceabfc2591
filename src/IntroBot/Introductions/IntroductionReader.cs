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

    /// <summary>The step a request carried out; null when it carried out none.</summary>
    public async Task<string?> Step(IntroductionId id, string request, CancellationToken cancellation) =>
        await store.Get(Table.Intro, id.Value, IntroductionRows.Request(request), cancellation) is { } row ? Json.Read<CarriedOut>(row).Step : null;

    /// <summary>All that happened, in order.</summary>
    public async Task<IReadOnlyList<Event>> Events(IntroductionId id, CancellationToken cancellation) =>
        [.. (await store.Query(Table.Intro, id.Value, "e|", "e|~", 1000, null, cancellation)).Rows.Select(Json.Read<Event>)];

    /// <summary>Every row that is about the contact, as it stands: all but what is owed, and which requests were carried out.</summary>
    public async Task<IReadOnlyList<Row>> Everything(IntroductionId id, CancellationToken cancellation) =>
        [.. (await store.Query(Table.Intro, id.Value, "a", "~", 1000, null, cancellation)).Rows.Where(static row => row.Key is IntroductionRows.Head or IntroductionRows.Details || row.Key[..2] is "e|" or "m|" or "t|")];

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
