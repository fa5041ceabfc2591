using System.Collections.Immutable;

namespace IntroBot.Slack.Receiving;

/// <summary>What stands in a view's inputs. Every input's block and action id is its field's name.</summary>
internal static class Inputs
{
    /// <summary>The filled inputs by name; empty ones are absent.</summary>
    public static ImmutableDictionary<string, string> Read(ShownView view)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var (name, block) in view.State?.Values ?? [])
        {
            if (block is not null && block.TryGetValue(name, out var filled) && (filled?.SelectedOption?.Value ?? filled?.SelectedDate ?? filled?.Value) is { Length: > 0 } value)
            {
                values[name] = value;
            }
        }

        return values.ToImmutable();
    }

    /// <summary>The names of a view's inputs, from top to bottom.</summary>
    public static ImmutableArray<string> Names(ShownView view) =>
        [.. (view.Blocks ?? []).Where(static block => block is { Type: "input", BlockId.Length: > 0 }).Select(static block => block!.BlockId!)];
}
