using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace IntroBot.Slack.Receiving;

/// <summary>A form-encoded body with one value per field.</summary>
internal sealed class SlackForm(Dictionary<string, StringValues> fields)
{
    /// <summary>The field, or null when it is absent, empty or given more than once.</summary>
    public string? this[string name] => fields.TryGetValue(name, out var value) && value is [{ Length: > 0 } one] ? one : null;

    /// <summary>Reads a body; null when it is no form.</summary>
    public static SlackForm? Read(byte[] body)
    {
        using var reader = new FormReader(Encoding.UTF8.GetString(body)) { ValueLengthLimit = SignedBody.Limit, ValueCountLimit = 256 };
        try
        {
            return new SlackForm(reader.ReadForm());
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
