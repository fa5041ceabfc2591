using System.Text.Json.Nodes;
using IntroBot.Playground.Teams.State;
using IntroBot.Playground.Teams.Wire;

namespace IntroBot.Playground.Teams.Acts;

/// <summary>
/// Activities on their way to the bot. One that is not answered in time, or by a gateway only, comes again as it was; an invoke is asked again by the client, under a new id.
/// Held back or doubled on request.
/// </summary>
internal sealed class Deliveries(TeamsTenant teams, CancellationToken closing) : HeldBack
{
    /// <returns>What came of the first attempt; further ones go on by themselves.</returns>
    public async Task<Seen> Deliver(JsonObject activity)
    {
        if (Holds(activity))
        {
            return Seen.Cannot("held");
        }

        var second = Doubles() ? Attempt(activity, 0) : null;
        var (reply, sent) = await Attempt(activity, 0);
        if (second is not null)
        {
            await second;
        }

        if (reply.IsWorthAnother)
        {
            _ = Redeliver(activity, reply);
        }

        return Seen.Of(reply, sent);
    }

    /// <returns>The bot's answer, or that of the last retry.</returns>
    public async Task<(Reply Reply, Sent Sent)> Invoke(JsonObject activity)
    {
        var second = Doubles() ? Asked(Renewed(activity), 0) : null;
        var last = await Asked(activity, 0);
        for (var number = 1; last.Reply.IsWorthAnother && number <= teams.Options.InvokeRetries; number++)
        {
            last = await Asked(Renewed(activity), number);
        }

        if (second is not null)
        {
            await second;
        }

        return last;
    }

    protected override Task Pass(JsonObject one) => Deliver(one);

    private async Task Redeliver(JsonObject activity, Reply reply)
    {
        for (var number = 1; reply.IsWorthAnother && number <= teams.Options.Redeliveries; number++)
        {
            var wait = reply.At + (reply.Failure == "timeout" ? TimeSpan.Zero : teams.Options.Turn) - teams.Clock.GetUtcNow();
            try
            {
                await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, teams.Clock, closing);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            (reply, _) = await Attempt(activity, number);
        }
    }

    private JsonObject Renewed(JsonObject activity)
    {
        var again = activity.DeepClone().AsObject();
        again["id"] = teams.Change(state => state.Ids.Event());
        return again;
    }

    private Task<(Reply Reply, Sent Sent)> Attempt(JsonObject activity, int number) => teams.ToBot(activity, teams.Options.Turn, Detail(activity, number));

    private Task<(Reply Reply, Sent Sent)> Asked(JsonObject activity, int number) => teams.ToBot(activity, teams.Options.Invoke, Detail(activity, number));

    private static string Detail(JsonObject activity, int number) =>
        $"{activity.Text("id")} {activity.At("from").Text("name")} {activity.At("conversation").Text("id")}{(number > 0 ? $" again {number}" : "")}";
}
