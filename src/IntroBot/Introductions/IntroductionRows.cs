using System.Globalization;
using IntroBot.Conversation;
using IntroBot.Ledger;

namespace IntroBot.Introductions;

/// <summary>The rows of an introduction's partition in <see cref="Table.Intro"/>.</summary>
public static class IntroductionRows
{
    /// <summary>Where it stands.</summary>
    public const string Head = "head";

    /// <summary>Who the contact is: the only row that says so.</summary>
    public const string Details = "pii";

    /// <summary>An event.</summary>
    public static string Event(int seq) => "e|" + seq.ToString("D10", CultureInfo.InvariantCulture);

    /// <summary>A sentence somebody typed.</summary>
    public static string Text(int seq) => "t|" + seq.ToString("D10", CultureInfo.InvariantCulture);

    /// <summary>A request that was carried out.</summary>
    public static string Request(string request) => "q|" + Ids.Hash(request);

    /// <summary>A message the bot posted about it.</summary>
    public static string Message(MessageRef message) => "m|" + Ids.Hash(message.Channel.Platform.ToString(), message.Channel.Channel, message.Message);
}

/// <summary>A card the bot posted: where it stands, and for which round of the introduction.</summary>
public sealed record PostedCard(MessageRef Message, int Round);

/// <summary>A request that was carried out: when, and which step.</summary>
public sealed record CarriedOut(DateTimeOffset At, string Step);
