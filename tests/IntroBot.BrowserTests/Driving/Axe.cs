using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace IntroBot.BrowserTests.Driving;

/// <summary>axe, the accessibility checker, with every rule it knows.</summary>
internal static class Axe
{
    private static readonly string[] s_grave = ["serious", "critical"];

    /// <summary>What it finds. Of rules that are kept it names one place alone, since naming them all takes longer than looking.</summary>
    public static Task<AxeResult> Looks(IPage page) => page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });

    /// <summary>What is serious or worse in it, with the places.</summary>
    public static IEnumerable<string> Grave(this AxeResult found) => found.Violations.Where(static violation => s_grave.Contains(violation.Impact))
        .Select(static violation => $"{violation.Id}: {violation.Help} ({string.Join(", ", violation.Nodes.Take(5).Select(static node => node.Html))})");
}
