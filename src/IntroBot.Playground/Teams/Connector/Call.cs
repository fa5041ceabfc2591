using System.Text.Json.Nodes;
using IntroBot.Playground.Teams.State;
using IntroBot.Playground.Teams.Wire;
using Microsoft.AspNetCore.WebUtilities;

namespace IntroBot.Playground.Teams.Connector;

/// <summary>One call while it runs, under the tenant's lock.</summary>
internal sealed class Call(TenantState state, WireRequest request, IReadOnlyDictionary<string, string> path)
{
    public TenantState State { get; } = state;
    public WireRequest Request { get; } = request;
    public TeamsOptions Options => State.Options;

    /// <summary>A part of the address, unescaped.</summary>
    public string this[string name] => path.GetValueOrDefault(name, "");

    public string? Query(string name) => QueryHelpers.ParseQuery(Request.Query).TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>Whoever calls is the bot, with a token of its home tenant that is still good.</summary>
    public void NeedsBearer()
    {
        var token = Request.Authorization is { } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim() : "";
        var known = State.Tokens.GetValueOrDefault(token);
        if (known is null || known.Expires <= State.Now || known.AppId != Options.AppId || known.TenantId != Options.TenantId)
        {
            throw new Refusal(401, "Unauthorized", known is null ? "no such token" : known.Expires <= State.Now ? "the token ended" : "a token of another tenant or app");
        }
    }

    /// <summary>The body, a JSON object without explicit nulls.</summary>
    public JsonObject Body()
    {
        if (Request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw new Refusal(415, "UnsupportedMediaType", "The body must be application/json.");
        }

        var body = Json.Parse(Request.Body) as JsonObject ?? throw Refusal.Syntax("The body is not a JSON object.");
        return body.FirstNull() is { } path ? throw Refusal.Syntax($"An explicit null stands at {path}.") : body;
    }

    /// <summary>The conversation of the address, with the bot in it.</summary>
    public Place Place() => Place(this["conversation"]);

    public Place Place(string id)
    {
        var place = State.Find(id);
        if (place is null || (this["tenant"] is { Length: > 0 } tenant && !tenant.Equals(place.TenantId, StringComparison.OrdinalIgnoreCase)))
        {
            throw new Refusal(404, "ConversationNotFound", $"Conversation {id} was not found.");
        }

        return State.HasBot(place) ? place : throw new Refusal(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
    }

    /// <summary>The same, where the bot may also write.</summary>
    public Place Writable()
    {
        var place = Place();
        return !place.IsChannel && place.Members.Count == 1 && State.Blocked.Overlaps(place.Members)
            ? throw new Refusal(403, "MessageWritesBlocked", "The thread is blocked for messages.")
            : place;
    }

    public void PacedSend(Place place, int calls = 1) => Paced("send " + place.Thread, Options.Limits.SendsPerThread, calls);

    public void PacedRead(string thread) => Paced("read " + thread, Options.Limits.ReadsPerThread, 1);

    public void Paced(string what, IReadOnlyList<Window> windows, int calls)
    {
        if (State.Windows.Take(what, windows, calls, State.Now) is { } seconds)
        {
            throw Refusal.Throttled(seconds);
        }
    }
}
