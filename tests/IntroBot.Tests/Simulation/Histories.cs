namespace IntroBot.Tests.Simulation;

/// <summary>Whatever dies, stalls or gets lost, whenever: what was committed is carried out, in order, and only what was sent by someone who then died is sent again.</summary>
public sealed class Histories(ITestOutputHelper output)
{
    private static readonly bool Proves = Environment.GetEnvironmentVariable("PROVE") == "1";

    [Fact]
    public async Task No_history_breaks_the_rules()
    {
        var found = await Explore(Proves ? 20_000 : int.Parse(Environment.GetEnvironmentVariable("N") ?? "300", System.Globalization.CultureInfo.InvariantCulture), seed => new Scenario(seed));
        Assert.Empty(found.Broken);
        Assert.True(found["crashes"] > 0 && found["fenced"] > 0 && found["late"] > 0);
    }

    private async Task<Findings> Explore(int histories, Func<int, Scenario> scenario)
    {
        const int first = 1;
        var found = new Findings();
        for (var seed = first; seed < first + histories; seed++)
        {
            await found.Add(Simulation.Run(scenario(seed)), seed);
        }

        output.WriteLine($"n = {histories} histories, seeds {first} to {first + histories - 1}: {found}");
        return found;
    }
}
