using System.Collections.Concurrent;

namespace IntroBot.BrowserTests.Driving;

/// <summary>The hosts of all tests: as many as classes run at once, each lent to one class at a time, since starting and warming one takes longer than many a test.</summary>
public sealed class Hosts : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Company, ConcurrentBag<HostProcess>> _idle = [];
    private readonly ConcurrentBag<HostProcess> _all = [];

    internal async Task<HostProcess> Lend(Company company)
    {
        if (Idle(company).TryTake(out var idle))
        {
            return idle;
        }

        var host = new HostProcess(company);
        _all.Add(host);
        await host.Start();
        return host;
    }

    internal void TakeBack(Company company, HostProcess host) => Idle(company).Add(host);

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _all)
        {
            await host.DisposeAsync();
        }
    }

    private ConcurrentBag<HostProcess> Idle(Company company) => _idle.GetOrAdd(company, static _ => []);
}
