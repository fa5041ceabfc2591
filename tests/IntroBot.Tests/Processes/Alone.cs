namespace IntroBot.Tests.Processes;

/// <summary>Hosts as processes have the machine to themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "processes";
}
