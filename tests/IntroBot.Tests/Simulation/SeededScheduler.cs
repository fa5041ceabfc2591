namespace IntroBot.Tests.Simulation;

/// <summary>Runs every task on the caller's thread, one step at a time, the next one drawn at random: the same seed, the same history.</summary>
internal sealed class SeededScheduler(Random random) : TaskScheduler
{
    private readonly List<Task> _ready = [];

    public override int MaximumConcurrencyLevel => 1;

    public bool RunOne()
    {
        if (_ready.Count == 0)
        {
            return false;
        }

        var drawn = random.Next(_ready.Count);
        var task = _ready[drawn];
        _ready[drawn] = _ready[^1];
        _ready.RemoveAt(_ready.Count - 1);
        TryExecuteTask(task);
        return true;
    }

    protected override void QueueTask(Task task) => _ready.Add(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => _ready;
}
