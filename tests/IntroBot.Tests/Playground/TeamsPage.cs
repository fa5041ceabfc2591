using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using IntroBot.Playground.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntroBot.Tests.Playground;

/// <summary>The tenant in a host on a real socket, with a bot that takes every activity and answers presses in words.</summary>
public sealed class TeamsPage : IAsyncLifetime
{
    private WebApplication app = null!;
    private HttpClient browser = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private TeamsTenant Teams => app.Services.GetRequiredService<TeamsTenant>();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.AddTeamsTenant(new Uri("http://127.0.0.1/"));
        app = builder.Build();
        app.MapTeamsTenant();
        app.MapPost("/api/messages", async (HttpContext context) =>
        {
            var activity = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;
            return (string?)activity["type"] == "invoke" ? Results.Text("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Yours."}""", "application/json") : Results.Ok();
        });
        // The port is known only once it listens; the installation that starts then does not find the bot yet, so it is done again.
        await app.StartAsync();
        var host = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Teams.Options = TeamsHosting.At(host, Teams.Options);
        await Teams.InstallEverywhere();
        browser = new() { BaseAddress = host };
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public void The_bots_settings_point_at_the_tenant()
    {
        Assert.Equal("http://127.0.0.1/playground/teams/login/", app.Configuration["Teams:Authority"]);
        Assert.Equal("http://127.0.0.1/playground/teams/v1/.well-known/openidconfiguration", app.Configuration["Teams:OpenIdMetadata"]);
        Assert.Equal("http://127.0.0.1/playground/teams/", app.Configuration["Teams:ServiceUrls:0"]);
        Assert.Equal((Teams.Options.AppId, Teams.Options.TenantId, Teams.Options.ClientSecret), (app.Configuration["Teams:AppId"], app.Configuration["Teams:TenantId"], app.Configuration["Teams:ClientSecret"]));
    }

    [Fact]
    public async Task The_bot_finds_keys_gets_a_token_posts_a_card_and_somebody_presses_it_in_the_page()
    {
        var metadata = await Get("v1/.well-known/openidconfiguration");
        Assert.Single(JsonNode.Parse(await browser.GetStringAsync(new Uri((string)metadata["jwks_uri"]!), Cancelled))!["keys"]!.AsArray());
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = Teams.Options.AppId,
            ["client_secret"] = Teams.Options.ClientSecret,
            ["scope"] = Teams.Options.Scope,
        });
        using var granted = await browser.PostAsync(new Uri($"/playground/teams/login/{Maison.Tenant}/oauth2/v2.0/token", UriKind.Relative), form, Cancelled);
        var token = (string?)JsonNode.Parse(await granted.Content.ReadAsStringAsync(Cancelled))!["access_token"];
        using var post = new HttpRequestMessage(HttpMethod.Post, $"{Teams.Options.ServiceUrl(Maison.Tenant)}v3/conversations/{Uri.EscapeDataString(Maison.Tech)}/activities")
        {
            Content = new StringContent($$"""{"type":"message","attachments":[{{TeamsStubBot.Adaptive(TeamsStubBot.Card)}}]}""", Encoding.UTF8, "application/json"),
        };
        post.Headers.Authorization = new("Bearer", token);
        using var posted = await browser.SendAsync(post, Cancelled);
        Assert.Equal(201, (int)posted.StatusCode);
        var state = await Get("api/state?as=lea@example.test");
        var shown = state["posts"]![Maison.Tech]![0]!;
        Assert.Equal(("IntroBot", "Claim"), ((string?)shown["name"], (string?)shown["cards"]![0]!["actions"]![0]!["title"]));
        var pressed = await Do("execute", new { @as = "lea@example.test", thread = Maison.Tech, id = (string?)shown["id"], name = "claim", data = new { introduction = "i1" } });
        Assert.Equal((true, "Yours."), ((bool)pressed["ok"]!, (string?)pressed["text"]));
    }

    [Fact]
    public async Task People_see_their_own_chats_and_teams()
    {
        var emma = await Get("api/state?as=emma@example.test");
        Assert.Equal(["IntroBot", "Emma, Jack"], emma["chats"]!.AsArray().Select(chat => (string?)chat!["name"]));
        Assert.Equal(["General", "Recruiting tech", "Recruiting", "Thanks"], emma["teams"]![0]!["channels"]!.AsArray().Select(channel => (string?)channel!["name"]));
        Assert.Equal(["introduce"], emma["commands"]!.AsArray().Select(command => (string?)command!["id"]));
        Assert.True((bool)emma["bot"]!["installed"]!);
        var lea = await Get("api/state?as=" + Uri.EscapeDataString(Maison.Lea));
        Assert.Equal("Léa Moreau", (string?)lea["me"]!["name"]);
        Assert.Null(lea["posts"]![Maison.EmmaAndJack]);
        using var nobody = await browser.GetAsync(new Uri("/playground/teams/api/state?as=nobody", UriKind.Relative), Cancelled);
        Assert.Equal(404, (int)nobody.StatusCode);
    }

    [Fact]
    public async Task What_is_typed_in_the_page_reaches_the_bot_and_stands_in_the_log()
    {
        Assert.True((bool)(await Do("say", new { @as = "emma@example.test", conversation = Teams.PersonalChat(Maison.Emma), text = "bonjour" }))["ok"]!);
        Assert.True((bool)(await Do("mention", new { @as = "emma@example.test", channel = Maison.General, text = "help" }))["ok"]!);
        Assert.Equal("There is no dialog to submit", (string?)(await Do("dialogSubmit", new { @as = "emma@example.test", inputs = new { a = "b" } }))["why"]);
        Assert.True((bool)(await Do("locale", new { @as = "emma@example.test", locale = "en-US" }))["ok"]!);
        var state = await Get("api/state?as=emma@example.test");
        Assert.Equal("en-US", (string?)state["me"]!["locale"]);
        Assert.Equal(2, state["calls"]!.AsArray().Count(call => (string?)call!["what"] == "message"));
        using var unknown = await browser.PostAsJsonAsync(new Uri("/playground/teams/api/fly", UriKind.Relative), new { @as = "emma@example.test" }, Cancelled);
        Assert.Equal(404, (int)unknown.StatusCode);
    }

    private async Task<JsonNode> Get(string path) => JsonNode.Parse(await browser.GetStringAsync(new Uri("/playground/teams/" + path, UriKind.Relative), Cancelled))!;

    private async Task<JsonNode> Do(string act, object body)
    {
        using var response = await browser.PostAsJsonAsync(new Uri("/playground/teams/api/" + act, UriKind.Relative), body, Cancelled);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancelled))!;
    }
}
