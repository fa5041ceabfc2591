using System.Text.RegularExpressions;
using IntroBot.Ledger;
using IntroBot.Playground.Slack;
using IntroBot.Tests.Agreements;
using IntroBot.Tests.Introductions;
using IntroBot.Tests.Promises;

namespace IntroBot.Tests.Architecture;

/// <summary>docs/architecture.md lists the rows of the store.</summary>
public sealed partial class TheRows
{
    [Fact]
    public async Task Every_kind_of_row_that_a_life_writes_is_told_of()
    {
        await using var company = new Company();
        await company.Slack.OpenHome(Office.Ines);
        var own = await company.Agrees(await company.Asks());
        await company.Press(Office.Clara, await company.World.CardWith("INT-"), "claim");
        await company.Answer(own, "abuse");
        await company.Answer(own, "never");
        await company.Slack.Command(Office.Ines, Demo.General, "/intros", "ask first");
        await company.Send(Office.Ines, ("about", "data engineer"), ("route", "tech"));

        var told = Told();
        var kinds = company.Store.Ever.SelectMany(static row => new[] { row.Partition.Split('|')[0], row.Key.Split('|')[row.Table == Table.Work ? 1 : 0] }.Where(static word => Word().IsMatch(word)).Select(word => (row.Table, Kind: word))).Distinct().ToList();
        Assert.Equal(Enum.GetNames<Table>().Select(static name => name.ToLowerInvariant()).Order(StringComparer.Ordinal), told.Keys.Order(StringComparer.Ordinal));
        Assert.InRange(kinds.Count, 20, 100);
        Assert.DoesNotContain(kinds, kind => !Regex.IsMatch(told[kind.Table.ToString().ToLowerInvariant()], $@"[`|]{kind.Kind}[`\\]"));
    }

    /// <summary>The lines of each table; one that names no table goes on with the one above it.</summary>
    private static Dictionary<string, string> Told()
    {
        var told = new Dictionary<string, string>();
        var table = "";
        foreach (var line in File.ReadAllText(Path.Combine(Repository.Root, "docs/architecture.md")).Split("\n### Rows\n")[1].Split("\n## ")[0].Split('\n').Where(static line => line.StartsWith('|')).Skip(2))
        {
            table = line.Split('|')[1].Trim() is { Length: > 0 } named ? named : table;
            told[table] = told.GetValueOrDefault(table) + line;
        }

        return told;
    }

    // What is no id, hash, number or time.
    [GeneratedRegex("^[a-z]{1,12}$")]
    private static partial Regex Word();
}
