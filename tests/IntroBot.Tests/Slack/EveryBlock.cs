using System.Text.Json;
using IntroBot.Conversation;
using IntroBot.Introductions;
using IntroBot.Slack.Calling;
using IntroBot.Slack.Drawing;
using IntroBot.Tests.Showing;
using OfSlack = IntroBot.Slack.Answering.Cards;

namespace IntroBot.Tests.Slack;

/// <summary>Something the bot can send: its name, whether it is a form, and its JSON (a message's blocks, or a view).</summary>
internal sealed record Sent(string Name, bool IsForm, string Json);

/// <summary>Everything the bot can show, as Slack gets it.</summary>
internal static class EveryBlock
{
    public static async Task<IEnumerable<Sent>> In(Language language) =>
        [.. Everything.For(PlatformKind.Slack, language).Concat(await Answered.In(language)).Concat(Own(language)).Select((shown, i) => Draw(shown, $"{language}-{i} {shown.By}"))];

    private static IEnumerable<Shown> Own(Language language) =>
    [
        Shown.Of("TryAgain", OfSlack.TryAgain(language)),
        Shown.Of("UnknownCommand", OfSlack.UnknownCommand(language)),
        Shown.Of("FormSent", OfSlack.FormSent(language)),
        Shown.Of("FormLate", OfSlack.FormLate(Everything.NotNow(language), new Said.Pressed(Steps.NotNow, Everything.Id))),
        Shown.Of("Quote", OfSlack.Quote(Everything.Introduce(language), Everything.Typed(900))),
    ];

    private static Sent Draw(Shown shown, string name)
    {
        if (shown.Form is { } form)
        {
            return new(name, true, JsonSerializer.SerializeToNode(new OpenView("t", FormView.Draw(form, Baggage.None)), ApiJson.Wire.OpenView)!["view"]!.ToJsonString());
        }

        var drawn = CardBlocks.Draw(shown.Card!);
        return new(name, false, JsonSerializer.SerializeToNode(new PostMessage("C0TECH", drawn.Text, drawn.Blocks, null, null), ApiJson.Wire.PostMessage)!["blocks"]!.ToJsonString());
    }
}
