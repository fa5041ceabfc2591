using System.Net;
using IntroBot.Tests.Introductions;

namespace IntroBot.Tests.Contact;

/// <summary>Promise 19: whatever fetches a link, a scanner, a preview, somebody curious, leaves no trace in the store.</summary>
public sealed class OpeningChangesNothing(ITestOutputHelper output)
{
    private const int Each = 1000;

    [Fact]
    public async Task In_no_state_of_a_link_does_fetching_it_change_a_row()
    {
        await using var company = new Company();
        var links = await Lives.Live(company);
        using var wire = new Wire(company.World.CreateDefaultClient());
        var (rows, ever, commits) = (company.Store.Rows, company.Store.Ever.Count, company.Store.Commits);
        foreach (var link in links)
        {
            for (var i = 0; i < Each; i++)
            {
                var path = $"/c/{link.Token}{(i % 4) switch { 0 => "", 1 => "?language=fr", 2 => "?language=en", _ => "?format=html" }}";
                using var answer = await wire.Send(i % 2 == 0 ? HttpMethod.Get : HttpMethod.Head, path);
                Assert.True(answer.StatusCode == (link.Opens ? HttpStatusCode.OK : HttpStatusCode.NotFound), $"{link.State}: {answer.StatusCode}");
            }
        }

        Assert.Equal((ever, commits), (company.Store.Ever.Count, company.Store.Commits));
        Assert.Equal(rows, company.Store.Rows);
        output.WriteLine($"promise 19: n = {Each} GET and HEAD in each of {links.Count} states of a link, 0 rows changed, no seed (nothing is drawn)");
    }
}
