using System.Security.Cryptography;
using System.Text;

namespace IntroBot.Benchmarks;

/// <summary>The measure of everything: a plain Kestrel endpoint that checks Slack's signature on the raw body and answers a constant.</summary>
internal static class Plain
{
    private static readonly byte[] s_key = Encoding.UTF8.GetBytes(Signed.Secret);

    public static async Task Serve(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        var app = builder.Build();
        app.MapGet("/health/ready", static () => "Healthy");
        app.MapPost("/slack/commands", static async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            context.Response.StatusCode = IsSigned(context.Request, body) ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized;
            if (context.Response.StatusCode == StatusCodes.Status200OK)
            {
                await context.Response.WriteAsync("ok", context.RequestAborted);
            }
        });
        await app.RunAsync();
    }

    private static bool IsSigned(HttpRequest request, MemoryStream body)
    {
        var timestamp = request.Headers["X-Slack-Request-Timestamp"].ToString();
        byte[] signed = [.. Encoding.ASCII.GetBytes($"v0:{timestamp}:"), .. body.GetBuffer().AsSpan(0, (int)body.Length)];
        var expected = Encoding.ASCII.GetBytes("v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(s_key, signed)));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.ASCII.GetBytes(request.Headers["X-Slack-Signature"].ToString()));
    }
}
