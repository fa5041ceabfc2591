using IntroBot.Playground.Teams;
using IntroBot.Playground.Teams.State;
using IntroBot.Tests.TwoPlatforms;

namespace IntroBot.Tests.Processes;

/// <summary>A host in Production, in a process of its own, with nothing but Teams' settings; the Connector and the issuer of tokens are on another socket, and the clock is the wall's.</summary>
[Collection(Alone.Name)]
public sealed class TeamsOnASocket
{
    private static readonly TimeSpan s_ceiling = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_whole_life_passes()
    {
        var port = HostProcess.FreePort();
        await using var tenant = await TenantOnASocket.Open(port);
        var teams = tenant.Teams;
        var folder = Directory.CreateTempSubdirectory("introbot-teams-");
        var programme = Path.Combine(folder.FullName, "programme.yaml");
        await File.WriteAllTextAsync(programme, House.TeamsAlone, TestContext.Current.CancellationToken);
        using (await HostProcess.Start(port, new Dictionary<string, string>(tenant.Settings)
        {
            ["Programme:File"] = programme,
            ["Keys:Master"] = Convert.ToBase64String(new byte[32]),
            ["PublicBaseUrl"] = teams.Options.Bot.AbsoluteUri,
            ["Storage:Path"] = Path.Combine(folder.FullName, "introbot.db"),
        }))
        {
            Assert.True((await teams.InstallInTeam(Maison.Team, Maison.Omar)).Ok);
            Assert.True((await teams.Install(Maison.Jack)).Ok);
            await teams.Until(static teams => teams.Personal(Maison.Jack).Any(static post => post.Bot), s_ceiling);
            Assert.NotNull((await teams.OpenMessageExtension(Maison.Jack, "introduce")).Dialog);
            Assert.Null((await teams.SubmitDialog(Maison.Jack, House.Ada.ToDictionary(static field => field.Input, static field => field.Value))).Dialog);
            await Card(teams, "Waiting for");
            var card = teams.Posts(Maison.Tech)[0];
            Assert.Equal("Done.", (await teams.Press(Maison.Ravi, card, "claim")).Text);
            await Card(teams, "is on it");
            await teams.Until(static teams => teams.Posts(Maison.Thanks).Any(static post => post.Mentions.Contains(Maison.Jack)), s_ceiling);
            Assert.Contains("Ada Martin", (await teams.Press(Maison.Ravi, teams.Posts(Maison.Tech)[0], "contact")).Dialog!.Shown, StringComparison.Ordinal);
            await teams.Press(Maison.Ravi, teams.Posts(Maison.Tech)[0], "hired");
            Assert.Null((await teams.SubmitDialog(Maison.Ravi)).Dialog);
            await Card(teams, "Hired");
            await teams.Until(static teams => teams.Personal(Maison.Jack).Any(static post => TeamsAlone.Plain(post).Contains("hired!", StringComparison.Ordinal)), s_ceiling);
        }

        folder.Delete(recursive: true);
    }

    private static Task Card(TeamsTenant teams, string words) =>
        teams.Until(teams => teams.Posts(Maison.Tech) is [{ } card, ..] && TeamsAlone.Plain(card).Contains(words, StringComparison.Ordinal), s_ceiling);
}
