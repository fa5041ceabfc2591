using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;

namespace IntroBot.Slack.Calling;

/// <summary>Posts to a <c>response_url</c>: only on origins Slack serves them from, never with the token, never through a redirect. The address is a secret.</summary>
internal sealed class ResponseAddress(IHttpClientFactory http, IOptionsMonitor<SlackOptions> options, TimeProvider clock)
{
    private static readonly string[] Origins = ["https://hooks.slack.com", "https://hooks.slack-gov.com"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly HttpClient client = http.CreateClient(SlackClient.HttpName);

    /// <summary>Posts a message for the presser alone; false when it certainly or possibly did not get there.</summary>
    public Task<bool> Post(string? address, Response response, CancellationToken cancellation) => Send(address, response, ApiJson.Wire.Response, cancellation);

    /// <summary>Takes the ephemeral message away that the address belongs to.</summary>
    public Task<bool> Delete(string? address, CancellationToken cancellation) => Send(address, new DeleteOriginal(), ApiJson.Wire.DeleteOriginal, cancellation);

    /// <summary>Whether a response address is on an origin Slack uses, or on the one the Web API is at.</summary>
    public bool IsAllowed(string? address) => Allowed(address) is not null;

    private Uri? Allowed(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.UserInfo.Length == 0
        && (Origins.Contains(Origin(uri), StringComparer.Ordinal) || Origin(uri) == Origin(new Uri(options.CurrentValue.ApiBaseUrl)))
            ? uri
            : null;

    private static string Origin(Uri uri) => uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    private async Task<bool> Send<T>(string? address, T body, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        if (Allowed(address) is not { } uri)
        {
            return false;
        }

        using var timeout = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            using var content = JsonContent.Create(body, type);
            using var answer = await client.PostAsync(uri, content, either.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
