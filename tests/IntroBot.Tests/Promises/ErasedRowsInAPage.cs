using IntroBot.Agreements;
using IntroBot.Introductions;
using IntroBot.Ledger;
using IntroBot.Storage.Sqlite;

namespace IntroBot.Tests.Promises;

/// <summary>Promise 22 where it is hardest: rows that come and go beside others in the same pages of the SQLite file.</summary>
public sealed class ErasedRowsInAPage(ITestOutputHelper output) : IDisposable
{
    private static readonly bool Proves = Environment.GetEnvironmentVariable("PROVE") == "1";
    private readonly string _folder = Directory.CreateTempSubdirectory("introbot-").FullName;

    [Fact]
    public async Task Among_many_others_that_come_and_go_no_byte_of_an_erased_row_survives() => Assert.Equal(0, await Survivors(Json.WriteApart));

    [Fact]
    public async Task Beside_other_rows_in_a_page_some_bytes_would_survive() => Assert.NotEqual(0, await Survivors(Json.Write));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>How many of the erased rows some byte of the file still knows.</summary>
    private async Task<int> Survivors(Func<Details, ReadOnlyMemory<byte>> write)
    {
        var (rows, random) = (Proves ? 20_000 : 2_000, new Random(22));
        using var store = SqliteStore.Open(Path.Combine(_folder, "many.db"), TimeProvider.System);
        var alive = new List<string>();
        for (var i = 0; i < rows; i++)
        {
            var id = $"{random.NextInt64():x16}";
            var details = new Details("canary" + id, null, $"{new string('x', random.Next(600))}canary{id}", []);
            await store.Commit(new Commit(Table.Intro, id, Guid.NewGuid(), [new Write.Insert("head", "{}"u8.ToArray()), new Write.Insert("pii", write(details))]), CancellationToken.None);
            alive.Add(id);
            if (random.Next(3) > 0)
            {
                var at = random.Next(alive.Count);
                await store.Commit(new Commit(Table.Intro, alive[at], Guid.NewGuid(), [new Write.Delete("pii")]), CancellationToken.None);
                alive.RemoveAt(at);
            }
        }

        await store.ScrubLog();
        var bytes = RawBytes.Of(_folder);
        var found = System.Text.RegularExpressions.Regex.Matches(bytes, "canary([0-9a-f]{16})").Select(static match => match.Groups[1].Value).ToHashSet();
        var erased = found.Except(alive).Count();
        output.WriteLine($"promise 22: n = {rows} rows, {rows - alive.Count} erased, seed 22: {erased} of the erased found in {bytes.Length} bytes");
        Assert.Equal(alive.Count, found.Intersect(alive).Count());
        return erased;
    }
}
