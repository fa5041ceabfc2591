using IntroBot.Ledger;
using static IntroBot.Tests.Store.Partition;

namespace IntroBot.Tests.Store;

/// <summary>What a commit means, on every store.</summary>
public abstract class CommitContract
{
    [Fact]
    public async Task What_is_committed_is_read_back_with_its_ETag_and_its_op()
    {
        var rows = await Fresh();
        var op = Guid.NewGuid();
        var result = await rows.Commit(op, new Write.Insert("head", Body("""{"state":"waiting"}""")));
        var row = await rows.Get("head");
        Assert.True(result.Committed);
        Assert.Equal((rows.Name, "head", result.ETags[0], op, 1), (row!.Partition, row.Key, row.ETag, row.Op, row.Version));
        Assert.Equal("""{"state":"waiting"}""", await rows.Text("head"));
    }

    [Fact]
    public async Task A_row_that_was_never_written_reads_as_null() => Assert.Null(await (await Fresh()).Get("head"));

    [Fact]
    public async Task An_insert_over_a_row_answers_Exists_and_leaves_it()
    {
        var rows = await Fresh();
        var etag = await rows.Put("head", "first");
        Assert.Equal((Outcome.Exists, 0), await Try(rows, new Write.Insert("head", Body("second"))));
        Assert.Equal(("first", etag), (await rows.Text("head"), (await rows.Get("head"))!.ETag));
    }

    [Fact]
    public async Task A_replace_wins_once_with_an_ETag()
    {
        var rows = await Fresh();
        var etag = await rows.Put("head", "first");
        Assert.Equal((Outcome.Committed, -1), await Try(rows, new Write.Replace("head", Body("second"), etag)));
        Assert.Equal((Outcome.Stale, 0), await Try(rows, new Write.Replace("head", Body("third"), etag)));
        Assert.Equal("second", await rows.Text("head"));
    }

    [Fact]
    public async Task A_replace_or_delete_of_a_row_that_is_gone_answers_Missing()
    {
        var rows = await Fresh();
        var etag = await rows.Put("head");
        Assert.Equal((Outcome.Committed, -1), await Try(rows, new Write.Delete("head", etag)));
        Assert.Equal((Outcome.Missing, 0), await Try(rows, new Write.Replace("head", Body("{}"), etag)));
        Assert.Equal((Outcome.Missing, 0), await Try(rows, new Write.Delete("head", etag)));
        Assert.Equal((Outcome.Missing, 0), await Try(rows, new Write.Delete("head")));
        Assert.Null(await rows.Get("head"));
    }

    [Fact]
    public async Task A_delete_with_an_old_ETag_answers_Stale_and_one_without_deletes_anyway()
    {
        var rows = await Fresh();
        var old = await rows.Put("head");
        await rows.Put("head", "newer");
        Assert.Equal((Outcome.Stale, 0), await Try(rows, new Write.Delete("head", old)));
        Assert.Equal("newer", await rows.Text("head"));
        Assert.Equal((Outcome.Committed, -1), await Try(rows, new Write.Delete("head")));
    }

    [Fact]
    public async Task An_upsert_writes_whatever_stands_there()
    {
        var rows = await Fresh();
        Assert.Equal((Outcome.Committed, -1), await Try(rows, new Write.Upsert("open", Body("first"))));
        Assert.Equal((Outcome.Committed, -1), await Try(rows, new Write.Upsert("open", Body("second"))));
        Assert.Equal("second", await rows.Text("open"));
    }

    [Fact]
    public async Task An_ETag_does_not_come_back_when_a_row_is_deleted_and_written_again()
    {
        var rows = await Fresh();
        var first = await rows.Put("head", "same");
        await rows.Commit(new Write.Delete("head"));
        Assert.NotEqual(first, await rows.Put("head", "same"));
        Assert.Equal((Outcome.Stale, 0), await Try(rows, new Write.Replace("head", Body("other"), first)));
    }

    [Fact]
    public async Task A_commit_of_all_four_kinds_applies_together_and_gives_each_written_row_its_ETag()
    {
        var rows = await Fresh();
        var (head, gone) = (await rows.Put("head"), await rows.Put("gone"));
        var result = await rows.Commit(
            new Write.Insert("e|1", Body("e")), new Write.Delete("gone", gone), new Write.Upsert("m", Body("m")), new Write.Replace("head", Body("h"), head));
        Assert.Equal([(await rows.Get("e|1"))!.ETag, null, (await rows.Get("m"))!.ETag, (await rows.Get("head"))!.ETag], result.ETags);
        Assert.Equal(["e|1", "head", "m"], await rows.Keys("", "~", 10));
    }

    [Theory]
    [InlineData("insert", Outcome.Exists)]
    [InlineData("replace", Outcome.Stale)]
    [InlineData("replace a missing row", Outcome.Missing)]
    [InlineData("delete", Outcome.Stale)]
    [InlineData("delete a missing row", Outcome.Missing)]
    public async Task A_refused_commit_names_the_write_and_leaves_nothing_behind(string refused, Outcome outcome)
    {
        var rows = await Fresh();
        var old = await rows.Put("there", "old");
        var (there, head, gone) = (await rows.Put("there", "now"), await rows.Put("head", "head"), await rows.Put("gone", "gone"));
        Write offending = refused switch
        {
            "insert" => new Write.Insert("there", Body("no")),
            "replace" => new Write.Replace("there", Body("no"), old),
            "replace a missing row" => new Write.Replace("nowhere", Body("no"), old),
            "delete" => new Write.Delete("there", old),
            _ => new Write.Delete("nowhere"),
        };
        Write[] fine = [new Write.Insert("e|1", Body("no")), new Write.Upsert("o|1", Body("no")), new Write.Replace("head", Body("no"), head), new Write.Delete("gone", gone)];
        for (var at = 0; at <= fine.Length; at++)
        {
            Assert.Equal((outcome, at), await Try(rows, [.. fine[..at], offending, .. fine[at..]]));
        }

        var left = (await rows.Query("", "~", 10)).Rows.Select(row => (row.Key, row.ETag));
        Assert.Equal([("gone", gone), ("head", head), ("there", there)], left);
    }

    [Fact]
    public async Task A_commit_sent_again_with_its_op_is_told_that_it_is_done()
    {
        var rows = await Fresh();
        var head = await rows.Put("head", "first");
        var op = Guid.NewGuid();
        Write[] writes = [new Write.Replace("head", Body("second"), head), new Write.Insert("e|1", Body("event"))];
        var first = await rows.Commit(op, writes);
        var again = await rows.Commit(op, writes);
        Assert.True(again.Committed);
        Assert.Equal(first.ETags, again.ETags);
        Assert.Equal((Outcome.Stale, 0), await Try(rows, writes));
    }

    [Fact]
    public async Task A_commit_sent_again_after_somebody_else_wrote_its_row_is_done_but_gives_no_power_over_that_row()
    {
        var rows = await Fresh();
        var op = Guid.NewGuid();
        Write[] writes = [new Write.Insert("e|1", Body("event")), new Write.Upsert("head", Body("mine"))];
        await rows.Commit(op, writes[0]);
        await rows.Put("head", "theirs");
        var again = await rows.Commit(op, writes);
        Assert.True(again.Committed);
        Assert.Equal((Outcome.Stale, 0), await Try(rows, new Write.Replace("head", Body("no"), again.ETags[1]!)));
    }

    [Fact]
    public async Task The_same_key_in_another_partition_or_table_is_another_row()
    {
        var rows = await Fresh();
        await rows.Put("head", "here");
        Assert.Null(await (rows with { Table = Table.Work }).Get("head"));
        Assert.Null(await (rows with { Name = rows.Name + "2" }).Get("head"));
        Assert.Empty((await (rows with { Name = rows.Name + "2" }).Query("", "~", 10)).Rows);
        Assert.Empty((await (rows with { Table = Table.KudosQ }).Query("", "~", 10)).Rows);
    }

    [Fact]
    public async Task Sixteen_writers_of_one_partition_lose_nothing_and_count_everything_once()
    {
        const int writers = 16, each = 10;
        var rows = await Fresh();
        await rows.Put("head", "0");
        var outcomes = await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(() => Count(rows, each))));
        Assert.Equal("160", await rows.Text("head"));
        Assert.Equal(Enumerable.Range(1, writers * each).Select(n => $"e|{n:d4}"), await rows.Keys("e|", "e}", 50));
        Assert.Equal(writers * each, (await rows.Keys("o|", "o}", 1000)).Count);
        Assert.DoesNotContain(outcomes.SelectMany(outcome => outcome), outcome => outcome is not (Outcome.Committed or Outcome.Stale));
    }

    [Fact]
    public async Task What_is_acknowledged_is_there_for_the_next_reader()
    {
        var rows = await Fresh();
        for (var n = 0; n < 200; n++)
        {
            Assert.True((await rows.Commit(new Write.Insert($"e|{n}", Body("{}")))).Committed);
            Assert.NotNull(await rows.Get($"e|{n}"));
        }
    }

    [Fact]
    public async Task A_commit_cancelled_before_it_is_sent_is_not_sent_and_afterwards_is_not_cancelled()
    {
        var rows = await Fresh();
        using var cancelled = new CancellationTokenSource();
        var commit = new Commit(rows.Table, rows.Name, Guid.NewGuid(), [new Write.Insert("head", Body("{}"))]);
        var sent = rows.Store.Commit(commit, cancelled.Token);
        await cancelled.CancelAsync();
        Assert.True((await sent).Committed);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rows.Store.Commit(commit with { Writes = [new Write.Insert("other", Body("{}"))] }, cancelled.Token));
        Assert.Equal(["head"], await rows.Keys("", "~", 10));
    }

    protected abstract Task<IStore> Open();

    private static async Task<(Outcome Outcome, int Index)> Try(Partition rows, params Write[] writes)
    {
        var result = await rows.Commit(writes);
        Assert.Equal(result.Committed ? writes.Length : 0, result.ETags.Count);
        return (result.Outcome, result.Index);
    }

    private static async Task<List<Outcome>> Count(Partition rows, int times)
    {
        var outcomes = new List<Outcome>();
        while (outcomes.Count(outcome => outcome == Outcome.Committed) < times)
        {
            var head = (await rows.Get("head"))!;
            var next = int.Parse(System.Text.Encoding.UTF8.GetString(head.Body.Span), System.Globalization.CultureInfo.InvariantCulture) + 1;
            outcomes.Add((await rows.Commit(
                new Write.Replace("head", Body($"{next}"), head.ETag), new Write.Insert($"e|{next:d4}", Body("{}")), new Write.Insert($"o|{next:d4}", Body("{}")))).Outcome);
        }

        return outcomes;
    }

    private async Task<Partition> Fresh() => Partition.Fresh(await Open());
}
