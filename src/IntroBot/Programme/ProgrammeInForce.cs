using System.Globalization;
using IntroBot.Conversation;

namespace IntroBot.Programmes;

/// <summary><c>/intros programme</c>: what this host goes by.</summary>
public sealed class ProgrammeInForce(Programme programme, ProgrammeGate gate)
{
    /// <summary>The button for the next routes; its value is the page.</summary>
    public const string More = "programme";

    /// <summary>The first page.</summary>
    public Task<Answer> Show(Speaker speaker, CancellationToken cancellation) => Show(speaker, null, cancellation);

    /// <summary>A page, as the button names it; what is no page is the first.</summary>
    public async Task<Answer> Show(Speaker speaker, string? page, CancellationToken cancellation)
    {
        var number = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
        return new Answer.Notice(ProgrammeCard.Draw(programme, await gate.Standing(programme, cancellation), speaker.Profile.Account.Platform, speaker.Say.Language, number));
    }
}
