using IntroBot.Ledger;
using IntroBot.Programmes;
using IntroBot.Tests.Store;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Programmes;

public class PuttingItInForce
{
    private static readonly DateTimeOffset _monday = new(2026, 11, 23, 13, 5, 0, TimeSpan.Zero);
    private readonly MemoryStore _store = new();
    private readonly FakeTimeProvider _clock = new(_monday);
    private readonly Programme _first = Example.Read(Example.Least + "\nzone: Europe/Paris # first\n");
    private readonly Programme _second = Example.Read(Example.Least + "\nzone: Europe/Paris # second\n");

    [Fact]
    public async Task A_file_is_in_force_since_the_first_host_started_with_it()
    {
        Assert.Equal(_monday, await Enter(_first));
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(_monday, await Enter(_first));
    }

    [Fact]
    public async Task A_newer_file_replaces_the_one_in_force()
    {
        await Enter(_first);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(_monday.AddDays(1), await Enter(_second));
        Assert.Equal(_monday.AddDays(1), await Enter(_second));
    }

    [Fact]
    public async Task A_replaced_file_is_refused_with_the_moment_it_was_replaced()
    {
        await Enter(_first);
        _clock.Advance(TimeSpan.FromDays(1));
        await Enter(_second);
        _clock.Advance(TimeSpan.FromDays(1));
        await Enter(Example.Read(Example.Least + "\nzone: Europe/Paris # third\n"));
        var refused = await Assert.ThrowsAsync<ProgrammeException>(() => Enter(_first));
        Assert.Equal(
            "programme.yaml: this file was replaced by a newer one on 2026-11-24 at 14:05 (Europe/Paris), so this host does not start with it. Give it the newer file. "
            + "To go back to this one on purpose, change a line of it, for example a comment with today's date, so that it counts as new.",
            refused.Message);
    }

    [Fact]
    public async Task Line_ends_and_a_byte_order_mark_make_no_new_file()
    {
        await Enter(_first);
        var windows = Example.Read("\uFEFF" + (Example.Least + "\nzone: Europe/Paris # first\n").ReplaceLineEndings("\r\n"));
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(_monday, await Enter(windows));
    }

    [Fact]
    public async Task A_host_that_lost_the_race_to_the_same_file_starts_with_it()
    {
        var racing = new RacingStore(_store, () => Enter(_first));
        Assert.Equal(_monday, await new ProgrammeGate(racing, _clock, Guid.NewGuid).Enter(_first, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_host_that_lost_the_race_to_another_file_replaces_it_and_both_are_remembered()
    {
        var racing = new RacingStore(_store, () => Enter(_first));
        await new ProgrammeGate(racing, _clock, Guid.NewGuid).Enter(_second, TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<ProgrammeException>(() => Enter(_first));
    }

    [Fact]
    public async Task Many_hosts_that_start_at_once_agree_on_one_file_in_force()
    {
        const int Files = 8;
        var files = Enumerable.Range(0, Files).Select(i => Example.Read($"{Example.Least}\nzone: Europe/Paris # {i}\n")).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 10 * Files).Select(i => Task.Run(() => EnterOrBeRefused(files[i % Files]))));
        var allowed = new List<int>();
        for (var i = 0; i < Files; i++)
        {
            if (await EnterOrBeRefused(files[i]))
            {
                allowed.Add(i);
            }
        }

        Assert.Single(allowed);
        var seen = await _store.Query(Table.Config, "programme", "h|", "h}", 100, null, TestContext.Current.CancellationToken);
        Assert.Equal(Files, seen.Rows.Count);
    }

    private Task<DateTimeOffset> Enter(Programme programme) => new ProgrammeGate(_store, _clock, Guid.NewGuid).Enter(programme, TestContext.Current.CancellationToken);

    private async Task<bool> EnterOrBeRefused(Programme programme)
    {
        try
        {
            await Enter(programme);
            return true;
        }
        catch (ProgrammeException)
        {
            return false;
        }
    }

    /// <summary>Lets somebody else commit just before the first commit.</summary>
    private sealed class RacingStore(IStore inner, Func<Task> before) : IStore
    {
        private bool _raced;

        public Task<Row?> Get(Table table, string partition, string key, CancellationToken cancellation) => inner.Get(table, partition, key, cancellation);

        public Task<Page> Query(Table table, string partition, string from, string to, int take, string? continuation, CancellationToken cancellation) =>
            inner.Query(table, partition, from, to, take, continuation, cancellation);

        public async Task<CommitResult> Commit(Commit commit, CancellationToken cancellation)
        {
            if (!_raced)
            {
                _raced = true;
                await before();
            }

            return await inner.Commit(commit, cancellation);
        }
    }
}
