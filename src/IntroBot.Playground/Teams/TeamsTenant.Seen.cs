using System.Text.Json.Nodes;
using IntroBot.Playground.Teams.State;

namespace IntroBot.Playground.Teams;

/// <summary>What can be seen of it: by people, and by tests.</summary>
internal sealed partial class TeamsTenant
{
    public IReadOnlyList<Exchange> Exchanges => Read(state => state.Exchanges.ToArray());

    /// <summary>The activities sent to the bot, oldest first, repeated ones too.</summary>
    public IReadOnlyList<JsonObject> Activities => [.. Exchanges.Where(exchange => exchange.From == "teams").Select(exchange => Json.Parse(exchange.Body)!.AsObject())];

    public IEnumerable<Exchange> ExchangesOf(string what) => Exchanges.Where(exchange => exchange.What == what);

    /// <summary>What stands in a chat or channel, oldest first, threads' replies included, what was taken back left out.</summary>
    public IReadOnlyList<Post> Posts(string thread) => Read(state => state.In(thread).Where(post => !post.Deleted).ToArray());

    /// <summary>What stands in the bot's personal chat with somebody, both sides.</summary>
    public IReadOnlyList<Post> Personal(string person) => Posts(PersonalChat(person));

    /// <summary>A thread in a channel: its root and the replies.</summary>
    public IReadOnlyList<Post> Thread(string channel, string root) => [.. Posts(channel).Where(post => post.Root == root)];

    /// <summary>The id of the bot's personal chat with somebody.</summary>
    public string PersonalChat(string person) => Read(state => state.PersonalChat(person).Id);

    /// <summary>A post's card as this person has it on their screen: perhaps another one than everybody's.</summary>
    public JsonObject? CardFor(string person, Post post) => Read(state => CardFor(state, person, post));

    public Dialog? Dialog(string person) => Read(state => state.Dialogs.GetValueOrDefault(person));

    /// <summary>What lies in somebody's compose box.</summary>
    public Composed? Composed(string person) => Read(state => state.Composed.GetValueOrDefault(person));

    public Member Member(string person) => Read(state => state.People[person]);

    public void Add(Member member, params string[] teams) => Change(state =>
    {
        state.People[member.Id] = member;
        foreach (var team in teams)
        {
            state.Teams[team] = state.Teams[team] with { Members = state.Teams[team].Members.Add(member.Id) };
        }

        return true;
    });

    public void ChangeMember(string person, Func<Member, Member> change) => Change(state => state.People[person] = change(state.People[person]));

    /// <summary>The person blocks the bot, or lets it write again.</summary>
    public void Block(string person, bool blocked = true) => Change(state => blocked ? state.Blocked.Add(person) : state.Blocked.Remove(person));

    /// <summary>Tokens handed out so far are refused from now on.</summary>
    public void RevokeTokens() => Change(state =>
    {
        state.Tokens.Clear();
        return true;
    });

    private static JsonObject? CardFor(TenantState state, string person, Post post) => CardsFor(state, person, post).FirstOrDefault();

    private static JsonObject[] CardsFor(TenantState state, string person, Post post) =>
        state.Views.GetValueOrDefault((person, post.Thread, post.Id)) is { } view ? [JsonNode.Parse(view)!.AsObject()] : [.. post.Cards];
}
