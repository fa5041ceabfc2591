using IntroBot.Answering;
using IntroBot.Teams.Answering;
using Microsoft.Extensions.Logging;

namespace IntroBot.Teams.Receiving;

/// <summary>What is answered in the response, within 5 s. The same invoke again gets the same answer; names nobody knows are 501.</summary>
internal sealed partial class Invokes(Presses presses, Dialogs dialogs, TimeProvider clock, ILogger<Invokes> logger)
{
    private static readonly TimeSpan Redelivered = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Never = TimeSpan.FromTicks(-1);

    private readonly Remembered<string, InvokeAnswer> answered = new(5_000, clock);

    public Task<InvokeAnswer> Handle(Incoming here)
    {
        if (Work(here.Activity.Name) is not { } work)
        {
            LogUnknown(Payload.Loggable(here.Activity.Name));
            return Task.FromResult(InvokeAnswer.Unknown);
        }

        return here.Activity.Id is { Length: > 0 } id
            ? answered.Get($"{here.Spot.Tenant}|{here.Spot.Conversation}|{here.Account.User}|{here.Activity.Name}|{id}", static answer => answer.IsPassing ? Never : Redelivered, () => work(here))
            : work(here);
    }

    /// <summary>Who answers what; null for what nobody answers.</summary>
    private Func<Incoming, Task<InvokeAnswer>>? Work(string? name) => name switch
    {
        "adaptiveCard/action" => presses.Handle,
        "task/fetch" => dialogs.Fetch,
        "task/submit" => dialogs.Submit,
        "composeExtension/fetchTask" => dialogs.FetchCompose,
        "composeExtension/submitAction" => dialogs.SubmitCompose,
        "composeExtension/query" => static here => Task.FromResult(InvokeAnswer.SearchSays(Phrases.In(here.Language).Text(nameof(Words.TeamsSearch)))),
        _ => null,
    };

    [LoggerMessage(30, LogLevel.Information, "Teams invoke {Name} is not known here and answered 501")]
    private partial void LogUnknown(string name);
}
