using IntroBot.Playground.Slack;
using IntroBot.Playground.Slack.Acts;
using IntroBot.Playground.Slack.State;
using IntroBot.Playground.Teams;

namespace IntroBot.Playground.Story;

/// <summary>
/// What happened at Maison Exemple before the newcomer came, done over the wire by its people as everything else is: introductions at different steps, and thanks that colleagues join in.
/// It stops where it stands when <paramref name="stopped"/> says so.
/// </summary>
internal sealed class Tale(SlackWorkspace slack, TeamsTenant teams, CancellationToken stopped)
{
    private const int Attempts = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Tells it; ends early when the bot does not play its part.</summary>
    public async Task Tell()
    {
        try
        {
            foreach (var scene in (Func<Task>[])[AnEngineerIsInProcess, OneEndsKindly, SomebodyWaits, AManagerIsHired, ADiscreetOne, ColleaguesJoinIn])
            {
                await scene();
            }
        }
        catch (Exception interrupted) when (interrupted is TimeoutException or InvalidOperationException or OperationCanceledException)
        {
            // The chats begin again, or the bot does something else now: the tale ends here, and what stands stands.
        }
    }

    private async Task AnEngineerIsInProcess()
    {
        await Introduce(Demo.Emma, "Zoé Lambert", "ingénieure data", "Lyon", "tech", "zoe.lambert@example.com", "deux ans dans la même équipe");
        var card = await Card(Demo.Tech, "ingénieure data");
        await Press(Demo.Lea, card, "claim", "met");
        await Press(Demo.Lea, card, "met", "in-process");
        await Press(Demo.Lea, card, "in-process", "hired");
    }

    private async Task SomebodyWaits()
    {
        await teams.OpenMessageExtension(Maison.Mina, "introduce");
        await teams.SubmitDialog(Maison.Mina, new Dictionary<string, string?>
        {
            ["contact"] = "Tom Becker",
            ["about"] = "développeur backend",
            ["location"] = "Nantes",
            ["route"] = "tech",
            ["agreement"] = "agreed",
            ["address"] = "tom.becker@example.com",
            ["relation"] = "ancien voisin de bureau",
        });
        await Card(Demo.Tech, "développeur backend");
    }

    private async Task AManagerIsHired()
    {
        await Introduce(Demo.Jack, "Priya Nair", "product manager", "London", "general", "priya.nair@example.com", "we worked together for three years");
        var card = await Card(Demo.Recruiting, "product manager");
        await Press(Demo.Ravi, card, "claim", "met");
        await Press(Demo.Ravi, card, "met", "in-process");
        await Press(Demo.Ravi, card, "in-process", "hired");
        await slack.Press(Demo.Ravi, card.Channel, card.Ts, "hired");
        await Send(Demo.Ravi, []);
    }

    private async Task ADiscreetOne()
    {
        await Introduce(Demo.Mina, "Inès Roy", "joaillière", "Paris", "luxury", "ines.roy@example.com", "nos ateliers étaient voisins");
        await Press(Demo.Lea, await Card(Demo.Luxury, "joaillière"), "claim", "met");
    }

    private async Task OneEndsKindly()
    {
        await Introduce(Demo.Omar, "Sam Ortiz", "accountant", "Madrid", "general", "sam.ortiz@example.com", "a friend from university");
        var card = await Card(Demo.Recruiting, "accountant");
        await Press(Demo.Ravi, card, "claim", "not-now");
        await slack.Press(Demo.Ravi, card.Channel, card.Ts, "not-now");
        await Send(Demo.Ravi, new() { ["reason"] = "later" });
    }

    private async Task ColleaguesJoinIn()
    {
        await Until(workspace => workspace.Messages(Demo.Kudos).Count >= 3);
        var first = slack.Messages(Demo.Kudos)[0];
        await slack.Say(Demo.Mina, Demo.Kudos, "Merci Emma, on en avait besoin !", first.Ts);
        await slack.Say(Demo.Jack, Demo.Kudos, "Well done, Emma.", first.Ts);
        await slack.React(Demo.Jack, Demo.Kudos, first.Ts, "tada");
        await slack.React(Demo.Ravi, Demo.Kudos, first.Ts, "tada");
        await slack.React(Demo.Mina, Demo.Kudos, first.Ts, "heart");
        await teams.Until(static tenant => tenant.Posts(Maison.Thanks).Count > 0, Patience);
        stopped.ThrowIfCancellationRequested();
        var thanks = teams.Posts(Maison.Thanks)[0];
        await teams.React(Maison.Ravi, thanks, "heart");
        await teams.Say(Maison.Omar, thanks.Conversation, "Merci Emma. C’est comme cela que nous grandissons.");
    }

    private async Task Introduce(string person, string contact, string about, string location, string route, string address, string relation)
    {
        await slack.Command(person, Demo.General, "/introduce");
        await Send(person, new()
        {
            ["contact"] = contact,
            ["about"] = about,
            ["location"] = location,
            ["route"] = route,
            ["agreement"] = "agreed",
            ["address"] = address,
            ["relation"] = relation,
        });
    }

    private async Task<Message> Card(string channel, string about)
    {
        bool IsIt(Message message) => message is { Bot: true, ThreadTs: null } && message.Shown.Contains(about, StringComparison.Ordinal);
        await Until(workspace => workspace.Messages(channel).Any(IsIt));
        return slack.Messages(channel).Last(IsIt);
    }

    /// <summary>Presses a step and waits until the card offers the next one.</summary>
    private async Task Press(string person, Message card, string step, string next)
    {
        Went(await slack.Press(person, card.Channel, card.Ts, step));
        await Until(workspace => workspace.Messages(card.Channel).Any(message => message.Ts == card.Ts && message.BlocksJson?.Contains($"\"{next}\"", StringComparison.Ordinal) == true));
    }

    /// <summary>Sends the form or dialog once it is there to be sent, and again, as people would, when the bot asks to.</summary>
    private async Task Send(string person, Dictionary<string, string?> fields)
    {
        for (var again = 0; again < Attempts; again++)
        {
            await Until(workspace => workspace.Modal(person)?.Body["submit"] is not null);
            var sent = await slack.Submit(person, fields);
            Went(sent);
            if (sent.Errors.Count == 0)
            {
                return;
            }
        }
    }

    private async Task Until(Func<SlackWorkspace, bool> holds)
    {
        await slack.Until(holds, Patience);
        stopped.ThrowIfCancellationRequested();
    }

    private static void Went(Acted acted)
    {
        if (!acted.Ok)
        {
            throw new InvalidOperationException(acted.Why);
        }
    }
}
