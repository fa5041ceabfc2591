using System.Net;
using IntroBot.Conversation;
using IntroBot.Ledger;
using IntroBot.Teams;
using IntroBot.Tests.Programmes;
using IntroBot.Tests.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntroBot.Tests.Teams;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Teams:AppId", "x", "Teams:AppId")]
    [InlineData("Teams:TenantId", "", "Teams:TenantId")]
    [InlineData("Teams:TenantId", "common", "Teams:TenantId")]
    [InlineData("Teams:ClientSecret", "", "Teams:ClientSecret")]
    [InlineData("Teams:ManagedIdentity", "true", "Teams:ManagedIdentity")]
    [InlineData("Teams:Certificate", "/nowhere/bot.pem", "Teams:Certificate")]
    [InlineData("Teams:Authority", "http://login.example.test/", "Teams:Authority")]
    [InlineData("Teams:OpenIdMetadata", "ftp://x/", "Teams:OpenIdMetadata")]
    [InlineData("Teams:ServiceUrls", "https://fine.example.test http://not.example.test", "Teams:ServiceUrls")]
    [InlineData("Teams:ServiceUrls:0", "nonsense", "Teams:ServiceUrls")]
    [InlineData("Teams:Cloud", "7", "Teams:Cloud")]
    [InlineData("Teams:Anonymous", "true", "Teams:Anonymous")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string key, string value, string named)
    {
        var refused = await Assert.ThrowsAnyAsync<OptionsValidationException>(() => Start("Production", (key, value)));
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("urls", "http://0.0.0.0:5000")]
    [InlineData("urls", "http://localhost:5000;http://*:80")]
    [InlineData("PublicBaseUrl", "https://bot.example.test")]
    [InlineData("http_ports", "8080")]
    public async Task Anonymous_stops_a_start_that_others_could_reach(string key, string value)
    {
        var refused = await Assert.ThrowsAnyAsync<OptionsValidationException>(() => Start("Development", ("Teams:Anonymous", "true"), (key, value)));
        Assert.Contains("Teams:Anonymous", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", "localhost", null, HttpStatusCode.OK)]
    [InlineData("::1", "127.0.0.1:3978", null, HttpStatusCode.OK)]
    [InlineData("10.0.0.7", "localhost", null, HttpStatusCode.Unauthorized)]
    [InlineData("127.0.0.1", "bot.example.test", null, HttpStatusCode.Unauthorized)]
    [InlineData("127.0.0.1", "localhost", "X-Forwarded-For", HttpStatusCode.Unauthorized)]
    [InlineData(null, "localhost", null, HttpStatusCode.Unauthorized)]
    public async Task Anonymous_takes_what_comes_from_this_machine_alone(string? remote, string host, string? header, HttpStatusCode expected)
    {
        await using var app = await Start("Development", ("Teams:Anonymous", "true"), ("Teams:ClientSecret", ""), ("Teams:TenantId", ""), ("urls", "http://localhost:5000"), ("Teams:ServiceUrls", "http://localhost:56150"));
        var body = System.Text.Encoding.UTF8.GetBytes(Samples.Activity("typing").With("serviceUrl", "http://localhost:56150/_connector").ToJsonString());
        var context = await app.GetTestServer().SendAsync(request =>
        {
            request.Request.Method = "POST";
            request.Request.Path = "/api/messages";
            request.Request.Host = new Microsoft.AspNetCore.Http.HostString(host);
            request.Request.Body = new MemoryStream(body);
            request.Request.ContentLength = body.Length;
            request.Connection.RemoteIpAddress = remote is null ? null : IPAddress.Parse(remote);
            if (header is not null)
            {
                request.Request.Headers[header] = "10.0.0.7";
            }
        }, TestContext.Current.CancellationToken);
        Assert.Equal((int)expected, context.Response.StatusCode);
    }

    [Fact]
    public async Task Without_an_app_id_there_is_no_Teams()
    {
        await using var app = await Start("Production", ("Teams:AppId", ""));
        Assert.Empty(app.Services.GetServices<IPlatform>());
        Assert.Empty(((IEndpointRouteBuilder)app).DataSources.SelectMany(static source => source.Endpoints));
    }

    [Fact]
    public async Task Service_URLs_are_read_from_one_value_or_a_list()
    {
        await using var one = await Start("Production", ("Teams:ServiceUrls", "https://a.example.test, https://b.example.test"));
        await using var list = await Start("Production", ("Teams:ServiceUrls:0", "https://a.example.test"), ("Teams:ServiceUrls:1", "https://b.example.test"));
        Assert.All([one, list], static app => Assert.Equal(["https://a.example.test", "https://b.example.test"], app.Services.GetRequiredService<IOptions<TeamsOptions>>().Value.ServiceUrls));
    }

    private static async Task<WebApplication> Start(string environment, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Teams:AppId"] = TeamsApp.AppId, ["Teams:TenantId"] = TeamsApp.Tenant, ["Teams:ClientSecret"] = "s3cret", ["urls"] = "http://localhost:5000" });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(static setting => setting.Key, static string? (setting) => setting.Value));
        builder.Services.AddSingleton<IStore>(new MemoryStore()).AddSingleton(Example.Read(TeamsApp.Programme)).AddSingleton(Samples.Answers(new Answer.Done()));
        builder.AddTeams();
        builder.Services.AddHttpClient("teams").ConfigurePrimaryHttpMessageHandler(static () => new Connector());
        builder.Services.AddHttpClient("teams-keys").ConfigurePrimaryHttpMessageHandler(static () => new Issuer { IsDown = true });
        var app = builder.Build();
        app.MapTeams();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
