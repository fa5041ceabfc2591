using System.Globalization;
using System.Text.Json.Nodes;

namespace IntroBot.Playground.Teams.Cards;

/// <summary>The rules shapes are made of.</summary>
internal static class Rules
{
    public static Rule Anything { get; } = _ => { };

    public static Rule Text { get; } = spot =>
    {
        if (!Is<string>(spot, out _))
        {
            spot.Fail("must be a string");
        }
    };

    public static Rule Filled { get; } = spot =>
    {
        if (!Is<string>(spot, out var text) || text.Length == 0)
        {
            spot.Fail("must be a string that says something");
        }
    };

    public static Rule Flag { get; } = spot =>
    {
        if (!Is<bool>(spot, out _))
        {
            spot.Fail("must be true or false");
        }
    };

    public static Rule Number { get; } = spot =>
    {
        if (!Is<double>(spot, out _))
        {
            spot.Fail("must be a number");
        }
    };

    public static Rule Object { get; } = spot =>
    {
        if (spot.Node is not JsonObject)
        {
            spot.Fail("must be an object");
        }
    };

    /// <summary>What an action carries: an object, or a string.</summary>
    public static Rule Data { get; } = spot =>
    {
        if (spot.Node is not JsonObject && !Is<string>(spot, out _))
        {
            spot.Fail("must be an object or a string");
        }
    };

    /// <summary>https, http or mailto.</summary>
    public static Rule Link { get; } = Address("https", "http", "mailto");

    /// <summary>A picture by https, or in the card itself.</summary>
    public static Rule Picture { get; } = Address("https", "http", "data");

    /// <summary>An id, once in the whole card.</summary>
    public static Rule Id { get; } = spot =>
    {
        Filled(spot);
        if (Is<string>(spot, out var id) && !spot.Inspection.Ids.TryAdd(id, spot.Path))
        {
            spot.Fail($"the id '{id}' stands at {spot.Inspection.Ids[id]} already");
        }
    };

    public static Rule Pixels { get; } = spot =>
    {
        if (!Is<string>(spot, out var text) || !text.EndsWith("px", StringComparison.Ordinal) || !int.TryParse(text[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            spot.Fail("must be a size such as 80px");
        }
    };

    public static Rule Whole(int least) => spot =>
    {
        if (!Is<double>(spot, out var number) || number != Math.Floor(number) || number < least)
        {
            spot.Fail($"must be a whole number from {least}");
        }
    };

    public static Rule OneOf(params string[] allowed) => spot =>
    {
        if (!Is<string>(spot, out var text) || !allowed.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            spot.Fail($"must be one of {string.Join(", ", allowed)}");
        }
    };

    public static Rule Either(Rule one, Rule other) => spot =>
    {
        var tried = new Inspection { Version = spot.Inspection.Version };
        one(spot with { Inspection = tried });
        if (tried.Findings.Count > 0)
        {
            other(spot);
        }
    };

    public static Rule Since(string version, Rule rule) => spot =>
    {
        spot.Since(version, spot.Path[(spot.Path.LastIndexOf('.') + 1)..]);
        rule(spot);
    };

    public static Rule List(Rule each, int least = 0) => spot =>
    {
        if (spot.Node is not JsonArray list)
        {
            spot.Fail("must be an array");
            return;
        }

        if (list.Count < least)
        {
            spot.Fail($"must hold at least {least}");
        }

        for (var i = 0; i < list.Count; i++)
        {
            each(spot.Child(i));
        }
    };

    public static Rule Shaped(Func<Shape> shape) => spot => spot.Is(shape());

    public static bool Is<T>(Spot spot, out T value)
    {
        value = default!;
        return spot.Node is JsonValue node && node.TryGetValue(out value!);
    }

    private static Rule Address(params string[] schemes) => spot =>
    {
        if (!Is<string>(spot, out var text) || !Uri.TryCreate(text, UriKind.Absolute, out var url) || !schemes.Contains(url.Scheme))
        {
            spot.Fail($"must be an address by {string.Join(", ", schemes)}");
        }
    };
}
