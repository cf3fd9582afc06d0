using System.Text.Json;
using System.Text.Json.Serialization;
using Ghostbusters.Functions.Outbox;
using Ghostbusters.Functions.Queues;
using Ghostbusters.Functions.Tracing;

namespace Ghostbusters.Functions.Analysis.Stages;

/// <summary>What travels between stages: which analysis. Its bytes are claims in its record, its tenant is the queue's.</summary>
/// <param name="Schema">1. A message of another schema is parked, not guessed at.</param>
/// <param name="AnalysisId">Which.</param>
internal sealed record StageMessage(int Schema, string AnalysisId)
{
    /// <summary>To <see cref="StageQueues.Recover"/>: what is mended is proposed to the forge.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Proposes { get; init; }

    public const int CurrentSchema = 1;

    /// <summary>A message to a stage. Its id is made from what it is about, so that sending it twice is recognised.</summary>
    public static OutboxEntry To(QueueName queue, string analysis, TraceContext trace, bool proposes = false) => new(
        $"{queue.Value}-{analysis}", queue,
        new OutgoingMessage(JsonSerializer.Serialize(new StageMessage(CurrentSchema, analysis) { Proposes = proposes }, AnalysisJson.Default.StageMessage)) { Attributes = trace.Attributes });
}

/// <summary>The queues of the stages. Each has a dead-letter queue of its name and <c>-dlq</c>.</summary>
internal static class StageQueues
{
    public const string FetchName = "analysis-fetch";
    public const string AnalyseName = "analysis-analyse";
    public const string ReportName = "analysis-report";
    public const string NotifyName = "analysis-notify";
    public const string RecoverName = "analysis-recover";
    public const string ProposeName = "analysis-propose";

    /// <summary>
    /// So often a message's work is tried: one less than deliveries, at the last of which the analysis of attempts that all died
    /// without a word (out of memory, out of time) is ended as failed.
    /// </summary>
    public const int MaximumAttempts = QueueDefinition.MaximumDeliveries - 1;

    public static readonly QueueName Fetch = new(FetchName);
    public static readonly QueueName Analyse = new(AnalyseName);
    public static readonly QueueName Report = new(ReportName);
    public static readonly QueueName Notify = new(NotifyName);
    public static readonly QueueName Recover = new(RecoverName);
    public static readonly QueueName Propose = new(ProposeName);
}
