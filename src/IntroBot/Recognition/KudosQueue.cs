using System.Globalization;
using IntroBot.Conversation;
using IntroBot.Introductions;
using IntroBot.Ledger;
using IntroBot.Programmes;

namespace IntroBot.Recognition;

/// <summary>
/// Thanks on their way: an introduction only inserts here, once per introduction, and each channel's own queue posts them, paced and gathered when many, never twice
/// after an unclear answer.
/// </summary>
public sealed class KudosQueue(IStore store, Outbox outbox, IntroductionReader reader, People people, Platforms platforms, Programme programme, Func<Guid> newOp)
{
    /// <summary>The kind of a queued thank-you.</summary>
    public const string Kind = "kudos";

    private const int Few = 3;
    private const int Many = 10;

    /// <summary>Notes the thank-you in the feed and hands it to the channels' queues, or to the introducer alone when they prefer that.</summary>
    public async Task<EffectResult> Thank(Introduction introduction, Event claimed, CancellationToken cancellation)
    {
        var introducer = await people.Get(introduction.Introducer, cancellation);
        var first = await IsFirst(introduction, introducer, cancellation);
        var kudos = new Kudos($"{introduction.Id}.claim", introduction.Id, introduction.Introducer, claimed.By, claimed.At, claimed.Route, first, claimed.Text);
        var key = $"{Instants.Inverted(introduction.CreatedAt)}|{kudos.Id}";
        var entry = Json.Write(new FeedEntry(kudos.Id, kudos.Introducer, kudos.By, kudos.At, kudos.First));
        var again = await Insert(Table.Kudos, "kp|" + kudos.Introducer, key, entry, cancellation) == Outcome.Exists
            && await store.Get(Table.Kudos, "kp|" + kudos.Introducer, key, cancellation) is { } row && Json.Read<FeedEntry>(row).At != kudos.At;
        await Insert(Table.Kudos, "k|" + introduction.CreatedAt.UtcDateTime.ToString("yyyyMM", CultureInfo.InvariantCulture), key, entry, cancellation);
        if (introducer.Account.User.Length == 0)
        {
            // Whoever asked to be forgotten still counts, and is not thanked by name.
            return EffectResult.Done.Nothing;
        }

        if ((await people.Preferences(introducer, cancellation)).PrivateThanks)
        {
            return again ? EffectResult.Done.Nothing : await InPrivate(kudos, introduction.Platform, cancellation);
        }

        foreach (var channel in programme.Kudos.Channels.All.Where(channel => platforms.On(channel.Platform) is not null))
        {
            await Enqueue(channel, kudos, cancellation);
        }

        return EffectResult.Done.Nothing;
    }

    /// <summary>How many are posted as one: a few go one by one; when many wait they are gathered.</summary>
    public static int Gather(int waiting) => waiting <= Few ? 1 : Math.Min(waiting, Many);

    /// <summary>Posts thanks in their channel.</summary>
    public async Task<EffectResult> Post(IReadOnlyList<Effect> effects, CancellationToken cancellation)
    {
        var channel = new ChannelRef(Enum.Parse<PlatformKind>(effects[0].Data["platform"]), effects[0].Data["channel"]);
        if (platforms.On(channel.Platform) is not { } platform)
        {
            return new EffectResult.Refused("platform not configured");
        }

        var thanks = new List<Thanks>();
        foreach (var effect in effects)
        {
            thanks.Add(await Dress(Kudos.FromData(effect.Data), cancellation));
        }

        var card = KudosCard.Draw(thanks, programme.Kudos.Language ?? programme.Language);
        return (await platform.Post(channel, card, null, thanks[0].Kudos.Id, cancellation)).ToResult();
    }

    private async Task<EffectResult> InPrivate(Kudos kudos, PlatformKind first, CancellationToken cancellation)
    {
        var thanks = await Dress(kudos, cancellation);
        return (await platforms.Tell(thanks.Introducer, first, language => KudosCard.Private(thanks, language), kudos.Id, cancellation)).ToResult();
    }

    private async Task<Thanks> Dress(Kudos kudos, CancellationToken cancellation)
    {
        var route = programme.FindRoute(kudos.Route);
        var open = route is { Discreet: false };
        return new Thanks(kudos, await people.Get(kudos.Introducer, cancellation), await people.Get(kudos.By, cancellation),
            open ? route!.Title : null,
            open ? await reader.Text(kudos.Introduction, kudos.Text, cancellation) : null);
    }

    private async Task<bool> IsFirst(Introduction introduction, Person introducer, CancellationToken cancellation)
    {
        await Insert(Table.People, introduction.Introducer.Value, "first", Json.Write(new First(introduction.Id)), cancellation);
        foreach (var id in introducer.Everywhere.Append(introduction.Introducer).Distinct())
        {
            if (await store.Get(Table.People, id.Value, "first", cancellation) is { } row && Json.Read<First>(row).Introduction != introduction.Id)
            {
                return false;
            }
        }

        return true;
    }

    private async Task Enqueue(ChannelRef channel, Kudos kudos, CancellationToken cancellation)
    {
        var data = new Dictionary<string, string>(kudos.ToData()) { ["platform"] = channel.Platform.ToString(), ["channel"] = channel.Channel };
        var aggregate = new Aggregate(Table.KudosQ, Ids.Hash(channel.Platform.ToString(), channel.Channel));
        var once = new Write.Insert("k|" + kudos.Id, Json.Write(new Queued(kudos.At)));
        await outbox.Commit(aggregate, [once], [new Effect(kudos.At.UtcTicks, Kind, Kind, data, Id: kudos.Id)], cancellation);
    }

    private async Task<Outcome> Insert(Table table, string partition, string key, ReadOnlyMemory<byte> body, CancellationToken cancellation) =>
        (await store.Commit(new Commit(table, partition, newOp(), [new Write.Insert(key, body)]), cancellation)).Outcome;

    private sealed record FeedEntry(string Id, PersonId Introducer, PersonId By, DateTimeOffset At, bool First);

    private sealed record First(IntroductionId Introduction);

    private sealed record Queued(DateTimeOffset At);
}
