using System.Net;
using System.Text;

namespace IntroBot.Playground.Slack.Wire;

/// <summary>Carries the bot's calls to this Slack without a socket; any other address is a call nobody expected.</summary>
internal sealed class InProcessHandler(SlackWorkspace slack) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = slack.Options.Address;
        if (!address.IsBaseOf(request.RequestUri!))
        {
            throw new InvalidOperationException($"Nobody expected a call to {request.RequestUri}");
        }

        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var target = request.RequestUri!;
        var answer = await slack.Receive(
            new(
                request.Method.Method,
                target.AbsolutePath[address.AbsolutePath.Length..],
                target.Query,
                request.Headers.Authorization?.ToString(),
                request.Content?.Headers.ContentType?.ToString(),
                body),
            cancellationToken);
        return answer.Lost ? throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection broke.") : Response(request, answer);
    }

    private static HttpResponseMessage Response(HttpRequestMessage request, WireAnswer answer)
    {
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            RequestMessage = request,
            Content = new StringContent(answer.Body, Encoding.UTF8),
        };
        response.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(answer.ContentType);
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }
}
