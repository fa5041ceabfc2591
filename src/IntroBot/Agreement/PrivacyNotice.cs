using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using IntroBot.Conversation;
using IntroBot.Programmes;

namespace IntroBot.Agreements;

/// <summary>
/// The whole privacy notice of Art. 13 and 14 GDPR, in plain words, as the organisation's programme fills it in: who is responsible, what for and on which ground, where the details come
/// from, who sees them, for how long, the rights, and that no machine decides.
/// </summary>
public sealed record PrivacyNotice(ImmutableArray<PrivacyNotice.Part> Parts)
{
    /// <summary>A heading and the sentences under it.</summary>
    public sealed record Part(string Heading, ImmutableArray<Line> Sentences);

    /// <summary>The notice for one introduction.</summary>
    public static PrivacyNotice Of(Programme programme, Introducing introducing, Kept kept, Phrases say)
    {
        var introducer = new Run.Typed(introducing.Introducer);
        return new PrivacyNotice(
        [
            new(say.Text(nameof(Words.NoticeWhoHeading)), [say.Line(nameof(Words.NoticeWho), programme.Privacy.Controller ?? programme.Company, Officer(programme))]),
            new(say.Text(nameof(Words.NoticePurposeHeading)),
            [
                say.Line(nameof(Words.NoticePurpose), introducer),
                say.Line(nameof(Words.NoticeAsked), introducer),
                say.Line(programme.Privacy.Basis == LegalBasis.Request ? nameof(Words.NoticeRequest) : nameof(Words.NoticeConsent)),
                say.Line(nameof(Words.NoticePool)),
            ]),
            new(say.Text(nameof(Words.NoticeSourceHeading)), [say.Line(nameof(Words.NoticeSource), introducer, programme.Company)]),
            new(say.Text(nameof(Words.NoticeRecipientsHeading)), [say.Line(nameof(Words.NoticeRecipients), introducer, Chats(programme, say)), say.Line(nameof(Words.NoticeRecipientsLogged))]),
            new(say.Text(nameof(Words.NoticeKeptHeading)),
            [
                say.Line(nameof(Words.NoticeKept), Days(kept.UnansweredDays, say), Months(kept.ClosedMonths, say), Months(kept.HiredMonths, say), Months(kept.PoolMonths, say)),
                say.Line(nameof(Words.NoticeKeptRecord), Months(kept.RecordMonths, say)),
            ]),
            new(say.Text(nameof(Words.NoticeRightsHeading)), [say.Line(nameof(Words.NoticeRights)), say.Line(nameof(Words.NoticeRightsComplain))]),
            new(say.Text(nameof(Words.NoticeMachinesHeading)), [say.Line(nameof(Words.NoticeMachines))]),
        ]);
    }

    /// <summary>The version of a notice, the same for every introduction it fits: 16 digits of hexadecimal, evidence of what was read.</summary>
    public static string Version(Programme programme, Kept kept, Phrases say)
    {
        var text = Of(programme, new Introducing("", "", programme.General.Title, [], default), kept, say).Parts.SelectMany(static part => part.Sentences.Select(static sentence => sentence.ToString()).Prepend(part.Heading));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', text))))[..16];
    }

    /// <summary>So many months, in words.</summary>
    public static Line Months(int months, Phrases say) => say.Count(months, nameof(Words.Duration3Month), nameof(Words.Duration4Months));

    private static Line Days(int days, Phrases say) => say.Count(days, nameof(Words.Duration1Day), nameof(Words.Duration2Days));

    private static string Officer(Programme programme) =>
        programme.Privacy.Officer ?? programme.Owners.OfType<PersonRef.ByEmail>().Select(static owner => owner.Address).FirstOrDefault() ?? programme.Company;

    private static Line Chats(Programme programme, Phrases say) => say.Either(
    [
        .. programme.Organisation.Slack.IsEmpty ? [] : new[] { Line.Of("Slack") },
        .. programme.Organisation.Teams.IsEmpty ? [] : new[] { Line.Of("Microsoft Teams") },
    ]);
}
