using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using Ghostbusters.Functions.Analysis.Http;
using Ghostbusters.Functions.Batches;
using Ghostbusters.Functions.Logs;

namespace Ghostbusters.Functions.Analysis.Stages;

/// <summary>
/// Runs a stage over a batch: what does not succeed is delivered again, what is no message is parked, and what fails for the
/// last time ends its analysis as failed before it goes to the dead letters.
/// </summary>
internal sealed class StageRunner(ParkedMessages parked, AnalysisProgression progress, JsonLog log)
{
    /// <summary>Enough to write down what became of a message.</summary>
    private static readonly TimeSpan ToEnd = TimeSpan.FromSeconds(5);

    public async Task<SQSBatchResponse> RunAsync(SQSEvent batch, ILambdaContext context, Stage stage, Func<StageCall, Task> work)
    {
        var records = batch.Records ?? [];
        var run = new BatchRun<SQSEvent.SQSMessage>(records, static message => message.MessageId);
        using var deadline = Deadline.Of(context.RemainingTime - ToEnd);
        await run.RunAsync(
            (message, cancellation) => OneAsync(message, context, stage, work, cancellation),
            (_, failure) => log.With(log.Context with { Stage = stage.Name, RequestId = context.AwsRequestId }).Error("message-failed", failure),
            new BatchClock(() => context.RemainingTime, stage.Time), deadline.Token).ConfigureAwait(false);
        if (run.MustFailWhole) throw new InvalidOperationException("A message without an id failed: the whole batch is delivered again.");
        return new SQSBatchResponse([.. run.Failed.Select(static id => new SQSBatchResponse.BatchItemFailure { ItemIdentifier = id })]);
    }

    private async Task OneAsync(SQSEvent.SQSMessage message, ILambdaContext context, Stage stage, Func<StageCall, Task> work, CancellationToken cancellation)
    {
        var read = ReadMessage.Of(message);
        if (read is not { Fault: null, Tenant: { } tenant, Message: { } body })
        {
            await parked.ParkAsync(read.Tenant, stage.Name, message, read.Fault ?? "no-message", cancellation).ConfigureAwait(false);
            return;
        }
        var call = new StageCall(tenant, body.AnalysisId, read.Trace, context.MemoryLimitInMB, cancellation) { Proposes = body.Proposes };
        if (stage.EndsAnalysis && read.Attempt > StageQueues.MaximumAttempts)
        {
            await progress.FailAsync(call, stage.Name + "-died").ConfigureAwait(false);
            throw new InvalidOperationException("Every attempt failed or died: the message goes to the dead letters.");
        }
        try
        {
            await work(call).ConfigureAwait(false);
        }
        catch (StageRefusedException refused) when (stage.EndsAnalysis)
        {
            log.Of(call, stage.Name).Error("analysis-refused", refused);
            await progress.FailAsync(call with { Cancellation = CancellationToken.None }, refused.Reason).ConfigureAwait(false);
        }
        catch (Exception) when (stage.EndsAnalysis && read.Attempt >= StageQueues.MaximumAttempts)
        {
            await progress.FailAsync(call with { Cancellation = CancellationToken.None }, stage.Name + "-failed").ConfigureAwait(false);
            throw;
        }
    }
}

/// <summary>A stage.</summary>
/// <param name="Time">At its 99th percentile: no message is begun with less than twice that left.</param>
/// <param name="EndsAnalysis">Whether its failure is the analysis'.</param>
internal sealed record Stage(string Name, TimeSpan Time, bool EndsAnalysis)
{
    public static Stage Fetch { get; } = new("fetch", TimeSpan.FromSeconds(60), true);

    public static Stage Analyse { get; } = new("analyse", TimeSpan.FromSeconds(120), true);

    public static Stage Report { get; } = new("report", TimeSpan.FromSeconds(10), true);

    public static Stage Notify { get; } = new("notify", TimeSpan.FromSeconds(20), false);

    public static Stage Recover { get; } = new("recover", TimeSpan.FromSeconds(120), false);

    public static Stage Propose { get; } = new("propose", TimeSpan.FromSeconds(30), false);
}
