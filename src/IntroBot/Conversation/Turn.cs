using System.Collections.Immutable;

namespace IntroBot.Conversation;

/// <summary>
/// Something somebody did, as every platform tells it. <paramref name="Account"/> and its organisation come from the verified envelope alone; <paramref name="Workspace"/> is the
/// workspace or tenant it happened in (a guest's account belongs to another one). <paramref name="Request"/> is the same when the platform delivers it again.
/// </summary>
public sealed record Turn(Account Account, string Workspace, string Request, Said Said, ChannelRef? Where = null);

/// <summary>What somebody said, pressed or filled in.</summary>
public abstract record Said
{
    /// <summary>A command with its text, decoded to plain text: <c>introduce</c> or <c>intros</c>.</summary>
    public sealed record Command(string Name, string Text) : Said;

    /// <summary>A message to the bot, in its private chat or by mention, decoded to plain text without the mention of the bot.</summary>
    public sealed record Message(string Text) : Said;

    /// <summary>Opened the form from a shortcut or an action on a message; <paramref name="Text"/> is the message's, <paramref name="Author"/> who wrote it.</summary>
    public sealed record Shortcut(string Name, string Text, Author? Author = null) : Said;

    /// <summary>Looked at their home.</summary>
    public sealed record HomeOpened : Said;

    /// <summary>Pressed a button or, <paramref name="FromMenu"/>, a menu's option. <paramref name="Introduction"/> is where it routes to; null when the value is not one.</summary>
    public sealed record Pressed(string Step, IntroductionId? Introduction, string? Value = null, bool FromMenu = false) : Said;

    /// <summary>Chose something in an open form that redraws it.</summary>
    public sealed record Changed(string Step, IntroductionId? Introduction, ImmutableDictionary<string, string> Values) : Said;

    /// <summary>Sent a form; empty inputs are absent.</summary>
    public sealed record Submitted(string Step, IntroductionId? Introduction, ImmutableDictionary<string, string> Values) : Said;
}

/// <summary>Who wrote a message that somebody acts on. <paramref name="Name"/> is null where the platform has to be asked.</summary>
public sealed record Author(Account Account, string? Name = null);

/// <summary>What the person gets back at once. Everything else a turn causes goes through the outbox.</summary>
public abstract record Answer
{
    /// <summary>Nothing more to say: the press is acknowledged, the form closes.</summary>
    public sealed record Done : Answer;

    /// <summary>A message for the presser alone.</summary>
    public record Notice(Card Card) : Answer;

    /// <summary>The presser's home, where a platform has a place for it; anywhere else a notice.</summary>
    public sealed record Home(Card Card) : Notice(Card);

    /// <summary>Opens a form. When <paramref name="Then"/> is given, the form says that it is loading and <paramref name="Then"/> yields what replaces it.</summary>
    public sealed record Open(Form Form, Func<CancellationToken, Task<Form>>? Then = null) : Answer;

    /// <summary>The open form, drawn anew; fields keep what was typed.</summary>
    public sealed record Redraw(Form Form) : Answer;

    /// <summary>The form stays open with what was typed, and these sentences beside the fields named.</summary>
    public sealed record Errors(ImmutableDictionary<string, string> Fields) : Answer;
}
