namespace IntroBot.Slack.Calling;

/// <summary>What an error code of Slack's calls for (docs.slack.dev, the common errors of each method).</summary>
internal enum ErrorClass
{
    /// <summary>It will never be accepted as it is.</summary>
    Final,

    /// <summary>Not accepted now; the same call may be accepted later.</summary>
    Passing,

    /// <summary>Slack failed inside; some of it may have happened.</summary>
    Unclear,

    /// <summary>The token or the installation no longer works.</summary>
    Installation,

    /// <summary>Somebody who administers the app or the workspace has to act.</summary>
    Administrator,
}

/// <summary>Sorts error codes.</summary>
internal static class ErrorClasses
{
    public static ErrorClass Of(string error) => error switch
    {
        "internal_error" or "fatal_error" => ErrorClass.Unclear,
        "service_unavailable" or "request_timeout" or "team_added_to_org" or "external_channel_migrating" or "update_failed" => ErrorClass.Passing,
        "invalid_auth" or "account_inactive" or "token_revoked" or "token_expired" or "not_authed" or "team_access_not_granted" or "org_login_required" => ErrorClass.Installation,
        "missing_scope" or "not_allowed_token_type" or "ekm_access_denied" or "no_permission" or "messages_tab_disabled" or "message_limit_exceeded" => ErrorClass.Administrator,
        _ when error.StartsWith("restricted_action", StringComparison.Ordinal) => ErrorClass.Administrator,
        _ => ErrorClass.Final,
    };

    /// <summary>The trigger is no longer good: three seconds have passed or it was used.</summary>
    public static bool IsTriggerGone(string error) =>
        error is "expired_trigger_id" or "trigger_expired" or "exchanged_trigger_id" or "trigger_exchanged" or "invalid_trigger_id";

    /// <summary>The trigger was used: by an earlier try of the same call whose answer got lost.</summary>
    public static bool IsTriggerUsed(string error) => error is "exchanged_trigger_id" or "trigger_exchanged";
}
