using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace IntroBot.Playground.Teams.Wire;

/// <summary>Carries the bot's calls to this tenant without a socket; any other address is a call nobody expected.</summary>
internal sealed class InProcessHandler(TeamsTenant teams) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var target = request.RequestUri!;
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var answer = await teams.Receive(
            new(request.Method.Method, Path(target), target.Query, request.Headers.Authorization?.ToString(), request.Content?.Headers.ContentType?.ToString(), body),
            cancellationToken);
        return answer.Lost ? throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection broke.") : Response(request, answer);
    }

    private string Path(Uri target)
    {
        var (address, login) = (teams.Options.Address, teams.Options.Login);
        return login.IsBaseOf(target) ? "login/" + target.AbsolutePath[login.AbsolutePath.Length..]
            : address.IsBaseOf(target) ? target.AbsolutePath[address.AbsolutePath.Length..]
            : throw new InvalidOperationException($"Nobody expected a call to {target}");
    }

    private static HttpResponseMessage Response(HttpRequestMessage request, WireAnswer answer)
    {
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { RequestMessage = request, Content = new StringContent(answer.Body, Encoding.UTF8) };
        response.Content.Headers.ContentType = answer.Body.Length == 0 ? null : MediaTypeHeaderValue.Parse(answer.ContentType);
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }
}
