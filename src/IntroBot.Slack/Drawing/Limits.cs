namespace IntroBot.Slack.Drawing;

/// <summary>The lengths Slack documents for Block Kit, in UTF-16 units, the strictest reading (docs.slack.dev, reference/block-kit).</summary>
internal static class Limits
{
    public const int MessageBlocks = 50;
    public const int ViewBlocks = 100;
    public const int Summary = 3000;
    public const int Header = 150;
    public const int Text = 3000;
    public const int Fields = 10;
    public const int FieldText = 2000;
    public const int Label = 2000;
    public const int Elements = 25;
    public const int ButtonText = 75;
    public const int ButtonValue = 2000;
    public const int OptionText = 75;
    public const int OptionValue = 75;
    public const int Options = 100;
    public const int RadioOptions = 10;
    public const int OverflowOptions = 5;
    public const int Placeholder = 150;
    public const int InputLength = 3000;
    public const int ConfirmTitle = 100;
    public const int ConfirmText = 300;
    public const int ConfirmButton = 30;
    public const int ViewTitle = 24;
    public const int PrivateMetadata = 3000;
    public const int Id = 255;
}
