using IntroBot.Conversation;
using IntroBot.Introductions;
using Microsoft.Extensions.Logging;

namespace IntroBot.Homes;

/// <summary>
/// Draws the homes anew that a step concerns: the introducer's, and of whoever carries it. Only for people who looked at theirs within the hour, once, and without trying again: the next look draws
/// it anyway, so nothing is owed and nothing waits for it.
/// </summary>
public sealed partial class KeepHomeFresh(HomeVisits visits, ShowHome home, Admission admission, People people, Platforms platforms, ILogger<KeepHomeFresh> logger)
{
    private static readonly TimeSpan s_known = TimeSpan.FromHours(1);

    /// <summary>After a step of an introduction.</summary>
    public async Task After(Introduction introduction, CancellationToken cancellation)
    {
        foreach (var id in new[] { introduction.Introducer, introduction.Claimer }.OfType<PersonId>().Distinct())
        {
            var person = await people.Get(id, cancellation);
            if (await visits.IsOpen(person.Id, cancellation))
            {
                await Draw(person, cancellation);
            }
        }
    }

    private async Task Draw(Person person, CancellationToken cancellation)
    {
        foreach (var account in person.Accounts)
        {
            try
            {
                if (platforms.On(account.Platform) is { HasHome: true } platform && await admission.Speaker(account, s_known, cancellation) is { } speaker)
                {
                    await platform.ShowHome(account, await home.Draw(speaker, null, cancellation), cancellation);
                }
            }
            catch (PlatformUnavailableException unavailable)
            {
                LogNotDrawn(unavailable.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A home was not drawn anew: {Reason}")]
    private partial void LogNotDrawn(string reason);
}
