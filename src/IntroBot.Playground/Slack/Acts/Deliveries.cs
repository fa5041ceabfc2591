using System.Globalization;
using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.State;
using IntroBot.Playground.Slack.Wire;

namespace IntroBot.Playground.Slack.Acts;

/// <summary>Events on their way to the bot: subscribed ones only, three retries (at once, after 1 minute, after 5), held back or doubled on request.</summary>
internal sealed class Deliveries(SlackWorkspace slack, CancellationToken closing) : HeldBack
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];
    private static readonly Dictionary<string, string> ScopeOf = new()
    {
        ["message.im"] = "im:history",
        ["app_mention"] = "app_mentions:read",
        ["user_change"] = "users:read",
        ["team_join"] = "users:read",
        ["member_joined_channel"] = "channels:read",
        ["reaction_added"] = "reactions:read",
    };

    private int retriesWaiting;

    /// <summary>How many failed events wait for their next attempt; wakes <see cref="SlackWorkspace.Until"/> when it grows.</summary>
    public int RetriesWaiting => Volatile.Read(ref retriesWaiting);

    /// <returns>What came of the first attempt; retries go on by themselves. <see cref="Acted.Unheard"/> where nothing was sent (yet).</returns>
    public async Task<Acted> Deliver(JsonObject envelope)
    {
        var happened = envelope.DeepClone().AsObject();
        var subscription = happened.Text("subscription") ?? happened["event"].Text("type") ?? "";
        happened.Remove("subscription");
        if (!slack.Options.Events.Contains(subscription) || (ScopeOf.GetValueOrDefault(subscription) is { } scope && !slack.Options.Scopes.Contains(scope)))
        {
            return Acted.Unheard;
        }

        if (Holds(envelope))
        {
            return Acted.Unheard;
        }

        var second = Doubles() ? Attempt(happened, subscription, 0, null) : null;
        var acted = await Attempt(happened, subscription, 0, null);
        if (second is not null)
        {
            await second;
        }

        if (acted.Again is { } reason)
        {
            _ = Retry(happened, subscription, reason);
        }

        return acted.Result;
    }

    protected override Task Pass(JsonObject one) => Deliver(one);

    private async Task Retry(JsonObject happened, string subscription, string reason)
    {
        for (var number = 1; number <= Pauses.Length; number++)
        {
            if (!await Pause(Pauses[number - 1]))
            {
                return;
            }

            if ((await Attempt(happened, subscription, number, reason)).Again is not { } next)
            {
                return;
            }

            reason = next;
        }
    }

    private async Task<bool> Pause(TimeSpan time)
    {
        var pause = Task.Delay(time, slack.Clock, closing);
        slack.Change(_ => Interlocked.Increment(ref retriesWaiting));
        try
        {
            await pause;
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        finally
        {
            Interlocked.Decrement(ref retriesWaiting);
        }
    }

    private async Task<(Acted Result, string? Again)> Attempt(JsonObject happened, string subscription, int number, string? reason)
    {
        var headers = new Dictionary<string, string>();
        if (number > 0)
        {
            headers["x-slack-retry-num"] = number.ToString(CultureInfo.InvariantCulture);
            headers["x-slack-retry-reason"] = reason!;
        }

        var detail = $"{happened.Text("event_id")}{(number > 0 ? $" retry {number}" : "")}";
        var (reply, sent) = await slack.ToBot("slack/events", happened.ToJsonString(), "application/json", "event " + subscription, detail, headers);
        var why = SlackWorkspace.Failure(reply);
        string? again = reply switch
        {
            { IsOk: true } => null,
            { Failure: "timeout" } => "http_timeout",
            { Failure: not null } => "connection_failed",
            { NoRetry: true } => null,
            _ => "http_error",
        };
        return (new(why, reply.Failure is null ? reply.Status : null, reply.Body, sent), again);
    }
}
