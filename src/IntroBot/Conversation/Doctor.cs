using System.Collections.Immutable;
using IntroBot.Agreements;
using IntroBot.Introductions;
using IntroBot.Ledger;
using IntroBot.Programmes;
using IntroBot.Recognition;

namespace IntroBot.Conversation;

/// <summary>For owners: what could not be delivered, why, and what to do about it. Thanks whose fate is unclear wait here for a person rather than being posted twice.</summary>
public sealed class Doctor(ParkedEffects parked, Reports reports, IntroductionReader reader, Programme programme)
{
    /// <summary>Sends it again.</summary>
    public const string Retry = "retry";

    /// <summary>Lets it be.</summary>
    public const string Dismiss = "dismiss";

    private const int Shown = 10;

    /// <summary>What needs a look.</summary>
    public async Task<Answer> Show(Speaker speaker, CancellationToken cancellation)
    {
        var say = speaker.Say;
        if (!programme.IsOwner(speaker.Profile))
        {
            return Notice(say, say.Line(nameof(Words.OnlyOwners)));
        }

        var found = await parked.List(Shown + 1, cancellation);
        var title = found.Count == 0 ? say.Line(nameof(Words.DoctorWell)) : say.Count(Math.Min(found.Count, Shown), nameof(Words.DoctorFoundOne), nameof(Words.DoctorFoundOther));
        var parts = ImmutableArray.CreateBuilder<Part>();
        parts.Add(found.Count == 0 ? new Part.Paragraph(title) : new Part.Heading(title.ToString()));
        foreach (var one in found.Take(Shown))
        {
            parts.Add(new Part.Paragraph(say.Line(What(one.Effect.Kind), await Code(one, cancellation), new Run.Typed(one.Reason), say.ShortDay(one.At, programme.Zone))));
            parts.Add(new Part.Actions(null,
            [
                new Button(Retry, say.Text(nameof(Words.ButtonRetry)), Value: Name(one), Confirm: one.Effect.Kind == KudosQueue.Kind ? say.Text(nameof(Words.RetryThanksConfirm)) : null),
                new Button(Dismiss, say.Text(nameof(Words.ButtonDismiss)), Value: Name(one)),
            ]));
        }

        if (found.Count > Shown)
        {
            parts.Add(new Part.Aside(say.Line(nameof(Words.DoctorMore))));
        }

        parts.AddRange((await reports.Look(say, cancellation)).Select(static line => new Part.Paragraph(line)));
        parts.AddRange(ProgrammeCard.Longer(programme, say).Select(static line => new Part.Paragraph(line)));

        return new Answer.Notice(new Card(say.Language, title, parts.ToImmutable()));
    }

    /// <summary>Sends something again or lets it be, and shows what is left.</summary>
    public async Task<Answer> Settle(Speaker speaker, string step, string? name, CancellationToken cancellation)
    {
        if (programme.IsOwner(speaker.Profile) && (await parked.List(1000, cancellation)).FirstOrDefault(one => Name(one) == name) is { } found)
        {
            await (step == Retry ? parked.Retry(found, cancellation) : parked.Dismiss(found, cancellation));
        }

        return await Show(speaker, cancellation);
    }

    private static string Name(Parked parked) => $"{parked.Aggregate}/{parked.Effect.Key}";

    private static string What(string kind) => kind switch
    {
        KudosQueue.Kind => nameof(Words.DoctorThanks),
        Effects.Card or Effects.Nudge => nameof(Words.DoctorCard),
        Effects.Tell => nameof(Words.DoctorTell),
        _ => nameof(Words.DoctorOther),
    };

    private static Answer.Notice Notice(Phrases say, Line line) => new(Card.Of(say.Language, line));

    private async Task<string> Code(Parked one, CancellationToken cancellation)
    {
        var id = one.Aggregate.Table == Table.Intro ? one.Aggregate.Partition : one.Effect.Data.GetValueOrDefault("introduction", "");
        return id.Length > 0 && await reader.Load(new IntroductionId(id), cancellation) is { Introduction: var introduction } ? introduction.DisplayCode : "INT-?";
    }
}
