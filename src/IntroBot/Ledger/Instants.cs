using System.Globalization;

namespace IntroBot.Ledger;

/// <summary>Instants in row keys: 19 digits of UTC ticks, or inverted so that the newest sorts first.</summary>
public static class Instants
{
    /// <summary>Oldest first.</summary>
    public static string Ticks(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>Newest first.</summary>
    public static string Inverted(DateTimeOffset at) => (DateTime.MaxValue.Ticks - at.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);
}
