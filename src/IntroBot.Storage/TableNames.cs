using IntroBot.Ledger;

namespace IntroBot.Storage;

/// <summary>The stored name of each table: the member's, in lower case.</summary>
internal static class TableNames
{
    private static readonly string[] Names = [.. Enum.GetNames<Table>().Select(name => name.ToLowerInvariant())];

    public static string Stored(this Table table) => Names[(int)table];
}
