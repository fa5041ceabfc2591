using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntroBot.Playground;
using IntroBot.Playground.Slack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntroBot.Tests.Playground;

/// <summary>The Playground in a host on a real socket, with a bot that answers every command in words.</summary>
public sealed class PlaygroundPage : IAsyncLifetime
{
    private WebApplication app = null!;
    private HttpClient browser = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.AddPlayground(new Uri("http://127.0.0.1/"));
        app = builder.Build();
        app.MapPlayground();
        app.MapPost("/slack/commands", () => Results.Text("On its way"));
        app.MapPost("/slack/events", () => Results.Ok());
        await app.StartAsync();
        var host = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Slack.Options = Slack.Options with { Bot = host, Address = new(host, "/playground/slack/") };
        browser = new() { BaseAddress = host };
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await app.DisposeAsync();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private SlackWorkspace Slack => app.Services.GetRequiredService<SlackWorkspace>();

    [Fact]
    public void The_bots_settings_point_at_the_workspace()
    {
        Assert.Equal("http://127.0.0.1/playground/slack/api/", app.Configuration["Slack:ApiBaseUrl"]);
        Assert.Equal((Slack.Options.SigningSecret, Slack.Options.BotToken), (app.Configuration["Slack:SigningSecret"], app.Configuration["Slack:BotToken"]));
    }

    [Fact]
    public async Task A_command_typed_in_the_page_is_answered_in_the_page()
    {
        Assert.Equal("""{"ok":true}""", await Do("command", new { @as = "U0EMMA", channel = "C0GENERAL", command = "/introduce", text = "Ada" }));
        var state = await State("U0EMMA");
        var shown = state["messages"]!["C0GENERAL"]!.AsArray()[^1]!;
        Assert.Equal(("On its way", true, true), ((string)shown["text"]!, (bool)shown["ephemeral"]!, (bool)shown["bot"]!));
        Assert.Equal(("slack", "/introduce", true), ((string)state["calls"]![0]!["from"]!, (string)state["calls"]![0]!["what"]!, (bool)state["calls"]![0]!["ok"]!));
        Assert.DoesNotContain("On its way", (await State("U0JACK"))["messages"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_sees_what_is_theirs()
    {
        var emma = await State("U0EMMA");
        Assert.Equal(["C0GENERAL", "C0KUDOS"], emma["channels"]!.AsArray().Where(channel => (bool)channel!["member"]!).Select(channel => (string?)channel!["id"]));
        Assert.DoesNotContain("C0LUXE", emma["channels"]!.AsArray().Select(channel => (string?)channel!["id"]));
        Assert.Equal(("Emma Petit", "fr-FR", "D0EMMA"), ((string)emma["me"]!["name"]!, (string)emma["me"]!["locale"]!, (string)emma["bot"]!["dm"]!));
        var lea = await State("U0LEA");
        Assert.Equal(5, lea["channels"]!.AsArray().Count);
        Assert.Equal(7, lea["people"]!.AsArray().Count);
        Assert.Null(lea["modal"]);
        Assert.Null(lea["home"]);
    }

    [Fact]
    public async Task The_wrong_thing_is_answered_in_words()
    {
        Assert.Equal("""{"ok":false,"why":"channel_not_found"}""", await Do("command", new { @as = "U0EMMA", channel = "C0LUXE", command = "/introduce" }));
        Assert.Equal("""{"ok":false,"why":"user_not_found"}""", await Do("say", new { @as = "U0NOBODY", channel = "C0GENERAL", text = "x" }));
        Assert.Equal("""{"ok":false,"why":"there is no act dance"}""", await Do("dance", new { @as = "U0EMMA" }));
        Assert.Equal("""{"ok":false,"why":"unknown_locale"}""", await Do("locale", new { @as = "U0EMMA", locale = "tlh" }));
        using var form = new StringContent("as=U0EMMA", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await browser.PostAsync(new Uri("/playground/reset", UriKind.Relative), form, Token);
        Assert.Equal(415, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_change_wakes_the_open_window()
    {
        using var stream = new StreamReader(await browser.GetStreamAsync(new Uri("/playground/api/live?as=U0EMMA", UriKind.Relative), Token));
        Assert.Equal("event: changed", await stream.ReadLineAsync(Token));
        var first = await stream.ReadLineAsync(Token);
        await stream.ReadLineAsync(Token);
        await Do("locale", new { @as = "U0EMMA", locale = "en-US" });
        Assert.Equal("event: changed", await stream.ReadLineAsync(Token));
        Assert.NotEqual(first, await stream.ReadLineAsync(Token));
        Assert.Equal("en-US", (string?)(await State("U0EMMA"))["me"]!["locale"]);
    }

    [Theory]
    [InlineData("/playground")]
    [InlineData("/playground/slack")]
    [InlineData("/playground/teams")]
    public async Task A_page_and_every_file_it_names_are_served(string address)
    {
        var page = await browser.GetStringAsync(new Uri(address, UriKind.Relative), Token);
        var waiting = new Queue<string>(Regex.Matches(page, "(?:src|href)=\"(/[^\"#]+)").Select(match => match.Groups[1].Value));
        var seen = new HashSet<string>();
        Assert.NotEmpty(waiting);
        while (waiting.TryDequeue(out var file))
        {
            if (!seen.Add(file))
            {
                continue;
            }

            using var served = await browser.GetAsync(new Uri(file, UriKind.Relative), Token);
            Assert.True(served.IsSuccessStatusCode, file);
            Assert.NotEqual("application/octet-stream", served.Content.Headers.ContentType!.MediaType);
            foreach (Match import in Regex.Matches(await served.Content.ReadAsStringAsync(Token), "import\\b[^\"\n]*\"(\\.[^\"]+)\""))
            {
                waiting.Enqueue(new Uri(new Uri(browser.BaseAddress!, file), import.Groups[1].Value).AbsolutePath);
            }
        }

        Assert.True(seen.Count > 8, string.Join(", ", seen));
    }

    [Fact]
    public async Task Beginning_again_empties_the_chats()
    {
        await Do("say", new { @as = "U0JACK", channel = "C0GENERAL", text = "to be forgotten" });
        using var answer = await browser.PostAsJsonAsync(new Uri("/playground/reset", UriKind.Relative), new { }, Token);
        Assert.Equal("""{"ok":true}""", await answer.Content.ReadAsStringAsync(Token));
        Assert.DoesNotContain("to be forgotten", (await State("U0JACK")).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beginning_again_tells_the_bot_of_whoever_speaks_another_language_than_before()
    {
        await Do("locale", new { @as = "U0JACK", locale = "fr-FR" });
        using var answer = await browser.PostAsJsonAsync(new Uri("/playground/reset", UriKind.Relative), new { }, Token);
        var told = JsonNode.Parse(await browser.GetStringAsync(new Uri("/playground/happened", UriKind.Relative), Token))!["happened"]!.AsArray().Single(static one => (string)one!["what"]! == "event user_change")!;
        Assert.Contains("\"locale\":\"en-US\"", await browser.GetStringAsync(new Uri($"/playground/happened/{told["id"]}", UriKind.Relative), Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_just_happened_names_the_call_and_its_body_is_there_to_be_read()
    {
        await Do("command", new { @as = "U0EMMA", channel = "C0GENERAL", command = "/introduce", text = "Ada" });
        var happened = JsonNode.Parse(await browser.GetStringAsync(new Uri("/playground/happened", UriKind.Relative), Token))!["happened"]![0]!;
        Assert.Equal(("slack", "slack", "/introduce", true), ((string)happened["on"]!, (string)happened["from"]!, (string)happened["what"]!, (bool)happened["ok"]!));
        Assert.Contains("text=Ada", await browser.GetStringAsync(new Uri($"/playground/happened/{happened["id"]}", UriKind.Relative), Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reactions_are_added_and_taken_back()
    {
        var ts = (string)(await State("U0EMMA"))["messages"]!["C0GENERAL"]![0]!["ts"]!;
        await Do("react", new { @as = "U0EMMA", channel = "C0GENERAL", ts, name = "tada" });
        await Do("react", new { @as = "U0JACK", channel = "C0GENERAL", ts, name = "tada" });
        await Do("react", new { @as = "U0EMMA", channel = "C0GENERAL", ts, name = "tada", takenBack = true });
        Assert.Equal("""[{"name":"tada","users":["U0JACK"]}]""", (await State("U0EMMA"))["messages"]!["C0GENERAL"]![0]!["reactions"]!.ToJsonString());
    }

    [Fact]
    public async Task Nothing_comes_from_elsewhere_and_a_missing_file_is_missing()
    {
        using var missing = await browser.GetAsync(new Uri("/playground/assets/nothing.js", UriKind.Relative), Token);
        Assert.Equal(404, (int)missing.StatusCode);
        Assert.StartsWith("default-src 'self';", missing.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_a_socket_a_lost_answer_is_a_broken_connection()
    {
        using var bot = new HttpClient();
        bot.DefaultRequestHeaders.Authorization = new("Bearer", Slack.Options.BotToken);
        var post = new Uri(Slack.Options.Address, "api/chat.postMessage");
        using var accepted = await bot.PostAsJsonAsync(post, new { channel = "C0TECH", text = "one" }, Token);
        Assert.Contains("\"ok\":true", await accepted.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Contains("chat:write", accepted.Headers.GetValues("x-oauth-scopes").Single(), StringComparison.Ordinal);
        Slack.Faults.Next("chat.postMessage", Fault.LoseAnswer);
        await Assert.ThrowsAsync<HttpRequestException>(() => bot.PostAsJsonAsync(post, new { channel = "C0TECH", text = "two" }, Token));
        Assert.Equal(["one", "two"], Slack.Messages(Demo.Tech).Select(message => message.Shown));
    }

    private async Task<JsonNode> State(string who) => JsonNode.Parse(await browser.GetStringAsync(new Uri($"/playground/api/state?as={who}", UriKind.Relative), Token))!;

    private async Task<string> Do(string act, object asked)
    {
        using var answer = await browser.PostAsJsonAsync(new Uri($"/playground/api/{act}", UriKind.Relative), asked, Token);
        return await answer.Content.ReadAsStringAsync(Token);
    }
}
