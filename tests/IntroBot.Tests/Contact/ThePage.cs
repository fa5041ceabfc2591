using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using IntroBot.Conversation;
using IntroBot.Host.Contact;
using Microsoft.Extensions.DependencyInjection;

namespace IntroBot.Tests.Contact;

/// <summary>The contact's page as a browser gets it.</summary>
public sealed partial class ThePage
{
    private static readonly (string, string) s_english = ("Accept-Language", "en");

    [Fact]
    public async Task A_link_that_opens_nothing_is_the_same_for_every_address_and_every_method()
    {
        await using var site = await SampleSite.Start();
        using var wire = new Wire(site.Address);
        using var first = await wire.Send(HttpMethod.Get, "c/unknown", null, s_english);
        var expected = await Wire.Text(first);
        Assert.Contains("This page is no longer here", expected, StringComparison.Ordinal);
        foreach (var (method, path) in new[]
        {
            (HttpMethod.Get, "c/another"), (HttpMethod.Get, "c/"), (HttpMethod.Get, "c"), (HttpMethod.Get, "c/own/more"), (HttpMethod.Get, $"c/{new string('a', 4000)}"),
            (HttpMethod.Get, "c/unknown?format=json"), (HttpMethod.Get, "c/invited?format=json"), (HttpMethod.Put, "c/own"), (HttpMethod.Delete, "c/own"), (HttpMethod.Post, "c/own"), (HttpMethod.Options, "c/own"),
        })
        {
            using var other = await wire.Send(method, path, null, s_english);
            Assert.True(HttpStatusCode.NotFound == other.StatusCode, $"{method} {path}: {other.StatusCode}");
            Assert.Equal(expected, await Wire.Text(other));
            Assert.Equal(first.Content.Headers.ToString(), other.Content.Headers.ToString());
        }

        using var press = await wire.Send(HttpMethod.Post, "c/unknown", new FormUrlEncodedContent([new("step", "agree")]), s_english);
        Assert.Equal((HttpStatusCode.NotFound, expected), (press.StatusCode, await Wire.Text(press)));
    }

    [Fact]
    public async Task Its_head_says_nothing_of_anybody()
    {
        await using var site = await SampleSite.Start("Canary Name");
        using var wire = new Wire(site.Address);
        foreach (var token in SamplePages.All(Language.En).Keys)
        {
            var page = await wire.Read($"c/{token}");
            var head = page[..page.IndexOf("<body>", StringComparison.Ordinal)];
            Assert.Contains("<title>An introduction</title>", head, StringComparison.Ordinal);
            Assert.DoesNotContain("Canary", head, StringComparison.Ordinal);
            Assert.Contains("Canary", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_has_no_script_and_loads_nothing()
    {
        await using var site = await SampleSite.Start();
        using var wire = new Wire(site.Address);
        foreach (var token in SamplePages.All(Language.En).Keys.Append("unknown"))
        {
            var page = await wire.Read($"c/{token}");
            Assert.DoesNotMatch(Active(), page);
            Assert.All(Loaded().Matches(page), static address => Assert.StartsWith("data:", address.Groups[1].Value, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("invited", null, "fr-FR,fr;q=0.9", "fr")]
    [InlineData("invited", null, "de-DE,en;q=0.4,fr;q=0.6", "fr")]
    [InlineData("invited", null, "de-DE", "en")]
    [InlineData("invited", null, "fr;q=0, nonsense;;;", "en")]
    [InlineData("invited", "fr", "en", "fr")]
    [InlineData("own", null, "fr-FR", "en")]
    [InlineData("own", "fr", "en", "fr")]
    [InlineData("own", "<script>", "en", "en")]
    [InlineData("unknown", null, "en", "en")]
    [InlineData("unknown", null, "", "fr")]
    public async Task It_speaks_the_language_that_was_chosen_or_that_the_browser_asks_for(string token, string? chosen, string accepted, string spoken)
    {
        await using var site = await SampleSite.Start();
        using var wire = new Wire(site.Address);
        var page = await wire.Read($"c/{token}{(chosen is null ? "" : $"?language={Uri.EscapeDataString(chosen)}")}", accepted);
        Assert.Contains($"<html lang=\"{spoken}\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_brings_what_stands_in_the_form_and_what_was_left_out_is_absent()
    {
        await using var site = await SampleSite.Start();
        using var wire = new Wire(site.Address);
        var page = await wire.Read("c/invited", "fr");
        var (status, answered) = await wire.Press("c/invited", page, "agree", ("contact", "Ada Martin"), ("address", "ada@example.com"), ("hears", "end"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Ce lien n’est qu’à vous", answered, StringComparison.Ordinal);
        var press = Assert.Single(site.Presses);
        Assert.Equal(("agree", Language.Fr), (press.Step, press.Language));
        Assert.Equal("Ada Martin|ada@example.com|backend engineer|Lyon|end|fr", string.Join('|', new[] { "contact", "address", "about", "location", "hears", "language" }.Select(field => press.Fields[field])));
        Assert.DoesNotContain("relation", press.Fields);
        Assert.Matches("^[0-9a-f]{16}$", press.Notice);

        await wire.Press("c/invited", page, "agree", ("relation", ""));
        Assert.Equal("", site.Presses[1].Fields["relation"]);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_press_and_another_is_another()
    {
        await using var site = await SampleSite.Start();
        using var wire = new Wire(site.Address);
        var page = await wire.Read("c/own");
        await wire.Press("c/own", page, "correct", ("contact", "Ada"));
        await wire.Press("c/own", page, "correct", ("contact", "Ada"));
        await wire.Press("c/own", page, "correct", ("contact", "Ada Martin"));
        await wire.Press("c/own", page, "withdraw");
        await wire.Press("c/own", await wire.Read("c/own"), "withdraw");
        var nonces = site.Presses.Select(static press => press.Nonce).ToList();
        Assert.Equal(nonces[0], nonces[1]);
        Assert.Equal(4, nonces.Distinct().Count());
    }

    [Fact]
    public async Task What_was_typed_stays_beside_the_reason_it_was_not_taken()
    {
        await using var site = await SampleSite.Start();
        using var wire = new Wire(site.Address);
        var (status, page) = await wire.Press("c/invited", await wire.Read("c/invited"), "agree", ("contact", "?"), ("address", "at the café"), ("relation", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("""<p class="refused" id="agree-contact-error">What may the recruiter call you? Up to 100 characters.</p>""", page, StringComparison.Ordinal);
        Assert.Matches("""<input id="agree-contact" name="contact" value="\?" [^>]*aria-describedby="agree-contact-hint agree-contact-error"[^>]*aria-invalid="true" """.TrimEnd(), page);
        Assert.Matches("""<input id="agree-address" name="address" value="at the café" """, page);
        Assert.Contains("""name="relation" value="" checked>""", page, StringComparison.Ordinal);
        Assert.Contains("""<li><a href="#agree-contact">What may the recruiter call you? Up to 100 characters.</a></li>""", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_that_is_no_longer_possible_changes_nothing_and_shows_how_things_stand()
    {
        await using var site = await SampleSite.Start();
        using var wire = new Wire(site.Address);
        var (status, page) = await wire.Press("c/own-withdrawn", await wire.Read("c/own"), "withdraw");
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("""<p class="done" role="status">Nothing was changed. This is how things stand.</p>""", page, StringComparison.Ordinal);
        Assert.Contains("It was withdrawn, and your details are erased.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_contacts_own_link_is_built_from_the_public_address_whatever_host_the_request_names()
    {
        await using var site = await SampleSite.Start();
        using var wire = new Wire(site.Address);
        using var form = new FormUrlEncodedContent(Wire.Form(await wire.Read("c/invited"), "agree"));
        using var answer = await wire.Send(HttpMethod.Post, "c/invited", form, ("Host", "evil.example"), ("X-Forwarded-Host", "evil.example"));
        var page = await Wire.Text(answer);
        Assert.Contains("href=\"https://intro.example.test/c/own-of-invited\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", page + answer.Headers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_was_hired_is_not_asked_about_another_time_and_is_told_when_the_details_are_gone()
    {
        await using var site = await SampleSite.Start();
        using var http = new HttpClient { BaseAddress = site.Address };
        Assert.Contains("value=\"pool\">", await http.GetStringAsync(new Uri("c/own", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"pool\">", await http.GetStringAsync(new Uri("c/own-hired", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains(Words.ResourceManager.GetString(nameof(Words.ContactErased), CultureInfo.InvariantCulture)!, await http.GetStringAsync(new Uri("c/own-hired-erased", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_for_the_head_alone_gets_no_body()
    {
        await using var site = await SampleSite.Start();
        using var wire = new Wire(site.Address);
        using var head = await wire.Send(HttpMethod.Head, "c/own");
        Assert.Equal((HttpStatusCode.OK, ""), (head.StatusCode, await Wire.Text(head)));
    }

    [Fact]
    public async Task One_network_that_asks_too_often_waits_and_is_told_so()
    {
        await using var site = await SampleSite.Start(services: static services => services.AddSingleton(new ContactLimits(5, 1, 1000, 1)));
        using var wire = new Wire(site.Address);
        for (var i = 0; i < 20; i++)
        {
            await wire.Read("c/own");
        }

        using var refused = await wire.Send(HttpMethod.Get, "c/own");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("60", refused.Headers.GetValues("Retry-After").Single());
        Assert.Contains("text/html", refused.Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.0/8", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData(null, false)]
    public async Task Only_a_known_proxy_says_which_network_a_request_came_from(string? proxies, bool believed)
    {
        await using var site = await SampleSite.Start(services: static services => services.AddSingleton(new ContactLimits(5, 1, 1000, 1)), proxies: proxies);
        using var wire = new Wire(site.Address);
        var served = 0;
        for (var network = 0; network < 20; network++)
        {
            using var answer = await wire.Send(HttpMethod.Get, "c/own", null, ("X-Forwarded-For", $"192.0.{network}.1"));
            served += answer.StatusCode == HttpStatusCode.OK ? 1 : 0;
        }

        Assert.Equal(believed, served == 20);
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.200", true)]
    [InlineData("192.0.2.7", "192.0.3.7", false)]
    [InlineData("::ffff:192.0.2.7", "192.0.2.9", true)]
    [InlineData("2001:db8:1:200::1", "2001:db8:1:2ff:abcd::2", true)]
    [InlineData("2001:db8:1:200::1", "2001:db8:1:300::1", false)]
    public void Neighbours_share_a_limit(string one, string other, bool neighbours) =>
        Assert.Equal(neighbours, ContactLimiting.Network(IPAddress.Parse(one)) == ContactLimiting.Network(IPAddress.Parse(other)));

    [GeneratedRegex(@"<script|<iframe|<object|<embed|<base|\son\w+\s*=|javascript:|\sstyle\s*=|http-equiv|@import|url\(", RegexOptions.IgnoreCase)]
    private static partial Regex Active();

    [GeneratedRegex(@"(?:src|<link[^>]*href)=""([^""]*)""", RegexOptions.IgnoreCase)]
    private static partial Regex Loaded();
}
