using System.Text;
using IntroBot.Ledger;

namespace IntroBot.Tests.Store;

/// <summary>One partition of a store under test, fresh for each test, and the few words the tests need.</summary>
internal sealed record Partition(IStore Store, Table Table, string Name)
{
    public static Partition Fresh(IStore store) => new(store, Table.Intro, Guid.NewGuid().ToString("n"));

    public static ReadOnlyMemory<byte> Body(string text) => Encoding.UTF8.GetBytes(text);

    public Task<CommitResult> Commit(params Write[] writes) => Commit(Guid.NewGuid(), writes);

    public Task<CommitResult> Commit(Guid op, params Write[] writes) => Store.Commit(new Commit(Table, Name, op, writes), CancellationToken.None);

    public Task<Row?> Get(string key) => Store.Get(Table, Name, key, CancellationToken.None);

    public Task<Page> Query(string from, string to, int take, string? continuation = null) =>
        Store.Query(Table, Name, from, to, take, continuation, CancellationToken.None);

    /// <summary>Writes a row whatever stands there, and gives its ETag.</summary>
    public async Task<string> Put(string key, string text = "{}") => (await Commit(new Write.Upsert(key, Body(text)))).ETags[0]!;

    /// <summary>What stands in a row, as text; null when there is no row.</summary>
    public async Task<string?> Text(string key) => await Get(key) is { } row ? Encoding.UTF8.GetString(row.Body.Span) : null;

    /// <summary>All keys of a range, page by page.</summary>
    public async Task<List<string>> Keys(string from, string to, int take)
    {
        var (keys, continuation) = (new List<string>(), (string?)null);
        do
        {
            var page = await Query(from, to, take, continuation);
            keys.AddRange(page.Rows.Select(row => row.Key));
            Assert.True(page.Rows.Count == take || page.Continuation is null, "a page before the last is full");
            continuation = page.Continuation;
        }
        while (continuation is not null);
        return keys;
    }
}
