using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using IntroBot.Playground.Teams.Cards;
using IntroBot.Playground.Teams.State;

namespace IntroBot.Playground.Teams.Acts;

/// <summary>What a bot's answer to an invoke has the client do.</summary>
internal abstract record Answer
{
    /// <summary>A card for the presser alone.</summary>
    public sealed record Card(JsonObject Content) : Answer;

    /// <summary>A text for the presser alone.</summary>
    public sealed record Text(string Words) : Answer;

    /// <summary>The bot says that it failed, and what to tell.</summary>
    public sealed record Failure(string Words) : Answer;

    /// <summary>A dialog opens, or takes the place of the open one.</summary>
    public sealed record Open(string Title, JsonObject Content) : Answer;

    /// <summary>The dialog closes.</summary>
    public sealed record Closed : Answer;

    /// <summary>Cards for the compose box, or a list to choose one from.</summary>
    public sealed record Result(JsonArray Attachments) : Answer;

    /// <summary>What the bot will post, shown beforehand.</summary>
    public sealed record Preview(JsonArray Attachments) : Answer;
}

/// <summary>An answer the client cannot use.</summary>
[SuppressMessage("Design", "CA1032", Justification = "It always says what is wrong.")]
[SuppressMessage("Design", "CA1064", Justification = "Caught where the answer is shown; nobody outside sees it.")]
internal sealed class UnusableAnswer(string why) : Exception(why);

/// <summary>Reads answers as Teams' client does: exact types, known properties, nothing null, cards as strict as posted ones.</summary>
internal sealed class Answers(TeamsLimits limits, int people)
{
    private static readonly string[] Sizes = ["small", "medium", "large"];

    /// <summary>The answer to <c>adaptiveCard/action</c> (learn.microsoft.com, "Universal Actions", invoke response).</summary>
    public Answer ToAction(string body)
    {
        var answer = Read(body);
        Only(answer, "answer", "statusCode", "type", "value");
        var status = answer["statusCode"] is JsonValue number && number.TryGetValue(out int code) ? code : throw new UnusableAnswer("statusCode is missing");
        var value = answer.At("value");
        return (status, answer.Text("type")) switch
        {
            (200, AdaptiveCard.ContentType) => new Answer.Card(Checked(value)),
            (200, "application/vnd.microsoft.activity.message") => new Answer.Text(Words(value)),
            (400 or 500, "application/vnd.microsoft.error") when value.Text("code") is { Length: > 0 } && value.Text("message") is { Length: > 0 } words => new Answer.Failure(words),
            (401, "application/vnd.microsoft.activity.loginRequest") => new Answer.Failure("Sign in"),
            (412, "application/vnd.microsoft.error.preconditionFailed") => new Answer.Failure("Sign in again"),
            var (_, type) => throw new UnusableAnswer($"statusCode {status} with the type {type} is not known"),
        };
    }

    /// <summary>The answer to <c>task/fetch</c>, <c>task/submit</c> and the message extension's invokes (msteams-docs, task modules; action commands).</summary>
    public Answer ToDialog(string body, bool isSubmitted, bool isExtension)
    {
        if (body.Length == 0 || Json.Parse(body) is JsonObject { Count: 0 })
        {
            return isSubmitted ? new Answer.Closed() : throw new UnusableAnswer("an answer with a task was expected");
        }

        var answer = Read(body);
        Only(answer, "answer", "task", "composeExtension", "cacheInfo");
        return answer.At("task") is { } task ? Task(task)
            : isExtension && answer.At("composeExtension") is { } extension ? Extension(extension)
            : throw new UnusableAnswer("neither a task nor, for an extension, a composeExtension");
    }

    /// <summary>The answer to <c>composeExtension/query</c>: every adaptive card comes with the preview that stands in the list.</summary>
    public Answer ToQuery(string body)
    {
        var answer = Read(body);
        Only(answer, "answer", "composeExtension", "cacheInfo");
        return Extension(answer.At("composeExtension") ?? throw new UnusableAnswer("a composeExtension was expected")) switch
        {
            Answer.Result result when result.Attachments.Any(attachment => attachment.At("preview") is null) => throw new UnusableAnswer("a result has no preview"),
            Answer.Preview => throw new UnusableAnswer("a query has results or a message"),
            var usable => usable,
        };
    }

    private Answer Task(JsonNode task)
    {
        Only(task, "task", "type", "value");
        switch (task.Text("type"))
        {
            case "message":
                return new Answer.Text(Words(task.At("value")));
            case "continue" when task.At("value") is JsonObject info:
                Only(info, "task.value", "title", "height", "width", "card", "url", "fallbackUrl", "completionBotId");
                Sized(info, "height");
                Sized(info, "width");
                return info.At("card") is { } card && !info.ContainsKey("url")
                    ? new Answer.Open(info.Text("title") ?? throw new UnusableAnswer("the dialog has no title"), Attached(card, "task.value.card"))
                    : throw new UnusableAnswer("a dialog needs a card: this app has no domain for a url");
            default:
                throw new UnusableAnswer($"the task's type '{task.Text("type")}' is neither continue nor message");
        }
    }

    private Answer Extension(JsonNode extension)
    {
        Only(extension, "composeExtension", "type", "attachmentLayout", "attachments", "activityPreview", "text", "suggestedActions");
        switch (extension.Text("type"))
        {
            case "message":
                return new Answer.Text(Words(extension.At("text")));
            case "result" when extension.Text("attachmentLayout") is "list" or "grid" && extension.At("attachments") is JsonArray attachments:
                foreach (var attachment in attachments)
                {
                    Only(attachment, "an attachment", "contentType", "content", "preview", "name");
                    var content = Attached(attachment, "an attachment", "preview", "name");
                    if (content.Size() > limits.ResultCardSize)
                    {
                        throw new UnusableAnswer($"a result card is at most {limits.ResultCardSize} bytes");
                    }
                }

                return new Answer.Result(attachments);
            case "botMessagePreview" when extension.At("activityPreview").At("attachments") is JsonArray { Count: 1 } previewed && extension.At("activityPreview").Text("type") == "message":
                Attached(previewed[0], "the preview");
                return new Answer.Preview(previewed);
            default:
                throw new UnusableAnswer($"the composeExtension of type '{extension.Text("type")}' is incomplete or not known");
        }
    }

    private JsonObject Attached(JsonNode? attachment, string what, params string[] more)
    {
        Only(attachment, what, ["contentType", "content", .. more]);
        return attachment.Text("contentType") == AdaptiveCard.ContentType ? Checked(attachment.At("content")) : throw new UnusableAnswer($"{what} is of the type '{attachment.Text("contentType")}', not {AdaptiveCard.ContentType}");
    }

    private JsonObject Checked(JsonNode? card) =>
        AdaptiveCard.Findings(card, limits, people) is { Count: > 0 } findings ? throw new UnusableAnswer("the card is not valid: " + string.Join("; ", findings)) : card!.AsObject();

    private static string Words(JsonNode? value) =>
        value is JsonValue text && text.TryGetValue(out string? words) && words.Length > 0 ? words : throw new UnusableAnswer("a text was expected");

    private static void Sized(JsonObject info, string name)
    {
        if (info.ContainsKey(name) && !(info[name] is JsonValue value && (value.TryGetValue(out int _) || (value.TryGetValue(out string? word) && Sizes.Contains(word)))))
        {
            throw new UnusableAnswer($"the dialog's {name} is neither a number nor small, medium or large");
        }
    }

    private static JsonObject Read(string body)
    {
        var answer = Json.Parse(body) as JsonObject ?? throw new UnusableAnswer("the answer is not a JSON object");
        return answer.FirstNull() is { } path ? throw new UnusableAnswer($"an explicit null stands at {path}") : answer;
    }

    private static void Only(JsonNode? node, string what, params string[] known)
    {
        if (node is not JsonObject given)
        {
            throw new UnusableAnswer($"{what} is not an object");
        }

        if (given.Select(pair => pair.Key).Except(known).FirstOrDefault() is { } strange)
        {
            throw new UnusableAnswer($"{what} has the unknown property {strange}");
        }
    }
}
