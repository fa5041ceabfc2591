using System.Collections.Immutable;
using IntroBot.Agreements;
using IntroBot.Conversation;
using Microsoft.AspNetCore.Http.Features;

namespace IntroBot.Host.Contact;

/// <summary>Reads what a form of the page sent.</summary>
internal static class PressReader
{
    private const int LongestNonce = 64;
    private static readonly string[] s_fields = ["contact", "about", "location", "relation", "address", "note", "hears", "language", "pool"];

    /// <summary>The press, or null when it is no form of ours.</summary>
    public static async Task<ContactPress?> Read(HttpRequest request, FormOptions limits, Easel easel, CancellationToken cancellation)
    {
        if (!request.HasFormContentType || await Form(request, limits, cancellation) is not { } form || form["step"] is not [{ Length: > 0 and < LongestNonce } step])
        {
            return null;
        }

        var fields = s_fields.Where(form.ContainsKey).ToImmutableDictionary(static field => field, field => form[field][^1] ?? "");
        var nonce = form["nonce"] is [{ Length: > 0 and <= LongestNonce } given] ? given : easel.Nonce();
        var content = fields.OrderBy(static field => field.Key, StringComparer.Ordinal).SelectMany(static field => new[] { field.Key, field.Value });
        var language = Languages.Read(fields.GetValueOrDefault("language")) ?? easel.Language(request);
        return new ContactPress(step, Ids.Hash(["contact", nonce, step, .. content]), fields, language, form["notice"] is [{ Length: 16 } notice] && notice.All(char.IsAsciiHexDigitLower) ? notice : "");
    }

    private static async Task<IFormCollection?> Form(HttpRequest request, FormOptions limits, CancellationToken cancellation)
    {
        try
        {
            return await new FormFeature(request, limits).ReadFormAsync(cancellation);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or IOException)
        {
            return null;
        }
    }
}
