using IntroBot.Playground.Teams.Issuing;
using IntroBot.Playground.Teams.State;
using IntroBot.Playground.Teams.Wire;

namespace IntroBot.Playground.Teams.Connector;

/// <summary>One thing a bot may ask of this tenant, by verb and address; parts in braces are arguments. Those of the Connector need its bearer token.</summary>
internal sealed record Operation(string Name, string Verb, string Pattern, Func<Call, WireAnswer> Run)
{
    private static readonly string[] Bases = ["v3/", "teams/v3/", "amer/{tenant}/v3/"];

    private static readonly Operation[] Connector =
    [
        new("create", "POST", "conversations", Conversations.Create),
        new("send", "POST", "conversations/{conversation}/activities", Activities.Send),
        new("reply", "POST", "conversations/{conversation}/activities/{activity}", Activities.Send),
        new("update", "PUT", "conversations/{conversation}/activities/{activity}", Activities.Update),
        new("delete", "DELETE", "conversations/{conversation}/activities/{activity}", Activities.Delete),
        new("reaction", "PUT", "conversations/{conversation}/activities/{activity}/reactions/{type}", Activities.React),
        new("reaction", "DELETE", "conversations/{conversation}/activities/{activity}/reactions/{type}", Activities.React),
        new("members", "GET", "conversations/{conversation}/pagedmembers", Rosters.Members),
        new("member", "GET", "conversations/{conversation}/members/{member}", Rosters.Member),
        new("team", "GET", "teams/{team}", Rosters.Team),
        new("channels", "GET", "teams/{team}/conversations", Rosters.Channels),
        new("history", "POST", "conversations/{conversation}/activities/history", NotHere),
        new("attachments", "POST", "conversations/{conversation}/attachments", NotHere),
        new("conversations", "GET", "conversations", NotHere),
    ];

    private static readonly Operation[] Identity =
    [
        new("token", "POST", "login/{tenant}/oauth2/v2.0/token", call => Entra.Token(call.State, call["tenant"], call.Request)),
        new("discovery", "GET", "login/common/discovery/instance", call => Entra.Discovery(call.State)),
        new("discovery", "GET", "login/{tenant}/v2.0/.well-known/openid-configuration", call => Entra.Metadata(call.State, call["tenant"])),
        new("discovery", "GET", "login/{tenant}/discovery/v2.0/keys", _ => WireAnswer.Json(200, new() { ["keys"] = Json.List<string>([], key => key) })),
    ];

    /// <summary>Where the operation is one of the Connector's, so that a token is needed and the tenant's limit holds.</summary>
    public bool IsConnectors { get; private init; }

    /// <summary>Every operation; <paramref name="issuer"/> publishes the keys.</summary>
    public static IReadOnlyList<Operation> All(ConnectorIssuer issuer) =>
    [
        .. Identity,
        new("metadata", "GET", "v1/.well-known/openidconfiguration", _ => WireAnswer.Json(200, issuer.Metadata())),
        new("metadata", "GET", "v1/.well-known/openid-configuration", _ => WireAnswer.Json(200, issuer.Metadata())),
        new("keys", "GET", "v1/.well-known/keys", _ => WireAnswer.Json(200, issuer.Keys())),
        .. Bases.SelectMany(root => Connector.OrderBy(operation => operation.Pattern.Count(letter => letter == '{')).Select(operation => operation with { Pattern = root + operation.Pattern, IsConnectors = true })),
    ];

    /// <returns>The arguments in the address, unescaped; null where it is not this operation's.</returns>
    public IReadOnlyDictionary<string, string>? Match(WireRequest request)
    {
        var expected = Pattern.Split('/');
        var given = request.Path.Split('/');
        if (request.Verb != Verb || given.Length != expected.Length)
        {
            return null;
        }

        var arguments = new Dictionary<string, string>();
        for (var i = 0; i < given.Length; i++)
        {
            if (expected[i].StartsWith('{'))
            {
                arguments[expected[i][1..^1]] = Uri.UnescapeDataString(given[i]);
            }
            else if (expected[i] != given[i])
            {
                return null;
            }
        }

        return arguments.Values.Any(argument => argument.Length == 0) ? null : arguments;
    }

    private static WireAnswer NotHere(Call call) => throw new Refusal(501, "NotImplemented", $"Teams does not offer {call.Request.Verb} {call.Request.Path}.");
}
