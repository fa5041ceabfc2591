using IntroBot.Introductions;

namespace IntroBot.Conversation;

/// <summary>Help by example, as each platform is spoken to.</summary>
public static class Help
{
    /// <summary>The help.</summary>
    public static Answer Show(Speaker speaker)
    {
        var say = speaker.Say;
        var isTeams = speaker.Profile.Account.Platform == PlatformKind.Teams;
        var lead = say.Line(nameof(Words.HelpLead));
        return new Answer.Notice(new Card(say.Language, lead,
            [
                new Part.Paragraph(lead),
                new Part.Paragraph(say.Line(isTeams ? nameof(Words.TeamsHelpIntroduce) : nameof(Words.HelpIntroduce))),
                new Part.Quote(say.Line(isTeams ? nameof(Words.TeamsHelpExample) : nameof(Words.HelpExample))),
                new Part.Paragraph(say.Line(isTeams ? nameof(Words.TeamsHelpCommands) : nameof(Words.HelpCommands))),
                new Part.Aside(say.Line(nameof(Words.HelpPromise))),
                MyIntroductions.Invite(say),
            ]));
    }
}
