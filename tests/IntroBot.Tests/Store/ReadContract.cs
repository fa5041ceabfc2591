using IntroBot.Ledger;
using static IntroBot.Tests.Store.Partition;

namespace IntroBot.Tests.Store;

/// <summary>What reading means, and how large things may be, on every store.</summary>
public abstract class ReadContract
{
    public static TheoryData<int> BodySizes => [0, 1, 512, 61_439, 61_440, 61_441, 122_880, 122_881, 300_000, Limits.RowBytes];

    [Fact]
    public async Task A_range_holds_its_start_and_not_its_end_in_the_order_of_the_key_s_characters()
    {
        var rows = await Fresh();
        foreach (var key in (string[])["o|2", "o|1", "o", "o|10", "p", "o-1", "o.1", "o_1", "o1", "oa"])
        {
            await rows.Put(key);
        }

        Assert.Equal(["o", "o-1", "o.1", "o1", "o_1", "oa", "o|1", "o|10", "o|2", "p"], await rows.Keys("", "~", 100));
        Assert.Equal(["o|1", "o|10", "o|2"], await rows.Keys("o|", "o}", 100));
        Assert.Equal(["o|1", "o|10"], await rows.Keys("o|1", "o|2", 100));
        Assert.Empty(await rows.Keys("q", "~", 100));
        Assert.Empty(await rows.Keys("p", "o", 100));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(20)]
    [InlineData(21)]
    public async Task Pages_are_full_until_the_last_and_the_last_one_says_so(int take)
    {
        var rows = await Fresh();
        var keys = Enumerable.Range(0, 21).Select(n => $"e|{n:d3}").ToList();
        await rows.Commit([.. keys.Select(key => new Write.Insert(key, Body(key))), new Write.Insert("head", Body("{}"))]);
        Assert.Equal(keys, await rows.Keys("e|", "e}", take));
        Assert.Null((await rows.Query("e|", "e}", 21)).Continuation);
    }

    [Fact]
    public async Task A_thousand_rows_make_one_page()
    {
        var rows = await Fresh();
        for (var hundred = 0; hundred < 21; hundred++)
        {
            await rows.Commit([.. Enumerable.Range(hundred * 100, 100).Select(n => new Write.Insert($"{n:d4}", Body("{}")))]);
        }

        await rows.Put("9999");
        Assert.Equal([.. Enumerable.Range(0, 2100).Select(n => $"{n:d4}"), "9999"], await rows.Keys("0", "~", 1000));
        Assert.Equal((1000, null), await Size(rows.Query("0", "1000", 1000)));
        Assert.Equal((1000, "0999"), await Size(rows.Query("0", "1001", 1000)));
    }

    [Fact]
    public async Task A_continuation_stays_good_when_its_row_is_deleted_and_rows_come_after_it()
    {
        var rows = await Fresh();
        await rows.Commit([.. Enumerable.Range(1, 6).Select(n => new Write.Insert($"e|{n}", Body("{}")))]);
        var first = await rows.Query("e|", "e}", 2);
        await rows.Commit(new Write.Delete("e|2"), new Write.Delete("e|3"), new Write.Insert("e|25", Body("{}")), new Write.Insert("e|15", Body("{}")));
        var second = await rows.Query("e|", "e}", 2, first.Continuation);
        Assert.Equal(["e|25", "e|4"], second.Rows.Select(row => row.Key));
        Assert.Equal(["e|5", "e|6"], (await rows.Query("e|", "e}", 2, second.Continuation)).Rows.Select(row => row.Key));
    }

    [Fact]
    public async Task A_query_gives_whole_rows()
    {
        var rows = await Fresh();
        var op = Guid.NewGuid();
        var etag = (await rows.Commit(op, new Write.Insert("head", Body("""{"a":1}""")))).ETags[0];
        var row = Assert.Single((await rows.Query("", "~", 1)).Rows);
        Assert.Equal((rows.Name, "head", etag, op, 1), (row.Partition, row.Key, row.ETag, row.Op, row.Version));
        Assert.Equal("""{"a":1}"""u8, row.Body.Span);
    }

    [Theory]
    [MemberData(nameof(BodySizes))]
    public async Task A_body_of_any_bytes_and_size_comes_back_as_it_was(int size)
    {
        var rows = await Fresh();
        var body = new byte[size];
        new Random(size).NextBytes(body);
        var inserted = await rows.Commit(new Write.Insert("head", body));
        Assert.Equal(body, (await rows.Get("head"))!.Body.ToArray());
        var shorter = body[..(size / 3)];
        await rows.Commit(new Write.Replace("head", shorter, inserted.ETags[0]!), new Write.Insert("e|1", body));
        Assert.Equal(shorter, (await rows.Get("head"))!.Body.ToArray());
        Assert.Equal(body, (await rows.Get("e|1"))!.Body.ToArray());
    }

    [Fact]
    public async Task The_largest_commit_is_accepted()
    {
        var rows = await Fresh();
        var writes = Enumerable.Range(0, Limits.Writes).Select(n => new Write.Insert(Longest($"e{n:d2}"), new byte[Limits.CommitBytes / Limits.Writes])).ToArray();
        Assert.True((await (rows with { Name = Longest(rows.Name) }).Commit(writes)).Committed);
        var few = Enumerable.Range(0, Limits.CommitBytes / Limits.RowBytes).Select(n => new Write.Insert($"e|{n}", new byte[Limits.RowBytes])).ToArray();
        Assert.True((await rows.Commit(few)).Committed);
        Assert.Equal(few.Length, (await rows.Query("", "~", 1000)).Rows.Count);
    }

    [Fact]
    public async Task A_key_may_use_the_whole_alphabet()
    {
        var rows = await Fresh();
        const string key = "abcdefghijklmnopqrstuvwxyz0123456789._|-";
        var named = rows with { Name = key + rows.Name };
        await named.Put(key, "here");
        Assert.Equal("here", await named.Text(key));
        Assert.Equal([key], await named.Keys("a", "b", 10));
        await named.Commit(new Write.Delete(key));
        Assert.Null(await named.Get(key));
    }

    [Fact]
    public async Task What_either_store_would_refuse_is_refused_before_it_is_sent()
    {
        var rows = await Fresh();
        foreach (var (why, ask) in Broken(rows))
        {
            await Assert.ThrowsAsync<ArgumentException>(ask);
            Assert.Empty((await rows.Query("", "~", 1)).Rows.Select(row => why + row.Key));
        }
    }

    protected abstract Task<IStore> Open();

    private static string Longest(string start) => start.PadRight(Limits.KeyLength, '|');

    private static IEnumerable<(string Why, Func<Task> Ask)> Broken(Partition rows)
    {
        static Write[] Inserts(int count, int size) => [.. Enumerable.Range(0, count).Select(n => new Write.Insert($"{n}", new byte[size]))];
        var fine = Inserts(1, 1);
        foreach (var key in (string[])["", "A", "a/b", "a\\b", "a#b", "a?b", "a%b", "a+b", "a'b", "a b", "é", "a\nb", "a}", new string('a', Limits.KeyLength + 1)])
        {
            yield return ($"key {key}", () => rows.Commit(new Write.Upsert(key, Body("{}"))));
            yield return ($"partition {key}", () => (rows with { Name = key }).Commit(fine));
            yield return ($"get {key}", () => rows.Get(key));
            yield return ($"get in {key}", () => (rows with { Name = key }).Get("head"));
            yield return ($"query in {key}", () => (rows with { Name = key }).Query("", "~", 1));
            yield return ($"continuation {key}", () => rows.Query("", "~", 1, key));
        }

        yield return ("no write", () => rows.Commit());
        yield return ("no op", () => rows.Commit(Guid.Empty, fine));
        yield return ("no table", () => (rows with { Table = (Table)99 }).Commit(fine));
        yield return ("a row twice", () => rows.Commit(new Write.Insert("a", Body("{}")), new Write.Delete("a")));
        yield return ("too many", () => rows.Commit(Inserts(Limits.Writes + 1, 1)));
        yield return ("a large body", () => rows.Commit(Inserts(1, Limits.RowBytes + 1)));
        yield return ("a large commit", () => rows.Commit(Inserts(10, (Limits.CommitBytes / 10) + 1)));
        yield return ("nothing to take", () => rows.Query("", "~", 0));
        yield return ("too much to take", () => rows.Query("", "~", Limits.Take + 1));
        yield return ("no end", () => rows.Query("", "", 1));
        yield return ("a start outside", () => rows.Query("A", "~", 1));
        yield return ("an end outside", () => rows.Query("", "é", 1));
    }

    private static async Task<(int Count, string? Continuation)> Size(Task<Page> page) => ((await page).Rows.Count, (await page).Continuation);

    private async Task<Partition> Fresh() => Partition.Fresh(await Open());
}
