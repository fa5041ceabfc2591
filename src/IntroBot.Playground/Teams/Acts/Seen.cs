using System.Text.Json.Nodes;
using IntroBot.Playground.Teams.State;
using IntroBot.Playground.Teams.Wire;

namespace IntroBot.Playground.Teams.Acts;

/// <summary>
/// What somebody saw after they did something. <c>Why</c> is what they read when it failed (<c>Unable to reach app</c>, <c>Something went wrong …</c>, or the bot's own error),
/// null when it worked; <c>Status</c> is the bot's HTTP status, null when none came; <c>Request</c> is what was sent, to send it again.
/// </summary>
internal sealed record Seen(string? Why, int? Status, string Body, Sent? Request)
{
    public const string Unreachable = "Unable to reach app";

    public static Seen Nothing { get; } = new(null, null, "", null);

    public bool Ok => Why is null;

    /// <summary>A text that only this person sees.</summary>
    public string? Text { get; init; }

    /// <summary>A card that only this person sees, in place of everybody's.</summary>
    public JsonObject? Card { get; init; }

    /// <summary>The dialog that opened or stayed open.</summary>
    public Dialog? Dialog { get; init; }

    /// <summary>What came into the compose box.</summary>
    public Composed? Composed { get; init; }

    /// <summary>The client's own errors beside fields, by input id: no request was sent.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    /// <summary>The client itself would not do it: no request was sent.</summary>
    public static Seen Cannot(string why) => new(why, null, "", null);

    public static Seen Of(Reply reply, Sent sent) => new(Failure(reply), reply.Failure is null ? reply.Status : null, reply.Body, sent);

    /// <summary>null for a reply the person notices nothing of.</summary>
    public static string? Failure(Reply reply) => reply.IsOk ? null : Unreachable;
}
