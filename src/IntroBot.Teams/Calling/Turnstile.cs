namespace IntroBot.Teams.Calling;

/// <summary>One at a time through each door: Teams answers two writes to a thread at once with 412.</summary>
internal sealed class Turnstile
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Door> doors = [];

    /// <summary>Waits for one's turn; disposing lets the next one in.</summary>
    public async Task<IDisposable> Enter(string name, CancellationToken cancellation)
    {
        Door? door;
        lock (gate)
        {
            if (!doors.TryGetValue(name, out door))
            {
                doors[name] = door = new Door(this, name);
            }

            door.Callers++;
        }

        try
        {
            await door.Free.WaitAsync(cancellation);
            return new Pass(door);
        }
        catch
        {
            Leave(door);
            throw;
        }
    }

    private void Leave(Door door)
    {
        lock (gate)
        {
            if (--door.Callers == 0)
            {
                doors.Remove(door.Name);
                door.Free.Dispose();
            }
        }
    }

    private sealed class Door(Turnstile turnstile, string name)
    {
        public SemaphoreSlim Free { get; } = new(1, 1);

        public string Name => name;

        public int Callers { get; set; }

        public void Leave()
        {
            Free.Release();
            turnstile.Leave(this);
        }
    }

    private sealed class Pass(Door door) : IDisposable
    {
        private Door? held = door;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Leave();
    }
}
