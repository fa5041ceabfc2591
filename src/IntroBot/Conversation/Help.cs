using IntroBot.Introductions;

namespace IntroBot.Conversation;

/// <summary>Help by example.</summary>
public static class Help
{
    /// <summary>The help.</summary>
    public static Answer Show(Speaker speaker)
    {
        var say = speaker.Say;
        var lead = say.Line(nameof(Words.HelpLead));
        return new Answer.Notice(new Card(say.Language, lead,
            [
                new Part.Paragraph(lead),
                new Part.Paragraph(say.Line(nameof(Words.HelpIntroduce))),
                new Part.Quote(say.Line(nameof(Words.HelpExample))),
                new Part.Paragraph(say.Line(nameof(Words.HelpCommands))),
                new Part.Aside(say.Line(nameof(Words.HelpPromise))),
                MyIntroductions.Invite(say),
            ]));
    }
}
