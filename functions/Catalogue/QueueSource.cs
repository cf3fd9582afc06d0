using Amazon.Lambda.Annotations.SQS;
using Ghostbusters.Functions.Queues;

namespace Ghostbusters.Functions.Catalogue;

/// <summary>A queue that a function takes messages from.</summary>
/// <param name="Function">The function.</param>
/// <param name="Queue">The queue.</param>
/// <param name="BatchSize">Messages an invocation at most.</param>
/// <param name="MaximumConcurrency">Invocations at a time; null: the annotation says nothing.</param>
public sealed record QueueSource(AnnotatedFunction Function, QueueName Queue, int BatchSize, int? MaximumConcurrency)
{
    /// <summary>At least six times the stage's time, as SQS wants it, so that no batch under way is handed out again.</summary>
    public TimeSpan Visibility => 6 * Function.Timeout;

    /// <summary>The queues that a function reads; one that is annotated as not enabled is none.</summary>
    public static IEnumerable<QueueSource> Of(AnnotatedFunction function) => function.Annotations<SQSEventAttribute>()
        .Where(static source => source.Enabled)
        .Select(source => new QueueSource(
            function, NameOf(source.Queue), source.BatchSize == 0 ? 10 : (int)source.BatchSize, source.MaximumConcurrency == 0 ? null : (int)source.MaximumConcurrency));

    /// <summary><c>@AnalysisFetch</c> is the queue <c>analysis-fetch</c>; of an ARN it is the last part.</summary>
    public static QueueName NameOf(string resource) => new(KebabCase.Of(resource.StartsWith('@') ? resource[1..] : resource.Split(':')[^1]));
}
