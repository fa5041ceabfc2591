using Polly;
using Polly.Retry;

namespace IntroBot.Teams.Calling;

/// <summary>The pipelines, by how a call may be repeated (learn.microsoft.com, Teams bots, status codes: 412, 502, 503 and 504 again, 500 never). Waiting runs on the clock given, jitter on the randomness given.</summary>
internal sealed class Retries(TimeProvider clock, Random random)
{
    private readonly ResiliencePipeline<Reply> freely = Pipeline(clock, random, static reply =>
        reply is Reply.Refused { Status: 412 } or Reply.Unreached or Reply.Lost { Reason: not ("cancelled" or "timeout" or "http_500") });

    private readonly ResiliencePipeline<Reply> whenRefused = Pipeline(clock, random, static reply => reply is Reply.Refused { Status: 412 } or Reply.Unreached);

    public ResiliencePipeline<Reply> For(Call call) => call.Repeat == Repeat.Freely ? freely : whenRefused;

    private static ResiliencePipeline<Reply> Pipeline(TimeProvider clock, Random random, Func<Reply?, bool> isWorthRepeating) =>
        new ResiliencePipelineBuilder<Reply> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<Reply>
            {
                MaxRetryAttempts = 3,
                Delay = TimeSpan.FromMilliseconds(250),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Randomizer = random.NextDouble,
                ShouldHandle = arguments => ValueTask.FromResult(isWorthRepeating(arguments.Outcome.Result)),
            })
            .Build();
}
