using Polly;
using Polly.Retry;

namespace IntroBot.Slack.Calling;

/// <summary>The pipelines, by how a call may be repeated. Waiting runs on the clock given, jitter on the randomness given.</summary>
internal sealed class Retries(TimeProvider clock, Random random)
{
    private readonly ResiliencePipeline<Reply> freely = Pipeline(clock, random, 3, TimeSpan.FromMilliseconds(300), afterTimeout: true);
    private readonly ResiliencePipeline<Reply> briefly = Pipeline(clock, random, 2, TimeSpan.FromMilliseconds(60), afterTimeout: false);

    /// <summary>How long one try may take.</summary>
    public static TimeSpan Timeout(Method method) => method.Repeat switch
    {
        Repeat.Briefly => TimeSpan.FromSeconds(2),
        Repeat.Freely => TimeSpan.FromSeconds(5),
        _ => TimeSpan.FromSeconds(15),
    };

    public ResiliencePipeline<Reply> For(Method method) => method.Repeat switch
    {
        Repeat.Freely => freely,
        Repeat.Briefly => briefly,
        _ => ResiliencePipeline<Reply>.Empty,
    };

    private static ResiliencePipeline<Reply> Pipeline(TimeProvider clock, Random random, int more, TimeSpan delay, bool afterTimeout) =>
        new ResiliencePipelineBuilder<Reply> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<Reply>
            {
                MaxRetryAttempts = more,
                Delay = delay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Randomizer = random.NextDouble,
                ShouldHandle = arguments => ValueTask.FromResult(IsWorthRepeating(arguments.Outcome.Result, afterTimeout)),
            })
            .Build();

    private static bool IsWorthRepeating(Reply? reply, bool afterTimeout) => reply switch
    {
        Reply.Lost { Reason: "cancelled" } => false,
        Reply.Lost { Reason: "timeout" } => afterTimeout,
        Reply.Lost or Reply.Unreached => true,
        Reply.Refused { Error: var error } => ErrorClasses.Of(error) is ErrorClass.Passing or ErrorClass.Unclear,
        _ => false,
    };
}
