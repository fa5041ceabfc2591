using System.Net;
using IntroBot.Host;
using IntroBot.Host.Contact.Drawing;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IntroBot.Tests.Contact;

/// <summary>Promise 27: what every route says to browsers, against the table of policies, and what no log says.</summary>
public sealed class HeadersEverywhere(ITestOutputHelper output)
{
    // Written down a second time, so that nothing leaves the host's own table unnoticed.
    private static readonly Dictionary<string, string> s_policy = new()
    {
        ["Content-Security-Policy"] = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        ["Cache-Control"] = "no-store",
        ["Referrer-Policy"] = "no-referrer",
        ["X-Robots-Tag"] = "noindex, nofollow",
        ["X-Content-Type-Options"] = "nosniff",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
        ["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), browsing-topics=()",
    };

    [Fact]
    public async Task Every_route_carries_its_policy()
    {
        await using var world = new World(settings: static settings => settings["PublicBaseUrl"] = "https://intro.example.test");
        using var http = world.CreateDefaultClient(new Uri("https://intro.example.test"));
        var contact = Headers.ContactPolicy(world.Services.GetRequiredService<Stylesheet>());
        var asked = 0;
        foreach (var (method, path) in Routes(world).Append(("GET", "/nowhere")).Append(("GET", "/C/upper-case")).Append(("GET", "/playground")))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.True(response.StatusCode < HttpStatusCode.InternalServerError, $"{method} {path}: {response.StatusCode}");
            foreach (var (name, value) in s_policy)
            {
                var expected = name == "Content-Security-Policy" && path.StartsWith("/c", StringComparison.OrdinalIgnoreCase) ? contact : value;
                var said = response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "nothing";
                Assert.True(said == expected, $"{method} {path} says {name}: {said}");
            }

            Assert.Equal("max-age=31536000", response.Headers.GetValues("Strict-Transport-Security").Single());
            Assert.False(response.Headers.Contains("Set-Cookie") || response.Headers.Contains("Server"), $"{method} {path}");
            asked++;
        }

        output.WriteLine($"promise 27: n = {asked} routes, each with all {s_policy.Count + 1} headers");
        Assert.True(asked > 10);
    }

    [Fact]
    public async Task The_contacts_page_may_load_nothing_run_nothing_and_be_framed_by_nobody()
    {
        await using var world = new World();
        var policy = Headers.ContactPolicy(world.Services.GetRequiredService<Stylesheet>());
        Assert.Matches(@"^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$", policy);
    }

    [Fact]
    public async Task No_log_says_a_path_even_when_everything_is_asked_for()
    {
        await using var world = new World(settings: static settings =>
        {
            settings["Logging:LogLevel:Default"] = "Trace";
            settings["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace";
            settings["Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "Trace";
        });
        using var http = world.CreateDefaultClient();
        await http.GetAsync(new Uri("/c/a-secret-token", UriKind.Relative), TestContext.Current.CancellationToken);
        await http.PostAsync(new Uri("/c/a-secret-token", UriKind.Relative), new FormUrlEncodedContent([new("step", "agree")]), TestContext.Current.CancellationToken);
        Assert.NotEmpty(world.Logged);
        Assert.DoesNotContain(world.Logged, static line => line.Contains("a-secret-token", StringComparison.Ordinal));
    }

    private static IEnumerable<(string Method, string Path)> Routes(World world) =>
        from endpoint in world.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        from method in methods.Count == 0 ? ["GET"] : methods
        let path = "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(static segment => segment.Parts[0] is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "some"))
        select (method, path);
}
