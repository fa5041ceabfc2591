using IntroBot.Ledger;
using IntroBot.Playground.Teams;
using IntroBot.Playground.Teams.Acts;
using IntroBot.Tests.TwoPlatforms;

namespace IntroBot.Tests.Promises;

/// <summary>Whatever Teams delivers twice (a message under the same id, an invoke under another, both at once) happens once: the same rows, posts and messages as in a life where all came once.</summary>
public sealed class EverythingTwice(ITestOutputHelper output)
{
    [Fact]
    public async Task A_life_in_which_all_comes_twice_is_the_same_life()
    {
        var (once, acts) = await Life(twice: false);
        var (twice, _) = await Life(twice: true);
        Assert.Equal(once, twice);
        output.WriteLine($"promises 4 and 6 on Teams: n = {acts} acts, each once and each twice at once, no randomness; the same in the end:\n{once}");
    }

    private static async Task<(string Summary, int Acts)> Life(bool twice)
    {
        await using var house = new House(slackToo: false);
        await house.Settle();
        var acts = 0;
        async Task<Seen> Do(Func<Task<Seen>> act)
        {
            acts++;
            if (twice)
            {
                house.Teams.Deliveries.Double();
            }

            var seen = await act();
            Assert.True(seen.Ok, seen.Why + string.Join(' ', seen.Errors.Values));
            await house.Settle();
            return seen;
        }

        var (jack, ravi) = (Maison.Jack, Maison.Ravi);
        await Do(() => house.Teams.SayInPersonalChat(jack, "introduce Ada Martin, backend engineer, ada.martin@example.com"));
        await Do(() => house.Teams.Press(jack, house.Told(jack)[^1], "introduce", new Dictionary<string, string?> { ["route"] = "tech", ["agreement"] = "agreed" }));
        await Do(() => house.Teams.OpenMessageExtension(jack, "introduce"));
        await Do(() => house.Teams.SubmitDialog(jack, House.Ada.Where(static field => field.Input != "address").Append(("address", "grace@example.com")).ToDictionary(static field => field.Item1, static field => field.Item2)));
        foreach (var step in (string[])["claim", "contact", "met", "not-now"])
        {
            await Do(() => house.Teams.Press(ravi, house.Cards()[0], step));
        }

        await Do(() => house.Teams.SubmitDialog(ravi, new Dictionary<string, string?> { ["reason"] = "later" }));
        await Do(() => house.Teams.Press(ravi, house.Cards()[0], "reopen"));
        await Do(() => house.Teams.Press(ravi, house.Cards()[0], "hired"));
        await Do(() => house.Teams.SubmitDialog(ravi));
        await Do(() => house.Teams.SayInPersonalChat(jack, "my introductions"));
        await Do(() => house.Teams.Press(jack, house.Told(jack)[^1], "mute"));
        await Do(() => house.Teams.Press(jack, house.Told(jack)[^1], "withdraw"));
        await Do(() => house.Teams.SubmitDialog(jack));
        await Do(() => house.Teams.MentionInChannel(jack, Maison.General, "help"));
        await Do(() => house.Teams.Install(jack, times: 2));

        var kinds = house.Store.Rows.Where(static row => row.Table is Table.Intro or Table.Audit or Table.Kudos or Table.KudosQ or Table.People or Table.Contact)
            .CountBy(static row => $"{row.Table} {(row.Table == Table.Intro ? row.Key.Split('|')[0] : "")}").Where(static kind => kind.Key is not "Intro q" and not "Intro lease").OrderBy(static kind => kind.Key, StringComparer.Ordinal);
        var posts = new[] { Maison.Tech, Maison.Recruiting, Maison.Thanks, Maison.General, house.Teams.PersonalChat(jack), house.Teams.PersonalChat(ravi) }.Select(thread => $"{thread}: {house.Teams.Posts(thread).Count(static post => post.Bot)}");
        return (string.Join('\n', kinds.Select(static kind => $"{kind.Key}: {kind.Value}").Concat(posts)), acts);
    }
}
