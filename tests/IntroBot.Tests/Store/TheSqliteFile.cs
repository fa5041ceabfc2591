using System.Text;
using IntroBot.Ledger;
using IntroBot.Storage;
using IntroBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using static IntroBot.Tests.Store.Partition;

namespace IntroBot.Tests.Store;

/// <summary>What the one-file store promises beyond the contract: the disk, the restart, the single host, the erasure.</summary>
public sealed class The_SQLite_file : IDisposable
{
    private readonly TemporarySqlite _file = new();

    private Partition Rows => field ??= Fresh(_file.Store);

    [Fact]
    public async Task A_restart_finds_everything_and_the_ETags_still_hold()
    {
        var etag = (await Rows.Commit(new Write.Insert("head", Body("first")), new Write.Insert("e|1", Body("event")))).ETags[0]!;
        _file.Restart();
        var rows = Rows with { Store = _file.Store };
        Assert.Equal(("first", "event"), (await rows.Text("head"), await rows.Text("e|1")));
        Assert.True((await rows.Commit(new Write.Replace("head", Body("second"), etag))).Committed);
    }

    [Fact]
    public async Task An_ETag_from_before_a_restart_is_not_handed_out_again_even_when_the_clock_went_back()
    {
        var rows = Rows;
        var before = await rows.Put("head");
        _file.Restart(new FakeTimeProvider(new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        var after = await (rows with { Store = _file.Store }).Put("head");
        Assert.True(long.Parse(after, null) > long.Parse(before, null));
    }

    [Fact]
    public async Task An_ETag_is_not_handed_out_again_after_its_row_was_deleted_and_the_host_restarted()
    {
        var rows = Rows;
        var before = await rows.Put("head");
        await rows.Commit(new Write.Delete("head"));
        _file.Restart();
        Assert.NotEqual(before, await (rows with { Store = _file.Store }).Put("head"));
    }

    [Fact]
    public async Task A_second_host_is_refused_and_told_what_serves_several()
    {
        var refused = Assert.Throws<StorageSettingException>(() => SqliteStore.Open(_file.Path, TimeProvider.System));
        Assert.Equal($"Storage:Path: another IntroBot is using '{_file.Path}'. One SQLite file serves one host; to run several hosts, set Storage:Tables and use Azure Tables.", refused.Message);
        await Rows.Put("head");
        _file.Restart();
    }

    [Fact]
    public void A_commit_is_flushed_to_the_disk_before_it_is_acknowledged()
    {
        var path = Path.Combine(Path.GetDirectoryName(_file.Path)!, "other.db");
        using var writer = Database.OpenForWriting(path);
        Assert.Equal(("2", "wal", "1"), (writer.Ask("PRAGMA synchronous"), writer.Ask("PRAGMA journal_mode"), writer.Ask("PRAGMA secure_delete")));
    }

    [Fact]
    public async Task A_commit_whose_transaction_cannot_be_ended_is_not_acknowledged_and_the_next_is()
    {
        Beside("CREATE TABLE parent(id INTEGER PRIMARY KEY); CREATE TABLE child(id INTEGER REFERENCES parent(id) DEFERRABLE INITIALLY DEFERRED)");
        Beside("CREATE TRIGGER orphan AFTER INSERT ON rows WHEN new.key = 'orphan' BEGIN INSERT INTO child VALUES (1); END");
        var rows = Rows;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => rows.Commit(new Write.Insert("e|1", Body("{}")), new Write.Insert("orphan", Body("{}"))));
        Assert.Empty(await rows.Keys("", "~", 10));
        Assert.True((await rows.Commit(new Write.Insert("e|1", Body("{}")))).Committed);
    }

    [Theory]
    [InlineData("ABORT")]
    [InlineData("ROLLBACK")]
    public async Task A_commit_that_the_disk_refuses_is_unavailable_and_the_next_is_not(string how)
    {
        Beside($"CREATE TRIGGER full AFTER INSERT ON rows WHEN new.key = 'full' BEGIN SELECT RAISE({how}, 'the disk is full'); END");
        var rows = Rows;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => rows.Commit(new Write.Insert("e|1", Body("{}")), new Write.Insert("full", Body("{}"))));
        Assert.Empty(await rows.Keys("", "~", 10));
        Assert.True((await rows.Commit(new Write.Insert("e|1", Body("{}")))).Committed);
    }

    [Fact]
    public async Task Readers_do_not_wait_for_a_writer()
    {
        var rows = Rows;
        await rows.Put("head", "before");
        using var other = new SqliteConnection($"Data Source={_file.Path};Pooling=False");
        await other.OpenAsync(CancellationToken.None);
        other.Execute("BEGIN IMMEDIATE");
        var waiting = rows.Commit(new Write.Upsert("head", Body("after")));
        Assert.Equal("before", await rows.Text("head"));
        Assert.False(waiting.IsCompleted);
        other.Execute("ROLLBACK");
        Assert.True((await waiting).Committed);
        Assert.Equal("after", await rows.Text("head"));
    }

    [Fact]
    public async Task Closing_writes_what_was_waiting_folds_the_log_and_lets_the_next_host_in()
    {
        var rows = Rows;
        var commits = Enumerable.Range(0, 300).Select(n => rows.Commit(new Write.Insert($"e|{n:d3}", Body("{}")))).ToList();
        _file.Store.Dispose();
        Assert.All(await Task.WhenAll(commits), commit => Assert.True(commit.Committed));
        Assert.False(File.Exists(_file.Path + "-wal"));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => rows.Get("e|000"));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => rows.Put("e|000"));
        _file.Restart();
        Assert.Equal(300, (await (rows with { Store = _file.Store }).Keys("e|", "e}", 1000)).Count);
    }

    [Fact]
    public async Task A_row_is_stored_as_the_next_version_will_look_for_it()
    {
        var (rows, op) = (Rows, Guid.NewGuid());
        var etag = (await rows.Commit(op, new Write.Insert("e|1", Body("{}")))).ETags[0];
        using var beside = Database.OpenForReading(_file.Path);
        Assert.Equal($"intro {rows.Name} e|1 {etag} 1 7B7D", beside.Ask("SELECT concat_ws(' ', tbl, partition, key, etag, v, hex(body)) FROM rows"));
        Assert.Equal(Convert.ToHexString(op.ToByteArray()), beside.Ask("SELECT hex(op) FROM rows"));
    }

    [Fact]
    public async Task Erased_words_are_in_no_byte_of_any_file()
    {
        var rows = Rows;
        var body = string.Concat(Enumerable.Repeat("canary@example.org ", 500));
        await rows.Put("pii", body);
        await rows.Put("head");
        Assert.Contains("canary", Bytes(), StringComparison.Ordinal);
        await rows.Commit(new Write.Delete("pii"));
        await _file.Store.ScrubLog();
        Assert.DoesNotContain("canary", Bytes(), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_host_s_user_can_read_the_file()
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_file.Path));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_file.Path + "-wal"));
        }
    }

    [Fact]
    public async Task A_damaged_file_is_refused()
    {
        var rows = Rows;
        for (var n = 0; n < 20; n++)
        {
            await rows.Put($"e|{n}", new string('x', 2000));
        }

        _file.Store.Dispose();
        using (var bytes = new FileStream(_file.Path, FileMode.Open))
        {
            bytes.Position = 4096;
            bytes.Write(new byte[8192]);
        }

        Assert.StartsWith($"Storage:Path: '{_file.Path}'", Assert.Throws<StorageSettingException>(() => _file.Restart()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_left_alone()
    {
        var text = string.Concat(Enumerable.Repeat("Somebody's notes. ", 100));
        var path = Path.Combine(Path.GetDirectoryName(_file.Path)!, "notes.txt");
        File.WriteAllText(path, text);
        Assert.StartsWith($"Storage:Path: '{path}'", Assert.Throws<StorageSettingException>(() => SqliteStore.Open(path, TimeProvider.System)).Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(path));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named()
    {
        var path = Path.Combine(_file.Path, "below", "introbot.db");
        Assert.StartsWith("Storage:Path: the folder", Assert.Throws<StorageSettingException>(() => SqliteStore.Open(path, TimeProvider.System)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _file.Dispose();

    private void Beside(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_file.Path};Pooling=False");
        connection.Open();
        connection.Execute(sql);
    }

    private string Bytes() => string.Concat(Directory.GetFiles(Path.GetDirectoryName(_file.Path)!, "introbot.db*")
        .Where(path => !path.EndsWith(".lock", StringComparison.Ordinal)).Select(path =>
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            return reader.ReadToEnd();
        }));
}
