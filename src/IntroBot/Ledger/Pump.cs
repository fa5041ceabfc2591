using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntroBot.Ledger;

/// <summary>
/// Carries out what is owed: at once what this process committed, and whatever is due in the index, whoever left it there; and rings for moments that have come. Any number of hosts run one each on the same store.
/// </summary>
public sealed partial class Pump : BackgroundService
{
    private static readonly TimeSpan LongestInMind = TimeSpan.FromMinutes(1);

    private readonly Instance _host;
    private readonly IEffects _effects;
    private readonly Ringing _ringing;
    private readonly ILogger<Pump> _log;
    private readonly Lock _gate = new();
    private readonly Dictionary<Aggregate, Visit> _visits = [];
    private readonly Crew _crew;
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _hard;
    private readonly CancellationToken _stop;
    private readonly CancellationToken _cut;

    private bool _disposed;

    internal Pump(Instance host, Bell bell, IEffects effects, ILogger<Pump> log)
    {
        (_host, _effects, _log) = (host, effects, log);
        _crew = new Crew(_gate, host.Options.Aggregates);
        _ringing = new Ringing(host, effects, log);
        _hard = new CancellationTokenSource(Timeout.InfiniteTimeSpan, host.Time);
        (_stop, _cut) = (_stopping.Token, _hard.Token);
        bell.Heard = Start;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        // The container disposes it twice: as itself and as a hosted service.
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        Stop();
        _stopping.Dispose();
        _hard.Dispose();
        base.Dispose();
    }

    /// <summary>Looks at the due index once and starts on what it can claim. True when there was more than it could take.</summary>
    internal async Task<bool> Poll(DateTimeOffset horizon, CancellationToken cancellation)
    {
        var first = (int)(_host.Chance() * Due.Shards);
        for (var i = 0; i < Due.Shards; i++)
        {
            if (await Scan(Due.ShardName((first + i) % Due.Shards), horizon, cancellation))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Completes when nothing is being worked on. What has to wait is not waited for.</summary>
    internal async Task Quiet()
    {
        while (_crew.Working is { Length: > 0 } tasks)
        {
            await Task.WhenAll(tasks);
        }
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Run(stoppingToken);

    internal async Task Run(CancellationToken cancellation)
    {
        var horizon = _host.Options.Alone ? _host.Options.Lease * 2 : TimeSpan.Zero;
        for (var failures = 0; !cancellation.IsCancellationRequested;)
        {
            var pause = _host.Options.Poll + (_host.Options.Poll * 4 * _host.Chance());
            try
            {
                var more = await Poll(_host.Now + horizon, cancellation);
                (failures, horizon, pause) = more ? (0, horizon, TimeSpan.FromMilliseconds(100)) : (0, TimeSpan.Zero, pause);
            }
            catch (StoreUnavailableException)
            {
                LogNoStore();
                pause += _host.Pause(_host.Options.Poll, TimeSpan.FromSeconds(30), ++failures);
            }
            catch (OperationCanceledException)
            {
                break;
            }

            await Task.Delay(pause, _host.Time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }

        await Finish();
    }

    private async Task<bool> Scan(string shard, DateTimeOffset horizon, CancellationToken cancellation)
    {
        string? continuation = null;
        do
        {
            var page = await _host.Store.Query(Table.Work, shard, "0", Due.Ticks(horizon), 100, continuation, cancellation);
            foreach (var row in page.Rows)
            {
                if (_crew.Full)
                {
                    return true;
                }

                if (Arm.Read(row) is { } arm && !Knows(arm.Due))
                {
                    await Claim(row, arm, cancellation);
                }
                else if (Planned.Read(row) is { } planned && await _ringing.Claim(row, planned, cancellation) is { } claimed)
                {
                    _crew.Add(claimed, () => Ring(claimed));
                }
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);
        return false;
    }

    private async Task Claim(Row row, Arm arm, CancellationToken cancellation)
    {
        if (_host.Options.Alone)
        {
            Start(arm);
            return;
        }

        var claimed = arm.MovedTo(_host.Now + _host.Options.Lease);
        var commit = new Commit(Table.Work, row.Partition, _host.NewId(), [new Write.Delete(row.Key, row.ETag), claimed.Insert]);
        if ((await _host.Store.Commit(commit, cancellation)).Committed)
        {
            Start(claimed);
        }
    }

    private void Start(Arm arm)
    {
        lock (_gate)
        {
            if (!_visits.TryGetValue(arm.Due.Aggregate, out var visit))
            {
                _visits[arm.Due.Aggregate] = visit = new Visit(arm.Due.Aggregate, _gate);
            }

            visit.Add(arm);
            Wake(visit);
        }
    }

    private void Wake(Visit visit)
    {
        lock (_gate)
        {
            if (visit.Active || _stop.IsCancellationRequested)
            {
                return;
            }

            visit.Timer?.Dispose();
            visit.Active = true;
            _crew.Add(visit, () => Work(visit));
        }
    }

    private async Task Ring(Planned claimed)
    {
        await _ringing.Ring(claimed, _cut);
        _crew.Leave(claimed);
    }

    private async Task Work(Visit visit)
    {
        DateTimeOffset? again;
        lock (_gate)
        {
            visit.Rung = false;
        }

        try
        {
            again = await new Drain(_host, _effects, visit, _log, _stop, _cut).Run();
        }
        catch (StoreUnavailableException)
        {
            again = _host.Now + _host.Pause(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), ++visit.Tries);
        }
#pragma warning disable CA1031 // The edge: what one aggregate's rows cause must not stop the pump; its rows in the due index still stand.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogDefect(visit.Aggregate, exception);
            again = _host.Now + _host.Pause(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), ++visit.Tries);
        }

        Leave(visit, again);
    }

    private void Leave(Visit visit, DateTimeOffset? again)
    {
        lock (_gate)
        {
            _crew.Leave(visit);
            visit.Active = false;
            if (visit.Rung)
            {
                Wake(visit);
            }
            else if (again is null || again - _host.Now > LongestInMind)
            {
                // The due index leads back to it.
                _visits.Remove(visit.Aggregate);
            }
            else if (!_stop.IsCancellationRequested)
            {
                var wait = TimeSpan.FromTicks(Math.Clamp((again.Value - _host.Now).Ticks, 0, TimeSpan.TicksPerDay));
                visit.Timer = _host.Time.CreateTimer(_ => Wake(visit), null, wait, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private async Task Finish()
    {
        _hard.CancelAfter(_host.Options.Grace * 0.9);
        try
        {
            await Task.WhenAll(Stop()).WaitAsync(_host.Options.Grace, _host.Time);
        }
        catch (TimeoutException)
        {
            LogUnfinished();
        }
    }

    private Task[] Stop()
    {
        lock (_gate)
        {
            _stopping.Cancel();
            _crew.Dismiss();
            foreach (var visit in _visits.Values)
            {
                visit.Timer?.Dispose();
            }

            return _crew.Working;
        }
    }

    private bool Knows(Due due)
    {
        lock (_gate)
        {
            return _visits.TryGetValue(due.Aggregate, out var visit) && visit.Knows(due);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store did not answer the pump")]
    private partial void LogNoStore();

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking after {Aggregate} failed")]
    private partial void LogDefect(Aggregate aggregate, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stopped with effects in flight; they are looked after when their leases have run out")]
    private partial void LogUnfinished();
}
