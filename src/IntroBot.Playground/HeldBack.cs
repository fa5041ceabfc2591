using System.Text.Json.Nodes;

namespace IntroBot.Playground;

/// <summary>What is on its way to the bot and, on request, waits, changes its order or arrives twice.</summary>
internal abstract class HeldBack
{
    private readonly Lock gate = new();
    private readonly List<JsonObject> held = [];
    private bool holding;
    private int doubled;

    /// <summary>From now on everything waits, until <see cref="Release"/>.</summary>
    public void Hold()
    {
        lock (gate)
        {
            holding = true;
        }
    }

    /// <summary>Delivers what waited, one after the other, in the order that <paramref name="order"/> makes of it.</summary>
    public async Task Release(Func<IReadOnlyList<JsonObject>, IEnumerable<JsonObject>>? order = null)
    {
        JsonObject[] waiting;
        lock (gate)
        {
            holding = false;
            waiting = [.. held];
            held.Clear();
        }

        foreach (var one in order?.Invoke(waiting) ?? waiting)
        {
            await Pass(one);
        }
    }

    /// <summary>The next <paramref name="count"/> arrive twice.</summary>
    public void Double(int count = 1)
    {
        lock (gate)
        {
            doubled += count;
        }
    }

    protected abstract Task Pass(JsonObject one);

    /// <summary>Whether <paramref name="one"/> waits from now on.</summary>
    protected bool Holds(JsonObject one)
    {
        lock (gate)
        {
            if (holding)
            {
                held.Add(one);
            }

            return holding;
        }
    }

    /// <summary>Whether the next one arrives twice.</summary>
    protected bool Doubles()
    {
        lock (gate)
        {
            var twice = doubled > 0;
            doubled -= twice ? 1 : 0;
            return twice;
        }
    }
}
