using System.Collections.Immutable;
using IntroBot.Agreements;
using IntroBot.Conversation;
using IntroBot.Conversation.Understanding;
using IntroBot.Programmes;

namespace IntroBot.Introductions;

/// <summary>The form to introduce somebody: opened prefilled, redrawn, refused with every word kept, or carried out.</summary>
public sealed class IntroduceDesk(Introduce introduce, Suppression suppression, People people, Platforms platforms, Programme programme)
{
    private static readonly TimeSpan s_known = TimeSpan.FromHours(1);

    /// <summary>Opens the form with what a typed text says, and with its <paramref name="author"/> when they are nobody of the organisation.</summary>
    public async Task<Answer> Open(Speaker speaker, string text, Author? author, CancellationToken cancellation)
    {
        var outsider = author is null || programme.Organisation.Names(author.Account) ? null : author.Name ?? await NameOf(author.Account, cancellation);
        var values = await Mentions.Named(Prefill.From(text, programme, outsider), user => NameOf(speaker.Profile.Account with { User = user }, cancellation));
        return new Answer.Open(Forms.Introduce(values, programme, speaker.Say));
    }

    /// <summary>Redraws the form for the agreement that was chosen; what stood in fields that go away is not kept.</summary>
    public Answer Redraw(Speaker speaker, ImmutableDictionary<string, string> values) => new Answer.Redraw(Forms.Introduce(values, programme, speaker.Say));

    /// <summary>Reads the form and introduces.</summary>
    public async Task<Answer> Submit(Turn turn, Speaker speaker, ImmutableDictionary<string, string> values, CancellationToken cancellation)
    {
        var (input, errors) = IntroduceInput.Read(values, programme, speaker.Say);
        if (input is null)
        {
            return new Answer.Errors(errors);
        }

        if (input.Address is { } address && await suppression.Holds(address, cancellation))
        {
            return new Answer.Errors(ImmutableDictionary<string, string>.Empty.Add("address", speaker.Say.Text(nameof(Words.AddressAtRest))));
        }

        await people.Remember(speaker.Person, speaker.Profile, cancellation);
        return await introduce.Run(turn.Request, speaker.Person, turn.Account.Platform, input, cancellation)
            ? new Answer.Done()
            : new Answer.Errors(ImmutableDictionary<string, string>.Empty.Add("contact", speaker.Say.Text(nameof(Words.EnoughForToday), programme.Limits.PerDay.ToString(System.Globalization.CultureInfo.InvariantCulture))));
    }

    private async Task<string?> NameOf(Account account, CancellationToken cancellation)
    {
        try
        {
            return platforms.On(account.Platform) is { } platform ? (await platform.Look(account, s_known, cancellation))?.Name : null;
        }
        catch (PlatformUnavailableException)
        {
            return null;
        }
    }
}
