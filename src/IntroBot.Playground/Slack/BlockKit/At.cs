using System.Globalization;
using System.Text.Json.Nodes;
using IntroBot.Playground.Slack.State;

namespace IntroBot.Playground.Slack.BlockKit;

/// <summary>A place in a JSON tree under inspection, and where to report what is wrong with it, in Slack's own wording and JSON pointer.</summary>
internal readonly record struct At(JsonNode? Node, string Pointer, List<string> Findings)
{
    public string Type => Node.Text("type") ?? "";
    private JsonObject Fields => Node as JsonObject ?? [];

    public At this[string name] => new(Fields[name], $"{Pointer}/{name}", Findings);

    public bool Has(string name) => Fields.ContainsKey(name);

    public void Fail(string what) => Findings.Add($"[ERROR] {what} [json-pointer:{Pointer}]");

    /// <summary>Runs the check where the property is there.</summary>
    public void Where(string name, Action<At> check)
    {
        if (Has(name))
        {
            check(this[name]);
        }
    }

    /// <summary>Runs the check, and reports a property that is missing.</summary>
    public void Needs(string name, Action<At> check)
    {
        if (!Has(name))
        {
            Fail($"missing required field: {name}");
        }

        Where(name, check);
    }

    /// <summary>An object with no other properties than these, none of them null.</summary>
    public bool Object(params string[] known)
    {
        if (Node is not JsonObject given)
        {
            Fail("must provide an object");
            return false;
        }

        foreach (var (name, value) in given)
        {
            if (!known.Contains(name))
            {
                Fail($"invalid additional property: {name}");
            }
            else if (value is null)
            {
                this[name].Fail("must not be null");
            }
        }

        return true;
    }

    public void Chars(int min, int max)
    {
        if (Node is not JsonValue value || !value.TryGetValue(out string? text))
        {
            Fail("must provide a string");
        }
        else if (text.Length < min)
        {
            Fail(string.Create(CultureInfo.InvariantCulture, $"must be more than {min - 1} characters"));
        }
        else if (text.Length > max)
        {
            Fail(string.Create(CultureInfo.InvariantCulture, $"must be less than {max + 1} characters"));
        }
    }

    public void OneOf(params string[] allowed)
    {
        if (Node is not JsonValue value || !value.TryGetValue(out string? text) || !allowed.Contains(text))
        {
            Fail($"must be one of: {string.Join(", ", allowed)}");
        }
    }

    public void Bool()
    {
        if (Node is not JsonValue value || !value.TryGetValue(out bool _))
        {
            Fail("must be a boolean");
        }
    }

    public void Whole(int min, int max)
    {
        if (Node is not JsonValue value || !value.TryGetValue(out int number) || number < min || number > max)
        {
            Fail(string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {min} to {max}"));
        }
    }

    /// <summary>An http or https address.</summary>
    public void Url()
    {
        Chars(1, 3000);
        if (Node is JsonValue value && value.TryGetValue(out string? text) && !(Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" or "mailto"))
        {
            Fail("must be a valid URL");
        }
    }

    /// <summary>A list of so many items, each checked.</summary>
    public void Items(int min, int max, Action<At> check)
    {
        if (Node is not JsonArray list)
        {
            Fail("must provide an array");
            return;
        }

        if (list.Count < min)
        {
            Fail(string.Create(CultureInfo.InvariantCulture, $"no fewer than {min} items allowed"));
        }

        if (list.Count > max)
        {
            Fail(string.Create(CultureInfo.InvariantCulture, $"no more than {max} items allowed"));
        }

        for (var i = 0; i < list.Count; i++)
        {
            check(new(list[i], string.Create(CultureInfo.InvariantCulture, $"{Pointer}/{i}"), Findings));
        }
    }

    /// <summary>Reports what stands twice among <paramref name="ids"/>.</summary>
    public void Unique(string name, IEnumerable<string?> ids)
    {
        foreach (var twice in ids.OfType<string>().GroupBy(id => id).Where(group => group.Count() > 1))
        {
            Fail($"`{name}` must be unique: {twice.Key}");
        }
    }
}
