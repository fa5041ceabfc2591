using IntroBot.Introductions;
using IntroBot.Programmes;
using IntroBot.Routes;

namespace IntroBot.Conversation;

/// <summary>Help by example, as each platform is spoken to; whoever looks after a route also reads of the queue.</summary>
public static class Help
{
    /// <summary>The button that asks for it.</summary>
    public const string Step = "help";

    /// <summary>The help.</summary>
    public static Answer Show(Speaker speaker, Programme programme)
    {
        var say = speaker.Say;
        var lead = say.Line(nameof(Words.HelpLead));
        return new Answer.Notice(new Card(say.Language, lead,
            [
                new Part.Paragraph(lead),
                .. Example(speaker),
                new Part.Paragraph(say.Line(IsTeams(speaker) ? nameof(Words.TeamsHelpCommands) : nameof(Words.HelpCommands))),
                .. Duties.Of(speaker, programme) is null ? [] : new[] { new Part.Paragraph(say.Line(IsTeams(speaker) ? nameof(Words.TeamsHelpQueue) : nameof(Words.HelpQueue))) },
                new Part.Aside(say.Line(nameof(Words.HelpPromise))),
                MyIntroductions.Invite(say),
            ]));
    }

    /// <summary>How to introduce somebody, with words one could type.</summary>
    public static IEnumerable<Part> Example(Speaker speaker) =>
    [
        new Part.Paragraph(speaker.Say.Line(IsTeams(speaker) ? nameof(Words.TeamsHelpIntroduce) : nameof(Words.HelpIntroduce))),
        new Part.Quote(speaker.Say.Line(IsTeams(speaker) ? nameof(Words.TeamsHelpExample) : nameof(Words.HelpExample))),
    ];

    private static bool IsTeams(Speaker speaker) => speaker.Profile.Account.Platform == PlatformKind.Teams;
}
