using IntroBot.Conversation;
using IntroBot.Introductions;
using IntroBot.Ledger;

namespace IntroBot.Agreements;

/// <summary>Where the organisation's host is reached, from the settings alone: no link is ever built from what a request says.</summary>
public sealed record PublicAddress(Uri Base)
{
    /// <summary>The contact's page behind a token.</summary>
    public Uri Page(string token) => new(new Uri(Base.AbsoluteUri.TrimEnd('/') + "/"), "c/" + token);
}

/// <summary>
/// The links to contacts' pages (trust: 256 bits, derived so that a link can be shown again, stored as a hash alone). A row of <see cref="Table.Token"/> leads from the hash to the introduction;
/// whether the link is live only the introduction's head says.
/// </summary>
public sealed class ContactLinks(Keys keys, IStore store, PublicAddress address, Func<Guid> newOp)
{
    private const string Row = "t";

    /// <summary>The link that takes the place of the present one.</summary>
    public ContactLink Next(Introduction introduction, LinkPurpose purpose)
    {
        var generation = introduction.Links.Count;
        return new ContactLink(keys.Links(introduction.Id, Name(purpose), generation)[0].Hash, purpose, generation);
    }

    /// <summary>The token of the live link; null when there is none.</summary>
    public string? Token(Introduction introduction) => introduction.Link is { } link ? Token(introduction.Id, link) : null;

    /// <summary>The link to pass on, never the contact's own. Declined quietly, it is one that leads nowhere.</summary>
    public Uri? Url(Introduction introduction) =>
        (introduction.IsQuiet ? introduction.Decoy : introduction.Link) is { Purpose: not LinkPurpose.Own } link && Token(introduction.Id, link) is { } token ? address.Page(token) : null;

    /// <summary>Makes a link lead to its introduction; it opens nothing before the head names it.</summary>
    public Task Keep(IntroductionId id, ContactLink link, CancellationToken cancellation) =>
        store.Commit(new Commit(Table.Token, link.Hash, newOp(), [new Write.Insert(Row, Json.Write(new Leads(id)))]), cancellation);

    /// <summary>Makes a link lead nowhere.</summary>
    public Task Forget(string hash, CancellationToken cancellation) => store.Commit(new Commit(Table.Token, hash, newOp(), [new Write.Delete(Row)]), cancellation);

    /// <summary>Whether a link still leads somewhere.</summary>
    public async Task<bool> Remains(string hash, CancellationToken cancellation) => await store.Get(Table.Token, hash, Row, cancellation) is not null;

    /// <summary>Where a token leads, whether its link is live or not; null for a token that was never given out or is forgotten.</summary>
    public async Task<(IntroductionId Introduction, string Hash)?> Find(string token, CancellationToken cancellation)
    {
        foreach (var hash in keys.LinkHashes(token))
        {
            if (await store.Get(Table.Token, hash, Row, cancellation) is { } row)
            {
                return (Json.Read<Leads>(row).Introduction, hash);
            }
        }

        return null;
    }

    private string? Token(IntroductionId id, ContactLink link) => keys.Links(id, Name(link.Purpose), link.Generation).FirstOrDefault(found => found.Hash == link.Hash).Token;

    private static string Name(LinkPurpose purpose) => purpose.ToString().ToLowerInvariant();

    private sealed record Leads(IntroductionId Introduction);
}
