using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using IntroBot.Playground.Teams;
using IntroBot.Playground.Teams.Issuing;
using Microsoft.AspNetCore.WebUtilities;

namespace IntroBot.Tests.Playground;

/// <summary>How the tenant proves itself to the bot, and the bot to the tenant.</summary>
public sealed class TeamsTokens : IDisposable
{
    private readonly TeamsStubBot bot = new();

    public void Dispose() => bot.Dispose();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_activity_carries_a_token_that_the_published_keys_prove()
    {
        await bot.Teams.SayInPersonalChat(Maison.Emma, "hello");
        var (header, claims, key) = await Proved();
        Assert.Equal(("RS256", "JWT"), ((string?)header["alg"], (string?)header["typ"]));
        Assert.Equal("https://api.botframework.com", (string?)claims["iss"]);
        Assert.Equal(bot.Teams.Options.AppId, (string?)claims["aud"]);
        Assert.Equal((string?)bot.Heard["serviceUrl"], (string?)claims["serviceurl"]);
        Assert.Equal($"https://smba.playground.test/amer/{Maison.Tenant}/", (string?)claims["serviceurl"]);
        var now = bot.Clock.GetUtcNow().ToUnixTimeSeconds();
        Assert.Equal((now - 300, now + 3600), ((long)claims["nbf"]!, (long)claims["exp"]!));
        Assert.Contains("msteams", key["endorsements"]!.AsArray().Select(channel => (string?)channel));
    }

    [Fact]
    public async Task A_new_key_signs_after_a_rotation_and_the_old_one_stays_until_it_is_retired()
    {
        var first = bot.Teams.Issuer.Key.Id;
        bot.Teams.Issuer.Rotate();
        await bot.Teams.SayInPersonalChat(Maison.Emma, "hello");
        var (header, _, _) = await Proved();
        Assert.NotEqual(first, (string?)header["kid"]);
        Assert.Equal([first, (string?)header["kid"]], await KeyIds());
        bot.Teams.Issuer.Rotate(retired: true, "webchat");
        await bot.Teams.SayInPersonalChat(Maison.Emma, "hello");
        var (_, _, key) = await Proved();
        Assert.Equal([bot.Teams.Issuer.Key.Id], await KeyIds());
        Assert.Equal(["webchat"], key["endorsements"]!.AsArray().Select(channel => (string?)channel));
    }

    [Theory]
    [InlineData("RS256", 256)]
    [InlineData("RS384", 256)]
    [InlineData("RS512", 256)]
    [InlineData("PS256", 256)]
    [InlineData("HS256", 32)]
    [InlineData("none", 0)]
    public void A_forger_finds_every_kind_of_signature(string algorithm, int bytes)
    {
        var token = Jwt.Make(new() { ["alg"] = algorithm }, new() { ["aud"] = "x" }, SigningKey.Number(0));
        Assert.Equal(bytes, WebEncoders.Base64UrlDecode(token.Split('.')[2]).Length);
    }

    [Fact]
    public async Task A_replay_is_the_same_to_the_byte_and_a_forgery_arrives_as_it_is()
    {
        var first = await bot.Teams.SayInPersonalChat(Maison.Emma, "hello");
        await bot.Teams.Again(first.Request!);
        Assert.Equal(bot.Received[0].ToJsonString(), bot.Received[1].ToJsonString());
        Assert.Equal(bot.Requests[0].Headers.Authorization, bot.Requests[1].Headers.Authorization);
        await bot.Teams.SendRaw("{}"u8.ToArray(), token: null);
        Assert.Null(bot.Requests[2].Headers.Authorization);
    }

    [Fact]
    public async Task Azure_Identity_gets_a_token_with_which_the_Connector_answers()
    {
        using var client = new HttpClient(bot.Teams.Handler());
        var credential = new ClientSecretCredential(Maison.Tenant, bot.Teams.Options.AppId, bot.Teams.Options.ClientSecret, new ClientSecretCredentialOptions
        {
            AuthorityHost = bot.Teams.Options.Login,
            DisableInstanceDiscovery = true,
            Transport = new HttpClientTransport(client),
        });
        var token = await credential.GetTokenAsync(new TokenRequestContext([bot.Teams.Options.Scope]), Cancelled);
        bot.Api.DefaultRequestHeaders.Authorization = new("Bearer", token.Token);
        Assert.Equal(200, (await bot.Call("GET", $"teams/{Uri.EscapeDataString(Maison.Team)}")).Status);
        Assert.Equal(["token", "team"], bot.Teams.Exchanges.Select(exchange => exchange.What).Distinct());
        Assert.DoesNotContain(bot.Teams.Exchanges, exchange => exchange.Body.Contains(bot.Teams.Options.ClientSecret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Azure_Identity_reads_what_was_wrong()
    {
        using var client = new HttpClient(bot.Teams.Handler());
        var credential = new ClientSecretCredential(Maison.Tenant, bot.Teams.Options.AppId, "not the secret", new ClientSecretCredentialOptions
        {
            AuthorityHost = bot.Teams.Options.Login,
            DisableInstanceDiscovery = true,
            Transport = new HttpClientTransport(client),
        });
        var failure = await Assert.ThrowsAsync<AuthenticationFailedException>(async () => await credential.GetTokenAsync(new TokenRequestContext([bot.Teams.Options.Scope]), Cancelled));
        Assert.Contains("AADSTS7000215", failure.InnerException!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Maison.Tenant, "", "", 200, "")]
    [InlineData("00000000-0000-4000-8000-000000000000", "", "", 400, "AADSTS90002")]
    [InlineData("botframework.com", "", "", 400, "AADSTS90002")]
    [InlineData(Maison.Elsewhere, "", "", 400, "AADSTS700016")]
    [InlineData(Maison.Tenant, "client_id", "9d3c0000-0000-4000-8000-000000000000", 400, "AADSTS700016")]
    [InlineData(Maison.Tenant, "client_id", "", 400, "AADSTS900144")]
    [InlineData(Maison.Tenant, "client_secret", "wrong", 401, "AADSTS7000215")]
    [InlineData(Maison.Tenant, "client_secret", "", 401, "AADSTS7000218")]
    [InlineData(Maison.Tenant, "scope", "https://api.botframework.com", 400, "AADSTS1002012")]
    [InlineData(Maison.Tenant, "scope", "https://graph.microsoft.com/.default", 400, "AADSTS500011")]
    [InlineData(Maison.Tenant, "grant_type", "password", 400, "AADSTS70003")]
    [InlineData(Maison.Tenant, "grant_type", "", 400, "AADSTS900144")]
    public async Task The_token_endpoint_checks_everything(string tenant, string field, string value, int status, string code)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = bot.Teams.Options.AppId,
            ["client_secret"] = bot.Teams.Options.ClientSecret,
            ["scope"] = bot.Teams.Options.Scope,
        };
        if (field.Length > 0)
        {
            form[field] = value;
        }

        using var asked = new FormUrlEncodedContent(form);
        using var response = await bot.Api.PostAsync(new Uri(bot.Teams.Options.Login, $"{tenant}/oauth2/v2.0/token"), asked, Cancelled);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancelled))!;
        Assert.Equal(status, (int)response.StatusCode);
        Assert.StartsWith(code, (string?)answer["error_description"] ?? "", StringComparison.Ordinal);
        Assert.Equal(status == 200, answer["access_token"] is not null);
    }

    [Fact]
    public async Task Only_a_good_token_of_the_home_tenant_opens_the_Connector()
    {
        foreach (var token in (string?[])[null, "made up", bot.Token(Maison.Elsewhere), bot.Token(lifetime: TimeSpan.Zero)])
        {
            bot.Api.DefaultRequestHeaders.Authorization = token is null ? null : new("Bearer", token);
            var (status, _, body) = await bot.Send(Maison.Tech, """{"type":"message","text":"x"}""");
            Assert.Equal((401, "Authorization has been denied for this request."), (status, (string?)body!["message"]));
        }

        var good = bot.Token();
        bot.Api.DefaultRequestHeaders.Authorization = new("Bearer", good);
        Assert.Equal(201, (await bot.Send(Maison.Tech, """{"type":"message","text":"x"}""")).Status);
        bot.Teams.RevokeTokens();
        Assert.Equal(401, (await bot.Send(Maison.Tech, """{"type":"message","text":"x"}""")).Status);
        Assert.Single(bot.Teams.Posts(Maison.Tech));
    }

    private async Task<IEnumerable<string?>> KeyIds() => (await Get("v1/.well-known/keys"))["keys"]!.AsArray().Select(key => (string?)key!["kid"]);

    private async Task<JsonNode> Get(string path) => JsonNode.Parse(await bot.Api.GetStringAsync(new Uri(bot.Teams.Options.Address, path), Cancelled))!;

    /// <summary>Follows the metadata to the keys and checks the last activity's token by hand.</summary>
    private async Task<(JsonNode Header, JsonNode Claims, JsonNode Key)> Proved()
    {
        var parts = bot.Requests[^1].Headers.Authorization!.Parameter!.Split('.');
        var header = JsonNode.Parse(WebEncoders.Base64UrlDecode(parts[0]))!;
        var metadata = await Get("v1/.well-known/openidconfiguration");
        Assert.Equal("https://api.botframework.com", (string?)metadata["issuer"]);
        var keys = JsonNode.Parse(await bot.Api.GetStringAsync(new Uri((string)metadata["jwks_uri"]!), Cancelled))!["keys"]!.AsArray();
        var key = keys.Single(candidate => (string?)candidate!["kid"] == (string?)header["kid"])!;
        using var rsa = RSA.Create(new RSAParameters { Modulus = WebEncoders.Base64UrlDecode((string)key["n"]!), Exponent = WebEncoders.Base64UrlDecode((string)key["e"]!) });
        Assert.True(rsa.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), WebEncoders.Base64UrlDecode(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        return (header, JsonNode.Parse(WebEncoders.Base64UrlDecode(parts[1]))!, key);
    }
}
