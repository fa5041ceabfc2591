using System.Collections.Concurrent;
using IntroBot.Conversation;
using IntroBot.Ledger;

namespace IntroBot.Teams.Remembering;

/// <summary>
/// Where conversations are to be had (<c>config</c>, <c>inst|N(tenant)</c>): the tenant's service URL, people's private chats, channels. Learned from every activity, written when something
/// changed, read again after a minute, since another host may have learned more.
/// </summary>
internal sealed class References(IStore store, TimeProvider clock, Func<Guid> newOp)
{
    private const int Kept = 20_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Tenant, string Key), (object? Value, DateTimeOffset At)> cache = new();

    /// <summary>What is known of a tenant; null when the bot never heard from it.</summary>
    public Task<TenantReference?> Tenant(string tenant, CancellationToken cancellation) => Get<TenantReference>(tenant, "inst", cancellation);

    /// <summary>What is known of a person, by object id, or by <c>29:…</c> id where Teams told no other.</summary>
    public Task<PersonReference?> Person(string tenant, string user, CancellationToken cancellation) => Get<PersonReference>(tenant, PersonKey(user), cancellation);

    /// <summary>What is known of a channel.</summary>
    public Task<ChannelReference?> Channel(string tenant, string channel, CancellationToken cancellation) => Get<ChannelReference>(tenant, ChannelKey(channel), cancellation);

    public Task Learn(string tenant, Func<TenantReference?, TenantReference?> change, CancellationToken cancellation) => Save(tenant, "inst", change, cancellation);

    public Task LearnPerson(string tenant, string user, Func<PersonReference?, PersonReference?> change, CancellationToken cancellation) => Save(tenant, PersonKey(user), change, cancellation);

    public Task LearnChannel(string tenant, string channel, Func<ChannelReference?, ChannelReference?> change, CancellationToken cancellation) => Save(tenant, ChannelKey(channel), change, cancellation);

    /// <summary>Whether this is the first time somebody is to be welcomed; true once per person.</summary>
    public async Task<bool> IsNew(string tenant, string user, CancellationToken cancellation) =>
        (await store.Commit(new Commit(Table.Config, Partition(tenant), newOp(), [new Write.Insert(WelcomeKey(user), Json.Write(new Welcome(clock.GetUtcNow())))]), cancellation)).Committed;

    /// <summary>Takes a welcome back that certainly was not said.</summary>
    public Task NotWelcomed(string tenant, string user, CancellationToken cancellation) =>
        store.Commit(new Commit(Table.Config, Partition(tenant), newOp(), [new Write.Delete(WelcomeKey(user))]), cancellation);

    private static string Partition(string tenant) => "inst|" + Ids.Hash(nameof(PlatformKind.Teams), tenant);

    private static string PersonKey(string user) => "conv|" + Ids.Hash(nameof(PlatformKind.Teams), user);

    private static string ChannelKey(string channel) => "conv|" + Ids.Hash(nameof(PlatformKind.Teams), channel);

    private static string WelcomeKey(string user) => "hi|" + Ids.Hash(nameof(PlatformKind.Teams), user);

    private async Task<T?> Get<T>(string tenant, string key, CancellationToken cancellation)
        where T : class
    {
        if (cache.TryGetValue((tenant, key), out var known) && clock.GetUtcNow() - known.At < Fresh)
        {
            return (T?)known.Value;
        }

        var row = await store.Get(Table.Config, Partition(tenant), key, cancellation);
        return Cache(tenant, key, row is null ? null : Json.Read<T>(row));
    }

    private async Task Save<T>(string tenant, string key, Func<T?, T?> change, CancellationToken cancellation)
        where T : class
    {
        var known = await Get<T>(tenant, key, cancellation);
        if (Equals(change(known), known))
        {
            return;
        }

        while (true)
        {
            var row = await store.Get(Table.Config, Partition(tenant), key, cancellation);
            var stands = row is null ? null : Json.Read<T>(row);
            if (change(stands) is not { } changed || changed.Equals(stands))
            {
                Cache(tenant, key, stands);
                return;
            }

            Write write = row is null ? new Write.Insert(key, Json.Write(changed)) : new Write.Replace(key, Json.Write(changed), row.ETag);
            if ((await store.Commit(new Commit(Table.Config, Partition(tenant), newOp(), [write]), cancellation)).Committed)
            {
                Cache(tenant, key, changed);
                return;
            }
        }
    }

    private T? Cache<T>(string tenant, string key, T? value)
        where T : class
    {
        if (cache.Count >= Kept)
        {
            cache.Clear();
        }

        cache[(tenant, key)] = (value, clock.GetUtcNow());
        return value;
    }

    private sealed record Welcome(DateTimeOffset At);
}
