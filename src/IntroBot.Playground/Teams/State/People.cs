using System.Collections.Immutable;

namespace IntroBot.Playground.Teams.State;

/// <summary>An organisation's directory.</summary>
internal sealed record Organisation(string Id, string Name, string Domain);

/// <summary>Somebody, as the member endpoints tell of them; <c>Id</c> is <c>29:…</c>, good for this bot only, <c>ObjectId</c> their Entra object.</summary>
internal sealed record Member(string Id, string TenantId, string ObjectId, string Name, string Email)
{
    /// <summary>What the demo says this person does; the wire never carries it.</summary>
    public string Role { get; init; } = "employee";
    public string Locale { get; init; } = "en-US";
    public string Zone { get; init; } = "Europe/Paris";
    public bool IsGuest { get; init; }
    public string UserRole => IsGuest ? "guest" : "user";
    public string Upn { get; init; } = Email;
}

/// <summary>A team; its General channel has the same id.</summary>
internal sealed record Team(string Id, string TenantId, string Name, string GroupId)
{
    public ImmutableHashSet<string> Members { get; init; } = [];
}

/// <summary>A standard channel, seen by all members of its team.</summary>
internal sealed record TeamChannel(string Id, string TeamId, string Name)
{
    public bool IsGeneral => Id == TeamId;
}

/// <summary>A chat: <c>personal</c> (the bot and one person, or two people) or <c>groupChat</c>.</summary>
internal sealed record Chat(string Id, string TenantId, string Type)
{
    public ImmutableHashSet<string> Members { get; init; } = [];
    public string Name { get; init; } = "";
    /// <summary>Whether it is the bot's personal chat with its one member.</summary>
    public bool IsWithBot { get; init; }
}

/// <summary>
/// Where something is said: a chat or a channel, and in a channel perhaps the thread below the post <c>Root</c>. <c>Id</c> is the conversation's id on the wire,
/// <c>Thread</c> the chat's or channel's own, by which limits count.
/// </summary>
internal sealed record Place(string Thread, string Type, string TenantId, ImmutableHashSet<string> Members)
{
    public string? Root { get; init; }
    public string? TeamId { get; init; }
    public string Id => Root is null ? Thread : $"{Thread};messageid={Root}";
    public bool IsChannel => TeamId is not null;
}
