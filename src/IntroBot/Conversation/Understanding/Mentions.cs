using System.Collections.Immutable;

namespace IntroBot.Conversation.Understanding;

/// <summary>Slack writes a colleague as <c>&lt;@U0123&gt;</c>; in a form people read <c>@Léa Moreau</c>.</summary>
internal static class Mentions
{
    private const int Most = 5;

    /// <summary>The fields with the first few mentions named; one that nobody can name stays as it is.</summary>
    public static async Task<ImmutableDictionary<string, string>> Named(ImmutableDictionary<string, string> fields, Func<string, Task<string?>> name)
    {
        var asked = 0;
        foreach (var (field, value) in fields.Where(static field => field.Value.Contains("<@", StringComparison.Ordinal)))
        {
            var (named, from) = (value, 0);
            while (asked++ < Most && named.IndexOf("<@", from, StringComparison.Ordinal) is >= 0 and var start && named.IndexOf('>', start) is > 0 and var end)
            {
                var person = await name(named[(start + 2)..end]) is { } known ? $"@{known}" : named[start..(end + 1)];
                named = string.Concat(named.AsSpan(0, start), person, named.AsSpan(end + 1));
                from = start + person.Length;
            }

            fields = fields.SetItem(field, named);
        }

        return fields;
    }
}
