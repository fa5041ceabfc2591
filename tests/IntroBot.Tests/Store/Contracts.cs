using IntroBot.Ledger;

namespace IntroBot.Tests.Store;

public sealed class The_reference_commits : CommitContract
{
    protected override Task<IStore> Open() => Task.FromResult<IStore>(new MemoryStore());
}

public sealed class The_reference_reads : ReadContract
{
    protected override Task<IStore> Open() => Task.FromResult<IStore>(new MemoryStore());
}

public sealed class SQLite_commits : CommitContract, IDisposable
{
    private readonly TemporarySqlite _file = new();

    public void Dispose() => _file.Dispose();

    protected override Task<IStore> Open() => Task.FromResult<IStore>(_file.Store);
}

public sealed class SQLite_reads : ReadContract, IDisposable
{
    private readonly TemporarySqlite _file = new();

    public void Dispose() => _file.Dispose();

    protected override Task<IStore> Open() => Task.FromResult<IStore>(_file.Store);
}

public sealed class Azure_Tables_commits(Azurite azurite) : CommitContract
{
    protected override async Task<IStore> Open() => await azurite.Store();
}

public sealed class Azure_Tables_reads(Azurite azurite) : ReadContract
{
    protected override async Task<IStore> Open() => await azurite.Store();
}
