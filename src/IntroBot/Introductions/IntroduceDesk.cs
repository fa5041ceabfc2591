using System.Collections.Immutable;
using IntroBot.Agreements;
using IntroBot.Conversation;
using IntroBot.Programmes;

namespace IntroBot.Introductions;

/// <summary>The form to introduce somebody: opened prefilled, redrawn, refused with every word kept, or carried out.</summary>
public sealed class IntroduceDesk(Introduce introduce, Suppression suppression, People people, Programme programme)
{
    /// <summary>Opens the form with what a typed text says.</summary>
    public Answer Open(Speaker speaker, string text) => new Answer.Open(Forms.Introduce(Draft.Read(text, programme), programme, speaker.Say));

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
}
