using IntroBot.Programmes;
using IntroBot.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace IntroBot.Host;

/// <summary>Why a host does not start, for whoever starts it: the setting and what is expected, without a stack trace, and <see cref="ExitCode"/>, which no second attempt mends.</summary>
internal static class Refusals
{
    /// <summary>What a host refused for its settings ends with; anything else that ends it is a defect or the machine's.</summary>
    public const int ExitCode = 2;

    /// <summary>What to tell; null for what is no refusal.</summary>
    public static string? Why(Exception thrown) => thrown switch
    {
        StorageSettingException or ProgrammeException or OptionsValidationException => thrown.Message,
        IOException { InnerException: AddressInUseException } => $"{thrown.Message} Another program listens there: choose another address with ASPNETCORE_URLS or --urls.",
        _ => null,
    };
}
