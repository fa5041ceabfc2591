namespace IntroBot.Teams.Calling;

/// <summary>What the Connector's error codes mean for whoever wanted to say something (learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability, status codes).</summary>
internal static class ErrorCodes
{
    /// <summary>The conversation we remember is not there; another can be made.</summary>
    public static bool IsGone(Reply reply) => reply is Reply.Refused { Status: 404, Error: not ("ActivityNotFoundInConversation" or "MemberNotFoundInConversation") };

    /// <summary>The person or team took the app away, or blocked it.</summary>
    public static bool IsShut(Reply reply) => reply is Reply.Refused { Status: 403, Error: "BotNotInConversationRoster" or "ConversationBlockedByUser" or "MessageWritesBlocked" };

    /// <summary>This conversation does not know the member; another one might.</summary>
    public static bool IsElsewhere(Reply reply) => reply is Reply.Refused { Status: 400 or 403 or 404 };
}
