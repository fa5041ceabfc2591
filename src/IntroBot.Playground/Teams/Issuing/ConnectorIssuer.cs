using System.Text.Json.Nodes;
using IntroBot.Playground.Teams.State;

namespace IntroBot.Playground.Teams.Issuing;

/// <summary>Signs what this tenant sends to the bot, as the Bot Connector does, and publishes the keys to check it (bot-docs, "Authentication with the Bot Connector API").</summary>
internal sealed class ConnectorIssuer(Func<TeamsOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private readonly Lock gate = new();
    private readonly List<(SigningKey Key, string[] Endorsements)> published = [(SigningKey.Number(0), ["msteams", "webchat", "directline"])];
    private int used = 1;

    /// <summary>The key in use.</summary>
    public SigningKey Key { get; private set; } = SigningKey.Number(0);

    /// <summary>From now on another key signs; it is published at once, and the old one stays so unless it is <paramref name="retired"/>.</summary>
    public void Rotate(bool retired = false, params string[] endorsements)
    {
        lock (gate)
        {
            if (retired)
            {
                published.Clear();
            }

            Key = SigningKey.Number(used++);
            published.Add((Key, endorsements is [] ? ["msteams", "webchat", "directline"] : endorsements));
        }
    }

    /// <summary>The header of a good token.</summary>
    public JsonObject Header() => new() { ["alg"] = "RS256", ["kid"] = Key.Id, ["x5t"] = Key.Id, ["typ"] = "JWT" };

    /// <summary>The claims of a good token for an activity with this service URL: valid from five minutes ago, for an hour.</summary>
    public JsonObject Claims(string serviceUrl)
    {
        var now = clock.GetUtcNow();
        return new()
        {
            ["serviceurl"] = serviceUrl,
            ["nbf"] = now.AddMinutes(-5).ToUnixTimeSeconds(),
            ["exp"] = (now + Lifetime).ToUnixTimeSeconds(),
            ["iss"] = options().Issuer,
            ["aud"] = options().AppId,
        };
    }

    public string Token(string serviceUrl) => Jwt.Make(Header(), Claims(serviceUrl), Key);

    /// <summary>The OpenID metadata.</summary>
    public JsonObject Metadata() => new()
    {
        ["issuer"] = options().Issuer,
        ["authorization_endpoint"] = "https://invalid.botframework.com",
        ["jwks_uri"] = new Uri(options().Address, "v1/.well-known/keys").AbsoluteUri,
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
    };

    /// <summary>The published keys, endorsements and all.</summary>
    public JsonObject Keys()
    {
        lock (gate)
        {
            return new() { ["keys"] = Json.List(published, entry => entry.Key.Jwk(entry.Endorsements)) };
        }
    }
}
