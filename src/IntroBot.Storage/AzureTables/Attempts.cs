using Azure.Core;
using Azure.Core.Pipeline;

namespace IntroBot.Storage.AzureTables;

/// <summary>Counts how often the SDK sent one call, which its answer does not say: after a repetition, "not found" may be the work of the first sending.</summary>
internal sealed class Attempts
{
    private int _sent;

    /// <summary>Whether a sending whose answer never came may have done the work.</summary>
    public bool SomeUnanswered { get; private set; }

    /// <summary>Notes that the last answer did not come either.</summary>
    public void Unanswered() => SomeUnanswered = true;

    /// <summary>Counts the calls made until it is disposed.</summary>
    public IDisposable Watch() => HttpPipeline.CreateHttpMessagePropertiesScope(new Dictionary<string, object?> { [nameof(Attempts)] = this });

    /// <summary>Goes below the SDK's retries.</summary>
    internal sealed class Policy : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message)
        {
            if (message.TryGetProperty(nameof(Attempts), out var watching) && watching is Attempts attempts)
            {
                attempts.SomeUnanswered |= ++attempts._sent > 1;
            }
        }
    }
}
