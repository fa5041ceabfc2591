using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using IntroBot.Teams.Calling;
using IntroBot.Teams.Drawing;

namespace IntroBot.Teams.Answering;

/// <summary>What an invoke is answered with: a status and, where there is one, a body (learn.microsoft.com: task modules, message extensions, universal actions).</summary>
internal sealed record InvokeAnswer(int Status, object? Body = null)
{
    /// <summary>Whether it is not to be remembered: nothing was settled, or it shows a form, which may hold what somebody typed or who the contact is.</summary>
    public bool IsPassing { get; init; }

    /// <summary>The dialog closes.</summary>
    public static InvokeAnswer Empty { get; } = new(200);

    public static InvokeAnswer BadRequest { get; } = new(400);

    public static InvokeAnswer Unknown { get; } = new(501);

    /// <summary>A dialog to fill in or to read.</summary>
    public static InvokeAnswer Dialog(string title, AdaptiveCard card, bool isLong) =>
        new(200, new TaskAnswer(new ContinueTask(new TaskInfo(Fit.Text(title, Limits.DialogTitle), isLong ? "large" : "medium", "medium", new CardAttachment(card))))) { IsPassing = true };

    /// <summary>A sentence where a dialog was expected.</summary>
    public static InvokeAnswer DialogSays(string text) => new(200, new TaskAnswer(new MessageTask(text)));

    /// <summary>A sentence for the presser alone.</summary>
    public static InvokeAnswer Says(string text) => new(200, new ActionAnswer(200, "application/vnd.microsoft.activity.message", JsonSerializer.SerializeToElement(text, InvokeJson.Wire.String)));

    /// <summary>A card in the place of the one that was pressed, for the presser alone.</summary>
    public static InvokeAnswer Shows(AdaptiveCard card) => new(200, new ActionAnswer(200, CardAttachment.Type, JsonSerializer.SerializeToElement(card, InvokeJson.Wire.AdaptiveCard))) { IsPassing = true };

    /// <summary>A press that cannot be read. The status that counts is inside.</summary>
    public static InvokeAnswer Unreadable() =>
        new(200, new ActionAnswer(400, "application/vnd.microsoft.error", JsonSerializer.SerializeToElement(new ErrorValue("BadRequest", "The action cannot be read."), InvokeJson.Wire.ErrorValue)));

    /// <summary>A sentence where search results were expected.</summary>
    public static InvokeAnswer SearchSays(string text) => new(200, new ComposeAnswer(new ComposeMessage("message", text)));

    /// <summary>The body as JSON.</summary>
    public JsonTypeInfo Type => InvokeJson.Wire.GetTypeInfo(Body!.GetType())!;
}

internal sealed record TaskAnswer(TaskBody Task);

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ContinueTask), "continue")]
[JsonDerivedType(typeof(MessageTask), "message")]
internal abstract record TaskBody;

internal sealed record ContinueTask(TaskInfo Value) : TaskBody;

internal sealed record MessageTask(string Value) : TaskBody;

internal sealed record TaskInfo(string Title, string Height, string Width, CardAttachment Card);

internal sealed record ActionAnswer(int StatusCode, string Type, JsonElement Value);

internal sealed record ErrorValue(string Code, string Message);

internal sealed record ComposeAnswer(ComposeMessage ComposeExtension);

internal sealed record ComposeMessage(string Type, string Text);

/// <summary>An object with nothing in it.</summary>
internal sealed record Nothing;

/// <summary>Answers to invokes as JSON; nothing is written as null.</summary>
[JsonSerializable(typeof(TaskAnswer))]
[JsonSerializable(typeof(ActionAnswer))]
[JsonSerializable(typeof(ComposeAnswer))]
[JsonSerializable(typeof(AdaptiveCard))]
[JsonSerializable(typeof(ErrorValue))]
[JsonSerializable(typeof(Nothing))]
[JsonSerializable(typeof(string))]
internal sealed partial class InvokeJson : JsonSerializerContext
{
    public static InvokeJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
