using System.Net;
using IntroBot.Conversation;
using IntroBot.Teams;
using IntroBot.Teams.Calling;
using Microsoft.Extensions.Options;

namespace IntroBot.Tests.Teams;

public sealed class ServiceUrlTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net/amer/3f2a0b6e-0c52-4f0e-9b11-5f1f3b8c1d2e/")]
    [InlineData("https://SMBA.trafficmanager.net/teams")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams")]
    [InlineData("https://smba.trafficmanager.net:443/emea/")]
    public void Teams_own_addresses_are_allowed(string url) => Assert.True(Allowed().Allows(url));

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Nothing_else_is(string url) => Assert.False(Allowed().Allows(url), url);

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task An_activity_that_would_lead_elsewhere_is_refused_and_nothing_is_sent(string url)
    {
        await using var app = await TeamsApp.Start(Samples.Answers(Samples.Notice("hello")));
        using var answer = await app.Send(Samples.Says("hello").With("serviceUrl", url));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(app.Turns);
        Assert.Equal(0, app.Connector.All);
    }

    [Fact]
    public void Settings_add_origins_exactly_and_http_on_loopback_alone()
    {
        var allowed = Allowed("https://connector.example.test:8443/x", "http://127.0.0.1:5999");
        Assert.True(allowed.Allows("https://connector.example.test:8443/teams/"));
        Assert.True(allowed.Allows("http://127.0.0.1:5999/tenant/"));
        Assert.False(allowed.Allows("https://connector.example.test/teams/"));
        Assert.False(allowed.Allows("http://connector.example.test:8443/"));
        Assert.False(allowed.Allows("http://127.0.0.1:5998/"));
        Assert.False(allowed.Allows("http://localhost:5999/"));
    }

    [Fact]
    public void The_government_clouds_are_apart()
    {
        var options = new TeamsOptions { Cloud = TeamsCloud.UsGov };
        var allowed = new ServiceUrls(Options.Create(options));
        Assert.True(allowed.Allows("https://smba.infra.gov.teams.microsoft.us/teams"));
        Assert.False(allowed.Allows("https://smba.trafficmanager.net/emea/"));
        Assert.False(Allowed().Allows("https://smba.infra.gov.teams.microsoft.us/teams"));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var app = await TeamsApp.Start(Samples.Answers(new Answer.Done()));
        app.Connector.Next("thread", () => new HttpResponseMessage(HttpStatusCode.TemporaryRedirect) { Headers = { Location = new Uri("https://attacker.example/") } });
        var delivery = await app.Platform.Post(new ChannelRef(PlatformKind.Teams, Samples.Channel), Card.Of(Language.En, Line.Of("x")), null, "k", TestContext.Current.CancellationToken);
        Assert.IsType<Delivery.Refused>(delivery);
        Assert.Equal(1, app.Connector.All);
    }

    public static TheoryData<string> Hostile() =>
    [
        "https://smba.trafficmanager.net.attacker.example/emea/",
        "https://attacker.example/smba.trafficmanager.net/",
        "https://smba.trafficmanager.net@attacker.example/",
        "https://smba.trafficmanager.net:x@attacker.example/",
        "https://smba.trafficmanager.net%40attacker.example/",
        "https://smba.trafficmanager.net#@attacker.example/",
        "https://smba.trafficmanager.net?@attacker.example/",
        "https://smba.trafficmanager.net\\@attacker.example/",
        "https://smba.trafficmanager.net./emea/",
        "https://smba.trafficmanager.net:444/emea/",
        "https://smba.trafficmanager.net:80/emea/",
        "http://smba.trafficmanager.net/emea/",
        "ftp://smba.trafficmanager.net/emea/",
        "//smba.trafficmanager.net/emea/",
        "smba.trafficmanager.net/emea/",
        "https:smba.trafficmanager.net/emea/",
        "https:/smba.trafficmanager.net/emea/",
        "https:///smba.trafficmanager.net/emea/",
        " https://smba.trafficmanager.net/emea/",
        "https://smba.trafficmanager.net/emea/ ",
        "https://smba.trafficmanager.net/\r\nHost: attacker.example",
        "https://smba.trafficmanager.net/../x",
        "https://smba.trafficmanager.net/%2e%2e/x",
        "https://evil-smba.trafficmanager.net/",
        "https://xsmba.trafficmanager.net/",
        "https://evil.trafficmanager.net/",
        "https://trafficmanager.net/",
        "https://ѕmba.trafficmanager.net/",
        "https://xn--mba-7qd.trafficmanager.net/",
        "https://smba。trafficmanager.net/",
        "https://127.0.0.1/",
        "http://127.0.0.1/",
        "http://localhost/",
        "https://localhost/",
        "https://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://169.254.169.254/metadata/identity/oauth2/token",
        "http://169.254.169.254/",
        "https://10.0.0.5/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/plain,x",
        "https://",
        "https://:443/",
        "https://api.botframework.com/",
        "https://graph.microsoft.com/",
        "https://login.microsoftonline.com/",
    ];

    private static ServiceUrls Allowed(params string[] more)
    {
        var options = new TeamsOptions();
        foreach (var url in more)
        {
            options.ServiceUrls.Add(url);
        }

        return new ServiceUrls(Options.Create(options));
    }
}
