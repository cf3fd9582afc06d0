using System.Text;
using Amazon.Lambda.Annotations.SQS;
using Ghostbusters.Functions.Host.Functions;
using Ghostbusters.Functions.Queues;

namespace Ghostbusters.Functions.Host.Queues;

/// <summary>A queue that a function takes messages from.</summary>
/// <param name="Function">The function.</param>
/// <param name="Queue">The queue.</param>
/// <param name="BatchSize">Messages an invocation at most.</param>
/// <param name="Concurrency">Invocations at a time.</param>
internal sealed record QueueSource(AnnotatedFunction Function, QueueName Queue, int BatchSize, int Concurrency)
{
    /// <summary>Deliveries before a message goes to the dead letters: five tries, and one to write down that all of them died.</summary>
    public const int MaximumAttempts = 6;

    private const string DeadLetters = "-dlq";

    /// <summary>At least six times the stage's time, as SQS wants it, so that no batch under way is handed out again.</summary>
    public TimeSpan Visibility => 6 * Function.Timeout;

    /// <summary>The queue and its dead letters.</summary>
    public IEnumerable<QueueDefinition> Definitions
    {
        get
        {
            var letters = new QueueName(Queue.Value + DeadLetters);
            return [new QueueDefinition(Queue, MaximumAttempts, letters), new QueueDefinition(letters, int.MaxValue, null)];
        }
    }

    public static IEnumerable<QueueSource> Of(AnnotatedFunction function) => function.Annotations<SQSEventAttribute>()
        .Where(static source => source.Enabled)
        .Select(source => new QueueSource(
            function, NameOf(source.Queue), source.BatchSize == 0 ? 10 : (int)source.BatchSize,
            source.MaximumConcurrency == 0 ? Environment.ProcessorCount : Math.Min((int)source.MaximumConcurrency, Environment.ProcessorCount)));

    /// <summary><c>@AnalysisFetch</c> is the queue <c>analysis-fetch</c>; of an ARN it is the last part.</summary>
    public static QueueName NameOf(string resource)
    {
        var name = resource.StartsWith('@') ? resource[1..] : resource.Split(':')[^1];
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0 && text[^1] != '-') text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }
        return new QueueName(text.ToString());
    }
}
