using IntroBot.Answering;
using IntroBot.Conversation;
using IntroBot.Teams.Answering;
using IntroBot.Teams.Remembering;

namespace IntroBot.Teams.Receiving;

/// <summary>
/// Where the bot can speak, learned from everything that comes: <c>installationUpdate</c> and <c>conversationUpdate</c> both tell of an install, in either order and again. Whoever gets the app is
/// welcomed once.
/// </summary>
internal sealed class Installs(References references, Roster roster, Reception reception, TeamsPlatform platform, AfterAnswer after, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Learns from an activity; what has not changed is not written.</summary>
    public async Task Learn(Incoming here, CancellationToken cancellation)
    {
        var url = here.Spot.ServiceUrl;
        foreach (var party in (here.Activity.MembersAdded ?? []).Concat(here.Activity.MembersRemoved ?? []).Where(static party => party is { AadObjectId: not null } or { Id: not null }))
        {
            roster.Forget(here.AccountOf(party!));
        }

        if (IsRemoval(here.Activity))
        {
            await Forget(here, here.Activity.Timestamp ?? clock.GetUtcNow(), cancellation);
            return;
        }

        await references.Learn(here.Tenant, known => new TenantReference(url), cancellation);
        if (here.Surface == Surface.Channel && !IsExtension(here))
        {
            var team = Payload.Text(here.Activity.ChannelData, "team", "id");
            await references.LearnChannel(here.Tenant, here.Root, known =>
                known?.Left is { } left && here.Activity.Timestamp <= left ? known : new ChannelReference(url, team ?? known?.Team), cancellation);
        }

        if (here.User.StartsWith("29:", StringComparison.Ordinal))
        {
            await references.LearnPerson(here.Tenant, here.Account.User, known => Seen(known ?? new PersonReference(url, here.User), here), cancellation);
        }
    }

    /// <summary>Welcomes whoever got the app, once, after the answer.</summary>
    public async Task Welcome(Incoming here, CancellationToken cancellation)
    {
        if (here.Surface == Surface.Personal && here.User.StartsWith("29:", StringComparison.Ordinal) && IsArrival(here.Activity) && await references.IsNew(here.Tenant, here.Account.User, cancellation))
        {
            await after.Within(here.Deadline, cancel => Greet(here, cancel));
        }
    }

    private async Task Greet(Incoming here, CancellationToken cancellation)
    {
        var turn = here.Says(new Said.Message(""), "welcome", here.Account.User);
        var delivery = await reception.Ask(turn, new Deadline(clock, Patience)) is Answer.Notice notice ? await platform.Tell(here.Account, notice.Card, "welcome", cancellation) : null;
        if (delivery is null or Delivery.Later or Delivery.Refused)
        {
            await references.NotWelcomed(here.Tenant, here.Account.User, cancellation);
        }
    }

    private async Task Forget(Incoming here, DateTimeOffset at, CancellationToken cancellation)
    {
        if (here.Surface == Surface.Personal)
        {
            await references.LearnPerson(here.Tenant, here.Account.User, known => known?.Left >= at ? known : known?.Gone(at), cancellation);
        }
        else
        {
            await references.LearnChannel(here.Tenant, here.Root, known => known?.Left >= at ? known : known is null ? null : known with { Left = at }, cancellation);
        }
    }

    private static PersonReference Seen(PersonReference known, Incoming here)
    {
        var now = known with { ServiceUrl = here.Spot.ServiceUrl, User = here.User, Language = here.Activity.Language ?? known.Language };
        return IsExtension(here) ? now
            : here.Surface == Surface.Personal ? now.In(here.Spot.Conversation, here.Activity.Timestamp)
            : now with { Seen = here.Root };
    }

    /// <summary>The message extension works where the bot is not, also in two people's own chat, which Teams calls personal too.</summary>
    private static bool IsExtension(Incoming here) => here.Activity.Name?.StartsWith("composeExtension/", StringComparison.Ordinal) == true;

    private static bool IsRemoval(Activity activity) => activity switch
    {
        { Type: "installationUpdate", Action: "remove" or "remove-upgrade" } => true,
        { Type: "conversationUpdate" } => activity.MembersRemoved?.Any(member => member?.Id == activity.Recipient?.Id) == true
            || Payload.Text(activity.ChannelData, "eventType") is "channelDeleted" or "teamDeleted",
        _ => false,
    };

    private static bool IsArrival(Activity activity) => activity switch
    {
        { Type: "installationUpdate", Action: "add" } => true,
        { Type: "conversationUpdate", MembersAdded.Count: > 0 } => true,
        _ => false,
    };
}
