using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace IntroBot.Teams.Receiving;

/// <summary>A request's body, read once.</summary>
internal static class Body
{
    /// <summary>The most a request may bring, in bytes.</summary>
    public const int Limit = 1024 * 1024;

    /// <summary>Reads the body; null when it is larger than <see cref="Limit"/>.</summary>
    public static async Task<byte[]?> Read(HttpRequest request, CancellationToken cancellation)
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
                return bytes;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
