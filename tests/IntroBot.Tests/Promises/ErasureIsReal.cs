using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using IntroBot.Agreements;
using IntroBot.Conversation;
using IntroBot.Introductions;
using IntroBot.Ledger;
using IntroBot.Playground.Slack;
using IntroBot.Storage.Sqlite;
using IntroBot.Tests.Agreements;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace IntroBot.Tests.Promises;

/// <summary>
/// Promise 22: what was erased is in no byte of the database, its log, the journal or the host's log, nor in anything sent from then on; and an older backup that is put back brings nothing back.
/// On the real SQLite file, ended in every way there is.
/// </summary>
public sealed class ErasureIsReal(ITestOutputHelper output) : IDisposable
{
    private static readonly bool Proves = Environment.GetEnvironmentVariable("PROVE") == "1";
    private static readonly string[] s_ends = ["withdraw", "erase", "never", "deny", "decline", "introducer", "clock"];
    private readonly string _folder = Directory.CreateTempSubdirectory("introbot-").FullName;
    private readonly SlackWorkspace _slack = Office.Slack();
    private readonly Dictionary<string, (IntroductionId Id, string Token)> _subjects = [];
    private string _round = "";
    private int _requests;

    [Fact]
    public async Task Nothing_is_left_in_any_byte_and_nothing_is_sent_any_more()
    {
        await using var world = Open();
        await Live(world, "");
        foreach (var end in s_ends)
        {
            Assert.NotEmpty(Found(end));
        }

        var sent = _slack.Calls.Count;
        foreach (var end in s_ends)
        {
            await End(world, end);
        }

        await Settled(world);
        Assert.All(s_ends, end => Assert.Empty(Found(end)));
        Assert.DoesNotContain(world.Logged, static line => line.Contains("canary", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(_slack.Calls.Skip(sent), static call => call.Body.Contains("canary", StringComparison.OrdinalIgnoreCase));
        output.WriteLine($"promise 22: n = {s_ends.Length} introductions, each ended in its own way, {s_ends.Length * 4} canaries in {RawBytes.Of(_folder).Length} bytes: 0 found; no randomness");
        await world.Stop();
    }

    [Fact]
    public async Task Without_scrubbing_the_log_would_still_hold_it()
    {
        await using var world = Open(services => services.RemoveAll<Scrub>().AddSingleton<Scrub>(static () => Task.CompletedTask));
        await Live(world, "");
        await End(world, "withdraw");
        await Settled(world);

        Assert.NotEmpty(Found("withdraw"));
        await world.Stop();
    }

    [Fact]
    public async Task An_older_backup_that_is_put_back_resurrects_nothing()
    {
        var restores = Proves ? 200 : 20;
        var checks = 0;
        for (var round = 0; round < restores; round++)
        {
            checks += await Restore(round, null, (world, end) => AssertGone(world, end));
        }

        output.WriteLine($"promise 22: n = {restores} restores of backups with {s_ends.Length} introductions each, {checks} looked for, 0 resurrected; no randomness");
        Assert.Equal(restores * s_ends.Length, checks);
    }

    [Fact]
    public async Task Without_the_journal_the_backup_would_bring_them_back()
    {
        var (back, looked) = (0, 0);
        var hasLooked = new TaskCompletionSource();
        await Restore(
            0,
            services =>
            {
                services.Remove(services.Single(static service => service.ImplementationType == typeof(ReplayErasures)));
                services.AddSingleton<EffectRouter>().Replace(ServiceDescriptor.Singleton<IEffects>(provider => new Unmoved(provider.GetRequiredService<EffectRouter>(), hasLooked.Task)));
            },
            async (world, end) =>
            {
                back += await world.Services.GetRequiredService<IntroductionReader>().Details(_subjects[end].Id, CancellationToken.None) is null ? 0 : 1;
                if (++looked == s_ends.Length)
                {
                    hasLooked.SetResult();
                }
            });

        Assert.Equal(s_ends.Length, back);
    }

    public void Dispose()
    {
        _slack.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static ImmutableDictionary<string, string> Fields(params (string Field, string Value)[] values) => values.ToImmutableDictionary(static pair => pair.Field, static pair => pair.Value);

    // Whoever wants never to be contacted again is not introduced again, in any round.
    private string Address(string end) => $"{end}{_round}@canary.example";

    private static string Canary(string end, string what) => $"{what}canary{end}";

    private static Task Settled(World world) => world.Run(() => !Owes(world));

    private static bool Owes(World world) => Enumerable.Range(0, Due.Shards).Any(shard =>
        world.Store.Query(Table.Work, Due.ShardName(shard), "0", "~", 1000, null, CancellationToken.None).GetAwaiter().GetResult().Rows.Any(row =>
            row.Key.Contains("|pump|", StringComparison.Ordinal) || Encoding.UTF8.GetString(row.Body.Span).Contains("attempts", StringComparison.Ordinal)
            || long.Parse(row.Key[..19], CultureInfo.InvariantCulture) <= world.Clock.GetUtcNow().UtcTicks));

    private World Open(Action<IServiceCollection>? with = null) => new(_folder, slack: _slack, clock: (Microsoft.Extensions.Time.Testing.FakeTimeProvider)_slack.Clock, services: with, settings: settings =>
    {
        File.WriteAllText(settings["Programme:File"], Office.Programme);
        settings["Storage:Erasures"] = Path.Combine(_folder, "erasures", "journal.jsonl");
        Directory.CreateDirectory(Path.Combine(_folder, "erasures"));
    });

    private async Task<int> Restore(int round, Action<IServiceCollection>? with, Func<World, string, Task> check)
    {
        var backup = Path.Combine(_folder, "backup.db");
        await using (var world = Open())
        {
            await Live(world, round.ToString(CultureInfo.InvariantCulture));
            await world.Stop();
        }

        Closed();
        File.Copy(Path.Combine(_folder, "introbot.db"), backup, overwrite: true);
        await using (var world = Open())
        {
            foreach (var end in s_ends)
            {
                await End(world, end);
            }

            await Settled(world);
            await world.Stop();
        }

        Closed();
        File.Copy(backup, Path.Combine(_folder, "introbot.db"), overwrite: true);
        var checks = 0;
        await using (var world = Open(with))
        {
            foreach (var end in s_ends)
            {
                await check(world, end);
                checks++;
            }

            await Settled(world);
            await world.Stop();
        }

        Closed();
        File.Delete(Path.Combine(_folder, "introbot.db"));
        return checks;
    }

    // The last to close the file may be the program's own end, on another thread; it lets go of the lock after everything else.
    private void Closed() => Assert.True(SpinWait.SpinUntil(IsClosed, TimeSpan.FromSeconds(20)), "the store was not closed");

    private bool IsClosed()
    {
        try
        {
            using var held = new FileStream(Path.Combine(_folder, "introbot.db.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return !File.Exists(Path.Combine(_folder, "introbot.db-wal"));
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task AssertGone(World world, string end)
    {
        var reader = world.Services.GetRequiredService<IntroductionReader>();
        var (id, token) = _subjects[end];
        Assert.Null(await reader.Details(id, CancellationToken.None));
        Assert.Empty(await reader.TextKeys(id, CancellationToken.None));
        Assert.False((await reader.Load(id, CancellationToken.None))!.Introduction is { IsOpen: true, Purged: false }, end);
        Assert.True(await world.Services.GetRequiredService<OpenContactPage>()(token, CancellationToken.None) is null or ContactPage.Own { Details: null }, end);
        if (end == "never")
        {
            Assert.True(await world.Services.GetRequiredService<Suppression>().Holds(IntroBot.Introductions.Address.Read(Address("never"))!, CancellationToken.None));
        }
    }

    /// <summary>An introduction for each end, with everything people may have typed, some of them taken by a recruiter.</summary>
    private async Task Live(World world, string round)
    {
        _round = round;
        foreach (var end in s_ends)
        {
            var asks = end is "decline" or "withdraw" or "erase";
            var id = await Introduce(world, end, asks, round);
            var token = world.Services.GetRequiredService<ContactLinks>().Token((await Load(world, id))!)!;
            if (end is not ("deny" or "decline" or "introducer" or "clock"))
            {
                token = await Answered(world, token, asks ? "agree" : "confirm", end);
            }

            _subjects[end] = (id, token);
            if (!asks || end == "withdraw" || end == "erase")
            {
                await Say(world, Office.Clara, new Said.Submitted(Steps.Claim, id, Fields(("sentence", Canary(end, "thanks")))));
                await Say(world, Office.Clara, new Said.Submitted(Steps.AskIntroducer, id, Fields(("question", Canary(end, "question")))));
            }
        }

        await Settled(world);
    }

    private async Task<IntroductionId> Introduce(World world, string end, bool asks, string round)
    {
        var request = $"erasure-{round}-{end}";
        var id = world.Services.GetRequiredService<Keys>().Introduction(request);
        await Say(world, Office.Ines, new Said.Submitted(Steps.Introduce, null, Fields(
            ("contact", Canary(end, "name")), ("about", Canary(end, "job")), ("route", "tech"), ("agreement", asks ? "not-yet" : "agreed"), ("address", Address(end)), ("note", Canary(end, "note")))), request);
        return id;
    }

    private async Task<string> Answered(World world, string token, string step, string end)
    {
        var press = new ContactPress(step, Request(), Fields(("contact", Canary(end, "name")), ("about", Canary(end, "job")), ("address", Address(end))), Language.En, "");
        return Assert.IsType<ContactAnswer.Answered>(await world.Services.GetRequiredService<AnswerContactPage>()(token, press, CancellationToken.None)).OwnToken;
    }

    private async Task End(World world, string end)
    {
        var (id, token) = _subjects[end];
        switch (end)
        {
            case "introducer":
                await Say(world, Office.Ines, new Said.Pressed(Steps.Withdraw, id));
                break;
            case "clock":
                world.Clock.Advance(TimeSpan.FromDays(30.1));
                break;
            default:
                Assert.NotNull(await world.Services.GetRequiredService<AnswerContactPage>()(token, new ContactPress(end, Request(), Fields(), Language.En, ""), CancellationToken.None));
                break;
        }
    }

    private async Task Say(World world, string user, Said said, string? request = null) => Assert.IsType<Answer.Done>(
        await world.Moving(world.Services.GetRequiredService<TurnHandler>()(new Turn(new Account(PlatformKind.Slack, Demo.Team, user), Demo.Team, request ?? Request(), said), CancellationToken.None)));

    private static async Task<Introduction?> Load(World world, IntroductionId id) => (await world.Services.GetRequiredService<IntroductionReader>().Load(id, CancellationToken.None))?.Introduction;

    private string Request() => "erasure-press-" + (++_requests).ToString(CultureInfo.InvariantCulture);

    /// <summary>Which files hold a canary of this one.</summary>
    private List<string> Found(string end) => [.. RawBytes.Files(_folder).Where(file => RawBytes.Read(file) is var bytes && (bytes.Contains($"canary{end}", StringComparison.OrdinalIgnoreCase) || bytes.Contains(Address(end), StringComparison.OrdinalIgnoreCase))).Select(static file => Path.GetFileName(file))];

    /// <summary>Nothing that is owed or due happens until somebody has looked: a month has passed since the backup, and the clock erases too.</summary>
    private sealed class Unmoved(IEffects effects, Task looked) : IEffects
    {
        public Repeats Policy(Effect effect) => effects.Policy(effect);

        public (int Count, TimeSpan Wait) Gather(Aggregate aggregate, IReadOnlyList<Effect> lane, DateTimeOffset now) => effects.Gather(aggregate, lane, now);

        public async Task<EffectResult> Perform(Aggregate aggregate, IReadOnlyList<Effect> owed, CancellationToken cancellation)
        {
            await looked;
            return await effects.Perform(aggregate, owed, cancellation);
        }

        public async Task<DateTimeOffset?> Ring(Aggregate aggregate, string kind, CancellationToken cancellation)
        {
            await looked;
            return await effects.Ring(aggregate, kind, cancellation);
        }
    }
}
