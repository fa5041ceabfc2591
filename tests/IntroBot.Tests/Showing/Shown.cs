using IntroBot.Conversation;

namespace IntroBot.Tests.Showing;

/// <summary>Something the bot can show, before a platform draws it: a card or a form. <paramref name="By"/> says what makes it, such as <c>Forms.Pass</c>.</summary>
internal sealed record Shown(string By, Card? Card, Form? Form)
{
    public static Shown Of(string by, Card card) => new(by, card, null);

    public static Shown Of(string by, Form form) => new(by, null, form);

    public static Shown Of(string by, Answer answer) => answer switch
    {
        Answer.Notice notice => Of(by, notice.Card),
        Answer.Open open => Of(by, open.Form),
        Answer.Redraw redraw => Of(by, redraw.Form),
        _ => throw new InvalidOperationException($"{by} shows nothing"),
    };
}
