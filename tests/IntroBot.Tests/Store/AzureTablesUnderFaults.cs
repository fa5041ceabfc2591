using IntroBot.Ledger;
using static IntroBot.Tests.Store.Partition;

namespace IntroBot.Tests.Store;

/// <summary>Azure Tables when the network or the service fails: a commit is never told the wrong thing, and never done twice.</summary>
public sealed class Azure_Tables_under_faults(Azurite azurite)
{
    public static MatrixTheoryData<string, Fault> EachKindAndFault => new(
        ["insert", "replace", "upsert", "delete", "delete with ETag", "all four", "insert and upsert", "two deletes"],
        [Fault.None, Fault.AnswerLost, Fault.AnswerTooLate, Fault.DoneAnd500, Fault.RequestLost, Fault.Refused500, Fault.Refused503]);

    [Theory]
    [MemberData(nameof(EachKindAndFault))]
    public async Task A_sending_that_fails_once_is_a_commit_done_once(string kind, Fault fault)
    {
        var (rows, wire, writes) = await Arrange(kind);
        wire.Plan = (request, sending) => request.Method != HttpMethod.Get && sending == 0 ? fault : Fault.None;
        await Done(rows, writes, await rows.Commit(writes));
    }

    [Theory]
    [MemberData(nameof(EachKindAndFault))]
    public async Task When_every_sending_fails_a_commit_is_done_if_it_happened_and_unknown_if_nobody_can_tell(string kind, Fault fault)
    {
        var (rows, wire, writes) = await Arrange(kind);
        var before = (await rows.Query("", "~", 100)).Rows.Select(row => (row.Key, row.ETag)).ToList();
        wire.Plan = (request, _) => request.Method == HttpMethod.Get ? Fault.None : fault;
        if (fault is Fault.RequestLost or Fault.Refused500 or Fault.Refused503)
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(() => rows.Commit(writes));
            wire.Plan = (_, _) => Fault.None;
            Assert.Equal(before, (await rows.Query("", "~", 100)).Rows.Select(row => (row.Key, row.ETag)));
        }
        else
        {
            await Done(rows, writes, await rows.Commit(writes));
        }
    }

    [Theory]
    [InlineData("insert", Outcome.Exists)]
    [InlineData("replace", Outcome.Stale)]
    [InlineData("delete with ETag", Outcome.Stale)]
    [InlineData("all four", Outcome.Exists)]
    public async Task A_commit_that_lost_to_somebody_else_during_its_repetition_is_told_so(string kind, Outcome outcome)
    {
        var (rows, wire, writes) = await Arrange(kind);
        wire.Plan = (_, sending) => sending == 0 ? Fault.Refused503 : Fault.None;
        wire.Before = sending => sending == 1 ? Rival(rows, writes[0].Key) : Task.CompletedTask;
        Assert.Equal(outcome, (await rows.Commit(writes)).Outcome);
        Assert.Equal("theirs", await rows.Text(writes[0].Key));
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_and_whose_row_somebody_then_replaced_is_still_done()
    {
        var (rows, wire, _) = await Arrange("insert");
        var head = (await rows.Get("head"))!.ETag;
        wire.Sent.Clear();
        wire.Plan = (_, sending) => sending == 0 ? Fault.AnswerLost : Fault.None;
        wire.Before = sending => sending == 1 ? Rival(rows, "head") : Task.CompletedTask;
        var result = await rows.Commit(new Write.Replace("head", Body("mine"), head), new Write.Insert("e|1", Body("event")));
        Assert.True(result.Committed);
        Assert.Equal(("theirs", "event"), (await rows.Text("head"), await rows.Text("e|1")));
        Assert.Equal(Outcome.Stale, (await rows.Commit(new Write.Replace("head", Body("no"), result.ETags[0]!))).Outcome);
        Assert.Equal(Outcome.Committed, (await rows.Commit(new Write.Replace("e|1", Body("mine"), result.ETags[1]!))).Outcome);
    }

    [Fact]
    public async Task A_delete_of_a_row_that_never_was_is_Missing_when_the_first_answer_came()
    {
        var (rows, wire, _) = await Arrange("insert");
        Assert.Equal(Outcome.Missing, (await rows.Commit(new Write.Delete("nowhere"))).Outcome);
        Assert.Equal((Outcome.Missing, 1), await Index(rows.Commit(new Write.Delete("gone"), new Write.Delete("nowhere"))));
        Assert.All(wire.Sent, method => Assert.NotEqual("GET", method));
    }

    [Fact]
    public async Task A_deletion_of_several_rows_repeated_while_one_is_left_is_not_called_done()
    {
        var (rows, wire, _) = await Arrange("insert");
        wire.Plan = (_, sending) => sending == 0 ? Fault.Refused503 : Fault.None;
        Assert.Equal((Outcome.Missing, 1), await Index(rows.Commit(new Write.Delete("gone"), new Write.Delete("nowhere"))));
        Assert.NotNull(await rows.Get("gone"));
    }

    [Fact]
    public async Task When_the_rows_cannot_be_read_again_the_outcome_is_unknown()
    {
        var (rows, wire, writes) = await Arrange("all four");
        wire.Plan = (request, _) => request.Method == HttpMethod.Get ? Fault.Refused503 : Fault.AnswerLost;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => rows.Commit(writes));
        wire.Plan = (_, _) => Fault.None;
        Assert.Equal("body of e|1", await rows.Text("e|1"));
    }

    [Fact]
    public async Task A_commit_on_its_way_outlives_the_request_that_asked_for_it()
    {
        var (rows, wire, writes) = await Arrange("all four");
        var slow = new TaskCompletionSource();
        using var gone = new CancellationTokenSource();
        wire.Before = _ => slow.Task;
        var commit = rows.Store.Commit(new Commit(rows.Table, rows.Name, Guid.NewGuid(), writes), gone.Token);
        await gone.CancelAsync();
        Assert.False(commit.IsCompleted);
        slow.SetResult();
        await Done(rows, writes, await commit);
    }

    [Theory]
    [InlineData(Fault.AnswerLost)]
    [InlineData(Fault.AnswerTooLate)]
    [InlineData(Fault.Refused500)]
    [InlineData(Fault.Refused503)]
    public async Task A_read_tries_again_and_then_says_that_the_store_is_unavailable(Fault fault)
    {
        var (rows, wire, _) = await Arrange("insert");
        wire.Plan = (_, sending) => sending is 0 or 2 ? fault : Fault.None;
        Assert.Equal("head", await rows.Text("head"));
        Assert.Equal(["also", "gone", "head"], await rows.Keys("", "~", 10));
        Assert.Equal(4, wire.Sent.Count);
        wire.Plan = (_, _) => fault;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => rows.Get("head"));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => rows.Query("", "~", 10));
    }

    [Fact]
    public async Task A_table_that_somebody_deleted_is_not_mistaken_for_an_empty_one()
    {
        var (rows, wire, writes) = await Arrange("all four");
        wire.Plan = (_, _) => Fault.TableGone;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => rows.Get("head"));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => rows.Query("", "~", 10));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => rows.Commit(writes));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => rows.Commit(New("e|1")));
    }

    [Fact]
    public async Task Pages_are_filled_however_the_service_cuts_them()
    {
        const int rounds = 60, seed = 20261123;
        var (rows, wire, _) = await Arrange("insert");
        var keys = Enumerable.Range(0, 40).Select(n => $"e|{n:d3}").ToList();
        await rows.Commit([.. keys.Select(key => new Write.Insert(key, Body(key)))]);
        var random = new Random(seed);
        wire.Plan = (_, sending) => random.Next(sending % 2 == 0 ? 6 : 4) switch
        {
            0 => Fault.EmptyPage,
            1 => Fault.ShortPage,
            4 => Fault.Refused503,
            5 => Fault.AnswerLost,
            _ => Fault.None,
        };
        for (var round = 0; round < rounds; round++)
        {
            var take = random.Next(1, 45);
            wire.Sent.Clear();
            Assert.Equal(keys, await rows.Keys("e|", "e}", take));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"n = {rounds} readings of {keys.Count} rows, seed {seed}");
    }

    // Rows 'head', 'gone' and 'also' stand there; the writes of a kind change them.
    private async Task<(Partition Rows, FaultyWire Wire, Write[] Writes)> Arrange(string kind)
    {
        var wire = new FaultyWire();
        var rows = Partition.Fresh(await azurite.Store(wire.Options()));
        var (head, gone) = (await rows.Put("head", "head"), await rows.Put("gone", "gone"));
        await rows.Put("also", "also");
        Write[] writes = kind switch
        {
            "insert" => [New("e|1")],
            "replace" => [new Write.Replace("head", Body("body of head"), head)],
            "upsert" => [new Write.Upsert("head", Body("body of head"))],
            "delete" => [new Write.Delete("gone")],
            "delete with ETag" => [new Write.Delete("gone", gone)],
            "all four" => [New("e|1"), new Write.Delete("gone", gone), new Write.Upsert("m", Body("body of m")), new Write.Replace("head", Body("body of head"), head)],
            "insert and upsert" => [new Write.Upsert("head", Body("body of head")), New("e|1")],
            _ => [new Write.Delete("gone", gone), new Write.Delete("also")],
        };
        wire.Sent.Clear();
        return (rows, wire, writes);
    }

    private static Write.Insert New(string key) => new(key, Body($"body of {key}"));

    // Committed, and each row is as written, under the ETag that the caller was given.
    private static async Task Done(Partition rows, Write[] writes, CommitResult result)
    {
        Assert.Equal((Outcome.Committed, -1, writes.Length), (result.Outcome, result.Index, result.ETags.Count));
        foreach (var (write, etag) in writes.Zip(result.ETags))
        {
            Assert.Equal(etag, (await rows.Get(write.Key))?.ETag);
            Assert.Equal(write is Write.Delete ? null : $"body of {write.Key}", await rows.Text(write.Key));
        }
    }

    // Somebody else writes a row, over a wire of their own, between two sendings.
    private async Task Rival(Partition rows, string key) => await (rows with { Store = await azurite.Store() }).Put(key, "theirs");

    private static async Task<(Outcome, int)> Index(Task<CommitResult> commit) => ((await commit).Outcome, (await commit).Index);
}
