namespace IntroBot.Slack.Receiving;

/// <summary>Which choice in a view came last, for views chosen in of late.</summary>
internal sealed class LatestChoice
{
    private const int Remembered = 2_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, string> choices = [];

    /// <summary>A choice was made in a view; <paramref name="when"/> is Slack's action timestamp.</summary>
    public void Note(string view, string when)
    {
        lock (gate)
        {
            if (choices.Count >= Remembered)
            {
                choices.Clear();
            }

            if (!choices.TryGetValue(view, out var known) || string.CompareOrdinal(when, known) > 0)
            {
                choices[view] = when;
            }
        }
    }

    public bool Is(string view, string when)
    {
        lock (gate)
        {
            return choices.TryGetValue(view, out var known) && known == when;
        }
    }
}
