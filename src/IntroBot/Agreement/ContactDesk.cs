using System.Collections.Immutable;
using IntroBot.Conversation;
using IntroBot.Conversation.Understanding;
using IntroBot.Introductions;
using IntroBot.Ledger;
using IntroBot.Programmes;

namespace IntroBot.Agreements;

/// <summary>The contact's side of the desk: from a link to its page, and from a press to what it comes to. Opening changes nothing. The link is the only proof there is, and the head says whether it is live.</summary>
public sealed class ContactDesk(ContactLinks links, IntroductionReader reader, StepRunner runner, Suppression suppression, DrawUpThePage pages, Keys keys, Programme programme, TimeProvider time)
{
    // What a token that was never given out leads to, so that both take the same reads.
    private static readonly (IntroductionId Introduction, string Hash) s_nowhere = (new IntroductionId("0"), "");

    /// <summary>See <see cref="OpenContactPage"/>.</summary>
    public async Task<ContactPage?> Open(string token, CancellationToken cancellation)
    {
        var (id, hash) = await links.Find(token, cancellation) ?? s_nowhere;
        return await reader.Load(id, cancellation) is { Introduction: var introduction } && IsLive(introduction, hash) ? await pages.Draw(introduction, cancellation) : null;
    }

    /// <summary>See <see cref="AnswerContactPage"/>.</summary>
    public async Task<ContactAnswer?> Answer(string token, ContactPress press, CancellationToken cancellation)
    {
        var (id, hash) = await links.Find(token, cancellation) ?? s_nowhere;
        if (await reader.Load(id, cancellation) is not { Introduction: var introduction })
        {
            return null;
        }

        var request = $"page|{hash}|{press.Nonce}";
        if (!IsLive(introduction, hash))
        {
            return await Repeated(introduction, hash, request, cancellation);
        }

        if (!Offers(introduction, press.Step))
        {
            return new ContactAnswer.Refused(await pages.Draw(introduction, cancellation), ImmutableDictionary<string, string>.Empty);
        }

        var details = (await reader.Details(id, cancellation))?.Details;
        var (input, errors) = ContactInput.Read(press, introduction, details, Phones.RegionOf(programme.Zone));
        errors = await Checked(press, input, details, errors, cancellation);
        if (!errors.IsEmpty)
        {
            return new ContactAnswer.Refused(await pages.Draw(introduction, cancellation), errors);
        }

        var result = await runner.Run(id, request, static _ => Actor.Contact, (loaded, _, now) => IsLive(loaded, hash) ? Decide(loaded, press, input, details, now) : new Decision.Refusal(nameof(Words.StandsElsewhere)), cancellation);
        return result switch
        {
            null => null,
            { Refusal: not null } => await Open(token, cancellation) is { } page ? new ContactAnswer.Refused(page, ImmutableDictionary<string, string>.Empty) : null,
            { Introduction.State: State.Erased } => new ContactAnswer.Erased(),
            { Introduction: var after } when after.Link?.Hash == hash => new ContactAnswer.Done(await pages.Draw(after, cancellation), press.Step),
            _ => await reader.Load(id, cancellation) is { Introduction: var now } ? await Repeated(now, hash, request, cancellation) : null,
        };
    }

    private static bool Offers(Introduction introduction, string step) => introduction switch
    {
        { Link.Purpose: LinkPurpose.Invite } => step is ContactSteps.Agree or ContactSteps.Decline or ContactSteps.Never or ContactSteps.Abuse,
        { Link.Purpose: LinkPurpose.Word } => step is ContactSteps.Confirm or ContactSteps.Deny or ContactSteps.Withdraw or ContactSteps.Never or ContactSteps.Abuse,
        _ => step is ContactSteps.Correct or ContactSteps.Withdraw or ContactSteps.Erase or ContactSteps.Never or ContactSteps.Pool or ContactSteps.Abuse,
    };

    private Decision Decide(Introduction introduction, ContactPress press, ContactInput input, Details? details, DateTimeOffset now)
    {
        var own = links.Next(introduction, LinkPurpose.Own);
        return press.Step switch
        {
            ContactSteps.Agree => Agree.Decide(introduction, own, input, Corrected(input), now),
            ContactSteps.Decline => Decline.Decide(introduction, own, input),
            ContactSteps.Confirm => Confirm.Decide(introduction, own, input, Changed(input, details)),
            ContactSteps.Deny => Deny.Decide(introduction, own, input),
            ContactSteps.Correct => KeepUp.Correct(introduction, input, details is null ? null : Changed(input, details)),
            ContactSteps.Withdraw => KeepUp.Withdraw(input.OnTheirOwnPage(introduction, own)),
            ContactSteps.Erase => KeepUp.Erase(introduction),
            ContactSteps.Never => Never.Decide(introduction, own, input, [.. (details?.Contacts ?? []).Concat(input.Address is { } address ? keys.Contact(address.Kind, address.Normal) : []).Distinct()]),
            ContactSteps.Pool => KeepUp.Pool(introduction, press.Fields.GetValueOrDefault("pool") == "yes", input, now),
            _ => KeepUp.Abuse(introduction, now),
        };
    }

    private Details Corrected(ContactInput input) => new(input.Contact, input.Address!.Typed, input.Note, keys.Contact(input.Address.Kind, input.Address.Normal));

    private Details? Changed(ContactInput input, Details? details) =>
        Corrected(input) is var corrected && details is not null && corrected with { Contacts = details.Contacts } == details ? null : corrected;

    private async Task<ImmutableDictionary<string, string>> Checked(ContactPress press, ContactInput input, Details? details, ImmutableDictionary<string, string> errors, CancellationToken cancellation)
    {
        var say = Phrases.In(press.Language);
        if (press.Step == ContactSteps.Never && details?.Address is null && input.Address is null)
        {
            return errors.SetItem("address", say.Text(nameof(Words.PageAddressForNever)));
        }

        var passesOn = press.Step is ContactSteps.Agree or ContactSteps.Confirm or ContactSteps.Correct;
        return passesOn && input.Address is { } address && await suppression.Holds(address, cancellation)
            ? errors.SetItem("address", say.Text(nameof(Words.PageAddressAtRest), programme.Privacy.Officer ?? programme.Company)) : errors;
    }

    // The forwarded link died with its answer; the very same press is answered alike, from what was kept of it.
    private async Task<ContactAnswer?> Repeated(Introduction introduction, string hash, string request, CancellationToken cancellation) =>
        introduction.Links.Contains(hash) && introduction.Link is { Purpose: LinkPurpose.Own } && await reader.Step(introduction.Id, request, cancellation) is { } step
            ? new ContactAnswer.Answered(await pages.Draw(introduction, cancellation), step, links.Token(introduction)!) : null;

    private bool IsLive(Introduction introduction, string hash) =>
        introduction.Link is { } link && link.Hash == hash && !(Deadlines.Purge(introduction, programme.Retention) <= time.GetUtcNow());
}
