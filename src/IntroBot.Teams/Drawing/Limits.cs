namespace IntroBot.Teams.Drawing;

/// <summary>What Teams takes (learn.microsoft.com: format your bot messages; build bot-based message extensions; cards reference). Sizes in bytes of UTF-16, lengths in UTF-16 units.</summary>
internal static class Limits
{
    public const int MessageBytes = 80 * 1024;
    public const int ResultBytes = 28 * 1024;
    public const int Actions = 6;
    public const int Text = 4_000;
    public const int Summary = 500;
    public const int Heading = 200;
    public const int ActionTitle = 60;
    public const int Label = 200;
    public const int OptionTitle = 120;
    public const int InputLength = 3000;
    public const int DialogTitle = 60;
    public const int Name = 100;
    public const int Value = 2_000;
}
