using System.Text.Json.Nodes;
using IntroBot.Introductions;
using IntroBot.Ledger;
using IntroBot.Tests.Agreements;
using IntroBot.Tests.Introductions;
using IntroBot.Tests.Promises;

namespace IntroBot.Tests.Contact;

/// <summary>Promise 25: what the contact takes with them is everything that is stored about them.</summary>
public sealed class ExportComplete(ITestOutputHelper output)
{
    private static readonly string[] s_canaries = ["Adelheid", "adelheid@example.com", "glassblower", "Murano", "choir", "sings alto", "Not this season"];

    [Fact]
    public async Task Every_row_that_holds_anything_of_the_contact_is_in_it_word_for_word()
    {
        await using var company = new Company();
        var own = await LivedThrough(company);
        using var wire = new Wire(company.World.CreateDefaultClient());
        var export = JsonNode.Parse(await wire.Read($"/c/{own}?format=json"))!;
        var nodes = Nodes(export).Select(static node => node.ToJsonString()).ToHashSet();
        var rows = company.Store.Rows.Where(static row => s_canaries.Any(canary => row.Body.Contains(canary, StringComparison.Ordinal))).ToList();

        Assert.All(s_canaries, canary => Assert.True(rows.Any(row => row.Body.Contains(canary, StringComparison.Ordinal)), $"nothing stores {canary}, so it proves nothing"));
        Assert.All(rows, row => Assert.True(nodes.Contains(JsonNode.Parse(row.Body)!.ToJsonString()), $"{row.Table} {row.Key} is not in the export"));
        output.WriteLine($"promise 25: {rows.Count} rows hold {s_canaries.Length} marked words, all of them are in the export, no seed (nothing is drawn)");
    }

    [Fact]
    public async Task Every_field_of_what_is_stored_is_in_it()
    {
        await using var company = new Company();
        var own = await LivedThrough(company);
        using var wire = new Wire(company.World.CreateDefaultClient());
        var export = JsonNode.Parse(await wire.Read($"/c/{own}?format=json"))!;
        var stored = company.Store.Rows.Where(row => row is { Table: Table.Intro, Key: "head" or "pii" } || row.Key.StartsWith("e|", StringComparison.Ordinal) || row.Key.StartsWith("t|", StringComparison.Ordinal)).Select(static row => JsonNode.Parse(row.Body)!);
        var names = Nodes(export).OfType<JsonObject>().SelectMany(static node => node.Select(static field => field.Key)).ToHashSet();
        var missing = stored.SelectMany(Nodes).OfType<JsonObject>().SelectMany(static node => node.Select(static field => field.Key)).Distinct().Where(field => !names.Contains(field));
        Assert.Empty(missing);
        var details = typeof(Details).GetProperties().Where(static property => property.Name != "EqualityContract").Select(static property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]);
        Assert.DoesNotContain(details, field => !names.Contains(field));
    }

    [Fact]
    public async Task It_is_behind_the_contacts_own_link_alone()
    {
        await using var company = new Company();
        var token = await company.Asks();
        using var wire = new Wire(company.World.CreateDefaultClient());
        Assert.Contains("<title>", await wire.Read($"/c/{token}?format=json"), StringComparison.Ordinal);
        await company.Agrees(token);
        Assert.Contains("This page is no longer here", await wire.Read($"/c/{token}?format=json"), StringComparison.Ordinal);
    }

    private static async Task<string> LivedThrough(Company company)
    {
        await company.Introduced(Office.Ines, fields: [("contact", "Adelheid"), ("about", "glassblower"), ("location", "Murano"), ("relation", "We sang in the same choir."), ("address", "adelheid@example.com"), ("note", "She sings alto.")]);
        var own = Assert.IsType<IntroBot.Agreements.ContactAnswer.Answered>(await company.Answer(company.LinkFor(Office.Ines), "confirm")).OwnToken;
        var card = company.Cards()[^1];
        await company.Press(Office.Clara, card, "claim");
        await company.Press(Office.Clara, company.Cards()[^1], "contact");
        await company.Press(Office.Clara, company.Cards()[^1], "not-now");
        await company.Send(Office.Clara, ("reason", "later"), ("sentence", "Not this season, and thank you."));
        await company.Answer(own, "pool", ("pool", "yes"));
        return own;
    }

    private static IEnumerable<JsonNode> Nodes(JsonNode node) => node switch
    {
        JsonObject map => map.SelectMany(static field => field.Value is null ? [] : Nodes(field.Value)).Prepend(map),
        JsonArray list => list.SelectMany(static item => item is null ? [] : Nodes(item)).Prepend(list),
        _ => [node],
    };
}
