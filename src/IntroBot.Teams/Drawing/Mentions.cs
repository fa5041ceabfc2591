using IntroBot.Conversation;

namespace IntroBot.Teams.Drawing;

/// <summary>Whom a card can mention: the <c>29:…</c> ids known for it. Collects what was mentioned.</summary>
internal sealed class Mentions(IReadOnlyDictionary<Account, string> known)
{
    private const string Unfit = "<>&\\`*_[](){}#~|\"";

    private readonly Dictionary<string, MentionEntity> entities = [];

    public static Mentions None => new(new Dictionary<Account, string>());

    /// <summary>The mentions that stand in a card's texts, and in those alone.</summary>
    public IReadOnlyList<MentionEntity> Within(IReadOnlyList<Element> body)
    {
        var texts = Texts(body).ToList();
        return [.. entities.Values.Where(entity => texts.Any(text => text.Contains(entity.Text, StringComparison.Ordinal)))];
    }

    public bool CanMention(Person person) => person.On(PlatformKind.Teams) is { } account && known.ContainsKey(account);

    /// <summary>The tag that mentions somebody; the same person has the same tag throughout a card, two of one name have two.</summary>
    public string Tag(Person person)
    {
        var id = known[person.On(PlatformKind.Teams)!];
        var name = Name(person.Name);
        var tag = $"<at>{name}</at>";
        for (var again = 2; entities.TryGetValue(tag, out var other) && other.Mentioned.Id != id; again++)
        {
            tag = $"<at>{name} {again}</at>";
        }

        entities[tag] = new MentionEntity(tag, new MentionedId(id, name));
        return tag;
    }

    /// <summary>Everybody a card speaks of.</summary>
    public static IEnumerable<Person> In(Card card) => card.Parts.SelectMany(static part => part switch
    {
        Part.Paragraph paragraph => [paragraph.Line],
        Part.Aside aside => [aside.Line],
        Part.Quote quote => [quote.Line],
        Part.Facts facts => facts.Values.Select(static fact => fact.Value),
        _ => Enumerable.Empty<Line>(),
    }).SelectMany(static line => line.Runs).OfType<Run.Mention>().Select(static mention => mention.Person).DistinctBy(static person => person.Id);

    private static IEnumerable<string> Texts(IReadOnlyList<Element> body) => body.SelectMany(static element => element switch
    {
        TextBlock block => [block.Text],
        Container container => Texts(container.Items),
        _ => [],
    });

    private static string Name(string name) => Fit.Text(new string([.. name.Select(static c => Unfit.Contains(c, StringComparison.Ordinal) || c == '\n' ? ' ' : c)]).Trim(), Limits.Name);
}
