using System.Security.Cryptography;
using System.Text;
using IntroBot.Programmes;

namespace IntroBot.Host.Contact.Drawing;

/// <summary>The page's one stylesheet, with the organisation's colour, in the page itself; the policy allows its hash and no other.</summary>
internal sealed class Stylesheet
{
    public Stylesheet(Programme programme)
    {
        using var file = typeof(Stylesheet).Assembly.GetManifestResourceStream("contact.css")!;
        using var reader = new StreamReader(file);
        var css = reader.ReadToEnd().ReplaceLineEndings("\n").Replace("#0l1ght", programme.Brand.OnLight, StringComparison.Ordinal).Replace("#0nda7k", programme.Brand.OnDark, StringComparison.Ordinal);
        Source = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(css)))}'";
        var element = new Html(0, 0);
        element.AppendLiteral($"<style>{css}</style>");
        Element = element;
    }

    /// <summary>The element, for the head.</summary>
    public Html Element { get; }

    /// <summary>What the policy's <c>style-src</c> names.</summary>
    public string Source { get; }
}
