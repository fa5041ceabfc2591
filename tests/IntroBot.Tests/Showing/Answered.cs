using IntroBot.Conversation;
using IntroBot.Conversation.Understanding;
using IntroBot.Ledger;
using IntroBot.Playground.Slack;
using Microsoft.Extensions.DependencyInjection;

namespace IntroBot.Tests.Showing;

/// <summary>What the whole bot answers an owner who asks for everything that its commands offer, save the help: when there is nothing yet, and when there is much.</summary>
internal static class Answered
{
    public static async Task<IReadOnlyList<Shown>> In(Language language)
    {
        await using var world = new World();
        await world.Slack.ChangeUser(Demo.Omar, person => person with { Locale = language == Language.Fr ? "fr-FR" : "en-US" });
        var first = await Asked(world, language, "nothing yet");
        world.Slack.Change(static inside => inside.Channels[Demo.Tech] = inside.Channels[Demo.Tech] with { Members = [] });
        foreach (var contact in Enumerable.Range(0, 4))
        {
            await world.Introduce(Demo.Omar, fields: [("contact", $"Ada {contact}"), ("address", $"ada{contact}@example.com"), ("about", Everything.Typed(150)), ("note", Everything.Typed(600))]);
        }

        var parked = world.Services.GetRequiredService<ParkedEffects>();
        await world.Until(_ => parked.List(4, CancellationToken.None).GetAwaiter().GetResult().Count == 4);
        return [.. first, .. await Asked(world, language, "much")];
    }

    private static async Task<IReadOnlyList<Shown>> Asked(World world, Language language, string when)
    {
        var help = Phrases.In(language).Text(nameof(Words.HelpLead));
        var (answers, omar) = (world.Services.GetRequiredService<TurnHandler>(), new Account(PlatformKind.Slack, Demo.Team, Demo.Omar));
        var shown = new List<Shown>();
        foreach (var command in BotCommand.All.Concat(["queue overdue", "queue unclaimed", "queue mine", "queue anne elisabeth", "queue INT-000000"]))
        {
            var by = $"{command}, {when}";
            var answer = await answers(new Turn(omar, Demo.Team, by, new Said.Command("intros", command)), CancellationToken.None);
            if (answer is Answer.Notice { Card.Summary: var summary } && summary.ToString() == help)
            {
                continue;
            }

            shown.Add(Shown.Of(by, answer));
            if (answer is Answer.Open { Then: { } then })
            {
                shown.Add(Shown.Of($"{by}, then", await then(CancellationToken.None)));
            }
        }

        shown.Add(Shown.Of($"home, {when}", await answers(new Turn(omar, Demo.Team, $"home, {when}", new Said.HomeOpened()), CancellationToken.None)));
        return shown;
    }
}
