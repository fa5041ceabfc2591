using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using IntroBot.Playground.Teams;
using IntroBot.Playground.Teams.State;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Playground;

/// <summary>A tenant under a fake clock with the app installed, and in place of the bot an endpoint that answers what the test says and calls the Connector with a good token.</summary>
internal sealed class TeamsStubBot : HttpMessageHandler
{
    public const string Card = """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"Ada"}],"actions":[{"type":"Action.Execute","title":"Claim","verb":"claim","data":{"introduction":"i1"}}]}""";
    private static readonly ImmutableArray<ExtensionCommand> WithAQuery = [.. new TeamsOptions().Commands, new("mine", new("My introductions", "Mes présentations")) { IsQuery = true, Contexts = ["compose", "commandBox"] }];
    private readonly List<string> received = [];

    public TeamsStubBot(TeamsOptions? options = null, Action<TenantState>? also = null)
    {
        Teams = new(options ?? new() { Commands = WithAQuery }, Clock, new Random(7), state =>
        {
            Maison.Fill(state);
            state.Installed.UnionWith([Maison.Team, Maison.Emma, Maison.Lea, Maison.Omar, Maison.Guest]);
            also?.Invoke(state);
        })
        { Bot = new HttpClient(this) };
        Api = new HttpClient(Teams.Handler()) { BaseAddress = new(Teams.Options.ServiceUrl(Maison.Tenant)) };
        Api.DefaultRequestHeaders.Authorization = new("Bearer", Token());
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 20, 0, 0, TimeSpan.Zero));
    public TeamsTenant Teams { get; }
    public HttpClient Api { get; }
    public Func<JsonNode, CancellationToken, Task<HttpResponseMessage>> Answers { get; set; } = (_, _) => Task.FromResult(Answer(""));
    public List<HttpRequestMessage> Requests { get; } = [];

    /// <summary>Everything that arrived, as JSON, oldest first.</summary>
    public IReadOnlyList<JsonNode> Received
    {
        get
        {
            lock (received)
            {
                return [.. received.Select(body => JsonNode.Parse(body)!)];
            }
        }
    }

    public JsonNode Heard => Received[^1];

    public static HttpResponseMessage Answer(string body, int status = 200) => new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public static string Adaptive(string card) => $$"""{"contentType":"application/vnd.microsoft.card.adaptive","content":{{card}}}""";

    public void AnswersWith(string body, int status = 200) => Answers = (_, _) => Task.FromResult(Answer(body, status));

    /// <summary>Puts a token that the Connector takes into its store.</summary>
    public string Token(string tenant = Maison.Tenant, TimeSpan? lifetime = null) => Teams.Change(state =>
    {
        var bearer = new Bearer("token-" + state.Ids.Next(8), state.Options.AppId, tenant, state.Now + (lifetime ?? TimeSpan.FromDays(30)));
        state.Tokens[bearer.Token] = bearer;
        return bearer.Token;
    });

    /// <returns>The status, the error's code (or the whole body where there is none), and the body.</returns>
    public async Task<(int Status, string Code, JsonNode? Body)> Call(string verb, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), new Uri("v3/" + path, UriKind.Relative)) { Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json") };
        using var response = await Api.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var body = text.Length == 0 ? null : JsonNode.Parse(text);
        return ((int)response.StatusCode, (string?)body?["error"]?["code"] ?? "", body);
    }

    public Task<(int Status, string Code, JsonNode? Body)> Send(string conversation, string activity) => Call("POST", $"conversations/{Uri.EscapeDataString(conversation)}/activities", activity);

    /// <summary>Has the bot post a card in a conversation, whatever the limits were.</summary>
    public async Task<Post> Posted(string conversation, string card = Card)
    {
        var (status, _, body) = await Send(conversation, $$"""{"type":"message","attachments":[{{Adaptive(card)}}]}""");
        Assert.Equal(201, status);
        return Teams.Posts(conversation.Split(';')[0]).Single(post => post.Id == (string?)body!["id"]);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsStringAsync(cancellationToken);
        lock (received)
        {
            received.Add(body);
            Requests.Add(request);
        }

        // Wakes those who wait for it to arrive.
        Teams.Change(_ => true);

        return await Answers(JsonNode.Parse(body)!, cancellationToken);
    }
}
