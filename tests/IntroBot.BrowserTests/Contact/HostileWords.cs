using IntroBot.BrowserTests.Driving;
using IntroBot.Tests.Contact;

namespace IntroBot.BrowserTests.Contact;

/// <summary>Words that try to become markup, in every field of every page: the browser shows them, and does nothing of what they say.</summary>
public sealed class HostileWords(Chromium chromium, ITestOutputHelper output)
{
    private static readonly string[] s_corpus =
    [
        "<script>alert(1)</script>", "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<svg><script>alert(1)</script></svg>",
        "\" onfocus=\"alert(1)\" autofocus=\"", "\" style=\"background:url(https://evil.example/x)", "</style><script>alert(1)</script>", "</title><script>alert(1)</script>", "</textarea><script>alert(1)</script>",
        "<iframe srcdoc=\"<script>alert(1)</script>\">", "<a href=\"javascript:alert(1)\">x</a>", "javascript:alert(1)", "<form action=https://evil.example><input type=submit>", "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
        "<base href=https://evil.example/>", "<link rel=stylesheet href=https://evil.example/x.css>", "<style>body{background:url(https://evil.example/x)}</style>", "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<!--><script>alert(1)</script>-->", "<body onload=alert(1)>", "<details open ontoggle=alert(1)>", "<input autofocus onfocus=alert(1)>", "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;alert(1)&#60;/script&#62;",
        "\u202E<script>alert(1)</script>", "+ADw-script+AD4-alert(1)+ADw-/script+AD4-", "{{constructor.constructor('alert(1)')()}}", "${alert(1)}", "<button formaction=https://evil.example name=step value=erase>x</button>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "\0<script>alert(1)</script>", "<ScRiPt\n>alert(1)</ScRiPt\t>", "<object data=https://evil.example>", "<embed src=https://evil.example>",
    ];

    [Fact]
    public async Task None_of_them_opens_a_dialog_loads_anything_or_troubles_the_policy()
    {
        await using var reader = await Reader.Open(chromium, Look.Desktop);
        var pages = 0;
        foreach (var words in s_corpus.Chunk(6).Select(static few => string.Join(' ', few)))
        {
            await using var site = await SampleSite.Start(words);
            foreach (var token in new[] { "by-word", $"{Uri.EscapeDataString(words.Replace('\0', ' '))}?language={Uri.EscapeDataString(words)}" })
            {
                await Visit(reader, site, token);
                pages++;
            }

            await Visit(reader, site, "invited");
            await reader.Page.ClickAsync("[name=step][value=agree]");
            await Settle(reader, site, words);
            await Visit(reader, site, "own");
            var typed = words.Replace("\0", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
            foreach (var field in new[] { "address", "about", "location" })
            {
                await reader.Page.EvaluateAsync("([id, words]) => { const field = document.getElementById(id); field.removeAttribute('maxlength'); field.value = words; }", new[] { $"correct-{field}", typed });
            }

            await reader.Page.FillAsync("#correct-contact", "?");
            await reader.Page.ClickAsync("[name=step][value=correct]");
            await Settle(reader, site, words);
            Assert.Equal(typed, await reader.Page.InputValueAsync("#correct-about"));
            pages += 4;
        }

        output.WriteLine($"hostile words: n = {s_corpus.Length} texts in every field of {pages} pages: {reader.Dialogs.Count} dialogs, {reader.Console.Count} reports");
    }

    private static async Task Visit(Reader reader, SampleSite site, string token)
    {
        await reader.Page.GotoAsync(new Uri(site.Address, $"c/{token}").AbsoluteUri);
        await Settle(reader, site, token);
    }

    private static async Task Settle(Reader reader, SampleSite site, string where)
    {
        await reader.Page.EvaluateAsync("new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
        Assert.True(reader.Dialogs.Count == 0, $"a dialog opened on {where}");
        Assert.True(reader.Console.All(static said => said.Contains("status of 4", StringComparison.Ordinal)), $"on {where}: {string.Join(" | ", reader.Console.Take(3))}");
        Assert.All(reader.Requests, address => Assert.True(address.StartsWith(site.Address.AbsoluteUri, StringComparison.Ordinal) || address == "data:,", $"{where} asked for {address}"));
        Assert.StartsWith(site.Address.AbsoluteUri, reader.Page.Url, StringComparison.Ordinal);
        Assert.Equal(0, await reader.Page.EvaluateAsync<int>("document.querySelectorAll('script, iframe, svg, object, embed, base, math, details, body [style], noscript, main link, main meta, main img').length"));
        reader.Console.Clear();
        reader.Requests.Clear();
    }
}
