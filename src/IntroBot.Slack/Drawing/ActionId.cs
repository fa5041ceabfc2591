using IntroBot.Conversation;

namespace IntroBot.Slack.Drawing;

/// <summary>The names of buttons and menus on the wire, both ways.</summary>
internal static class ActionId
{
    /// <summary>The action id of a menu; its option tells the step.</summary>
    public const string Menu = "more";

    private const string IdAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>A button's action id is its step. Slack wants ids unique in a block, so the second button of one step is <c>step#2</c>.</summary>
    public static string Of(string step, int earlier) => earlier == 0 ? step : $"{step}#{earlier + 1}";

    public static string Step(string actionId) => actionId.Split('#', 2)[0];

    /// <summary>A menu option's value, <c>step:&lt;introduction id&gt;</c>.</summary>
    public static string WithIntroduction(string step, IntroductionId? introduction) => $"{step}:{introduction?.Value}";

    public static (string Step, string? Value) Split(string value) =>
        value.Split(':', 2) is [var step, { Length: > 0 } rest] ? (step, rest) : (value.TrimEnd(':'), null);

    /// <summary>The introduction a value routes to, or null when it is none.</summary>
    public static IntroductionId? Introduction(string? value) =>
        value is { Length: 26 } && value.All(IdAlphabet.Contains) ? new IntroductionId(value) : null;
}
