namespace IntroBot.Programmes;

/// <summary>Something wrong in a programme file. <paramref name="Line"/> counts from 1; <paramref name="Key"/> is the path to it (<c>routes[1].slack</c>), empty for the file itself.</summary>
public sealed record Mistake(string File, int Line, string Key, string Message)
{
    /// <summary>As compilers say it: <c>programme.yaml:14: routes[1].slack: expected …</c>.</summary>
    public override string ToString() => Key.Length == 0 ? $"{File}:{Line}: {Message}" : $"{File}:{Line}: {Key}: {Message}";
}
