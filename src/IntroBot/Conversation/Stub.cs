namespace IntroBot.Conversation;
/// <summary>x</summary>
public sealed class Doctor { 
/// <summary>x</summary>
public const string Retry = "retry", Dismiss="dismiss";
/// <summary>x</summary>
public Task<Answer> Settle(Speaker s, string st, string? v, CancellationToken c) => throw new NotSupportedException(); 
/// <summary>x</summary>
public Task<Answer> Show(Speaker s,  CancellationToken c) => throw new NotSupportedException(); 
}
/// <summary>x</summary>
public sealed class ProgrammeInForce { 
/// <summary>x</summary>
public Task<Answer> Show(Speaker s,  CancellationToken c) => throw new NotSupportedException(); 
}
