namespace IntroBot.Conversation;
/// <summary>x</summary>
public sealed class ProgrammeInForce { 
/// <summary>x</summary>
public Task<Answer> Show(Speaker s,  CancellationToken c) => throw new NotSupportedException(); 
}
