namespace IntroBot.Ledger;

/// <summary>Tells this process's pump that something is owed, so that nobody waits for the next look at the due index. What nobody hears is found there.</summary>
internal sealed class Bell
{
    public Action<Arm>? Heard { get; set; }

    public void Ring(Arm arm) => Heard?.Invoke(arm);
}
