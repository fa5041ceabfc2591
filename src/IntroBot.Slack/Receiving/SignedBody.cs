using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace IntroBot.Slack.Receiving;

/// <summary>A request's body, read once, as it was signed.</summary>
internal sealed record SignedBody(byte[] Bytes)
{
    /// <summary>The most a request may bring, in bytes.</summary>
    public const int Limit = 1024 * 1024;

    /// <summary>Reads the body; null when it is larger than <see cref="Limit"/>.</summary>
    public static async Task<SignedBody?> Read(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > Limit)
        {
            return null;
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellation);
            if (read.Buffer.Length > Limit)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return new SignedBody(bytes);
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    public static SignedBody Of(HttpContext context) =>
        context.Features.Get<SignedBody>() ?? throw new InvalidOperationException("the endpoint was reached without the Slack signature scheme");
}
