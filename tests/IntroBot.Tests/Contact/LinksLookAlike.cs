using System.Diagnostics;
using System.Globalization;
using System.Net;
using IntroBot.Agreements;
using IntroBot.Tests.Introductions;
using Microsoft.Extensions.DependencyInjection;

namespace IntroBot.Tests.Contact;

/// <summary>Promise 20: a link that opens nothing does not say why, in its bytes or in the reads behind it; and no link can be guessed.</summary>
public sealed class LinksLookAlike(ITestOutputHelper output)
{
    private const int Rounds = 300;

    [Fact]
    public async Task Unknown_answered_replaced_expired_denied_and_erased_are_one_answer()
    {
        await using var company = new Company();
        var dead = (await Lives.Live(company)).Where(static link => !link.Opens).ToList();
        using var wire = new Wire(company.World.CreateDefaultClient());
        var answers = new Dictionary<string, string>();
        foreach (var link in dead)
        {
            foreach (var query in new[] { "", "?format=json", "?language=en" })
            {
                using var answer = await wire.Send(HttpMethod.Get, $"/c/{link.Token}{query}", null, ("Accept-Language", "en"));
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
                answers[$"{link.State}{query}"] = $"{answer.Headers}{answer.Content.Headers}{await Wire.Text(answer)}";
            }
        }

        Assert.Single(answers.Values.Distinct());
        var times = dead.ToDictionary(static link => link.State, static _ => new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var link in dead)
            {
                var started = Stopwatch.GetTimestamp();
                using var answer = await wire.Send(HttpMethod.Get, $"/c/{link.Token}");
                times[link.State].Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
            }
        }

        var medians = times.Select(static time => $"{time.Key} {time.Value.Order().ElementAt(Rounds / 2).ToString("0", CultureInfo.InvariantCulture)}");
        output.WriteLine($"promise 20: {answers.Count} answers of {dead.Count} kinds are one, to the byte; medians in µs, n = {Rounds} each, interleaved: {string.Join(", ", medians)}");
    }

    [Fact]
    public async Task A_token_that_was_never_given_out_takes_the_same_reads_as_one_that_is_dead()
    {
        await using var company = new Company();
        var dead = (await Lives.Live(company)).Where(static link => !link.Opens).ToList();
        var reads = new List<int>();
        foreach (var link in dead)
        {
            // The pump may be reading too; the fewest of a few tries are the page's own.
            var counts = new List<int>();
            for (var i = 0; i < 5; i++)
            {
                var before = company.Store.Reads;
                await company.World.Services.GetRequiredService<OpenContactPage>()(link.Token, CancellationToken.None);
                counts.Add(company.Store.Reads - before);
            }

            reads.Add(counts.Min());
        }

        Assert.True(reads.Distinct().Count() == 1, string.Join(", ", dead.Zip(reads, static (link, count) => $"{link.State}: {count}")));
    }

    [Fact]
    public async Task A_link_has_256_bits_and_only_its_hash_is_stored()
    {
        await using var company = new Company();
        var links = await Lives.Live(company);
        Assert.All(links, static link => Assert.Matches("^[A-Za-z0-9_-]{43}$", link.Token));
        Assert.Equal(links.Count, links.Select(static link => link.Token).Distinct().Count());
        Assert.DoesNotContain(company.Store.Ever, row => links.Any(link => row.Body.Contains(link.Token, StringComparison.Ordinal) || row.Partition.Contains(link.Token, StringComparison.Ordinal) || row.Key.Contains(link.Token, StringComparison.Ordinal)));
    }
}
