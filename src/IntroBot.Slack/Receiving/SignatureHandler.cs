using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntroBot.Slack.Receiving;

/// <summary>Marks the endpoints that Slack calls; <paramref name="SslCheck"/>: Slack probes this one's certificate with an unsigned form.</summary>
internal sealed record SlackEndpoint(bool SslCheck);

/// <summary>Proves that a request comes from Slack, on its raw bytes, before anything parses them.</summary>
internal sealed class SignatureHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IOptionsMonitor<SlackOptions> slack, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "SlackSignature";

    private int refusal = StatusCodes.Status401Unauthorized;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Context.GetEndpoint()?.Metadata.GetMetadata<SlackEndpoint>() is not { } endpoint)
        {
            return AuthenticateResult.NoResult();
        }

        if (await SignedBody.Read(Request, Context.RequestAborted) is not { } body)
        {
            refusal = StatusCodes.Status413PayloadTooLarge;
            return AuthenticateResult.Fail("the body is too large");
        }

        if (!IsSigned(body))
        {
            refusal = endpoint.SslCheck && SlackForm.Read(body.Bytes)?["ssl_check"] == "1" ? StatusCodes.Status200OK : refusal;
            return AuthenticateResult.Fail("not signed by Slack within the last five minutes");
        }

        Context.Features.Set(body);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(SchemeName)), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = refusal;
        return Task.CompletedTask;
    }

    private bool IsSigned(SignedBody body)
    {
        var secrets = slack.CurrentValue;
        return Request.Headers[Signature.TimestampHeader] is [{ } timestamp]
            && Request.Headers[Signature.Header] is [{ } signature]
            && Signature.IsFresh(timestamp, clock.GetUtcNow())
            && (Signature.Holds(secrets.SigningSecret, timestamp, body.Bytes, signature)
                || Signature.Holds(secrets.PreviousSigningSecret, timestamp, body.Bytes, signature));
    }
}
