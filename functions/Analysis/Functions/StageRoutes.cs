using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.SQS;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using Ghostbusters.Functions.Analysis.Analysing;
using Ghostbusters.Functions.Analysis.FanningOut;
using Ghostbusters.Functions.Analysis.Fetching;
using Ghostbusters.Functions.Analysis.Notifying;
using Ghostbusters.Functions.Analysis.Outbound;
using Ghostbusters.Functions.Analysis.Proposing;
using Ghostbusters.Functions.Analysis.Reporting;
using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Annotations;

namespace Ghostbusters.Functions.Analysis;

/// <summary>
/// The stages. A queue named <c>@AnalysisFetch</c> is <c>analysis-fetch</c>; a stage reads the queue that it uses for reading, and sends
/// to the next and, when it fails for good, to the one that tells. What is no message is parked in the table, by every stage.
/// </summary>
internal sealed class StageRoutes(StageRunner runner, FetchStage fetch, AnalyseStage analyse, ReportStage report, NotifyStage notify, RecoverStage recover, ProposeStage propose)
{
    [LambdaFunction(ResourceName = "FetchStage", MemorySize = 512, Timeout = 180)]
    [SQSEvent("@AnalysisFetch", BatchSize = 1, MaximumConcurrency = 10)]
    [GoesOut]
    [Uses(ResourceKind.Queue, Access.Read, StageQueues.FetchName), Uses(ResourceKind.Queue, Access.Write, StageQueues.AnalyseName), Uses(ResourceKind.Queue, Access.Write, StageQueues.NotifyName)]
    [Uses(ResourceKind.Table, Access.All), Uses(ResourceKind.Blobs, Access.Write), Uses(ResourceKind.Connections, Access.Write)]
    [Uses(ResourceKind.TenantSecret, Access.Read, ForgeTokens.GitHub), Uses(ResourceKind.TenantSecret, Access.Read, ForgeTokens.GitLab)]
    public Task<SQSBatchResponse> FetchStage(SQSEvent batch, ILambdaContext context) => runner.RunAsync(batch, context, Stage.Fetch, fetch.RunAsync);

    [LambdaFunction(ResourceName = "AnalyseStage", MemorySize = 3072, Timeout = 900)]
    [SQSEvent("@AnalysisAnalyse", BatchSize = 1, MaximumConcurrency = 20)]
    [Uses(ResourceKind.Queue, Access.Read, StageQueues.AnalyseName), Uses(ResourceKind.Queue, Access.Write, StageQueues.ReportName), Uses(ResourceKind.Queue, Access.Write, StageQueues.NotifyName)]
    [Uses(ResourceKind.Table, Access.All), Uses(ResourceKind.Blobs, Access.ReadWrite), Uses(ResourceKind.Connections, Access.Write)]
    [Uses(ResourceKind.Workflow, Access.ReadWrite, FanOut.Workflow)]
    public Task<SQSBatchResponse> AnalyseStage(SQSEvent batch, ILambdaContext context) => runner.RunAsync(batch, context, Stage.Analyse, analyse.RunAsync);

    [LambdaFunction(ResourceName = "ReportStage", MemorySize = 1024, Timeout = 60)]
    [SQSEvent("@AnalysisReport", BatchSize = 5, MaximumConcurrency = 10)]
    [Uses(ResourceKind.Queue, Access.Read, StageQueues.ReportName), Uses(ResourceKind.Queue, Access.Write, StageQueues.NotifyName)]
    [Uses(ResourceKind.Table, Access.All), Uses(ResourceKind.Blobs, Access.ReadWrite), Uses(ResourceKind.Connections, Access.Write)]
    public Task<SQSBatchResponse> ReportStage(SQSEvent batch, ILambdaContext context) => runner.RunAsync(batch, context, Stage.Report, report.RunAsync);

    [LambdaFunction(ResourceName = "NotifyStage", MemorySize = 512, Timeout = 120)]
    [SQSEvent("@AnalysisNotify", BatchSize = 1, MaximumConcurrency = 10)]
    [GoesOut]
    [Uses(ResourceKind.Queue, Access.Read, StageQueues.NotifyName), Uses(ResourceKind.Table, Access.ReadWrite), Uses(ResourceKind.Blobs, Access.Read)]
    [Uses(ResourceKind.TenantSecret, Access.Read, ForgeTokens.GitHub), Uses(ResourceKind.TenantSecret, Access.Read, ForgeTokens.GitLab)]
    public Task<SQSBatchResponse> NotifyStage(SQSEvent batch, ILambdaContext context) => runner.RunAsync(batch, context, Stage.Notify, notify.RunAsync);

    [LambdaFunction(ResourceName = "RecoverStage", MemorySize = 3072, Timeout = 900)]
    [SQSEvent("@AnalysisRecover", BatchSize = 1, MaximumConcurrency = 5)]
    [Uses(ResourceKind.Queue, Access.Read, StageQueues.RecoverName), Uses(ResourceKind.Queue, Access.Write, StageQueues.ProposeName)]
    [Uses(ResourceKind.Table, Access.ReadWrite), Uses(ResourceKind.Blobs, Access.ReadWrite)]
    public Task<SQSBatchResponse> RecoverStage(SQSEvent batch, ILambdaContext context) => runner.RunAsync(batch, context, Stage.Recover, recover.RunAsync);

    [LambdaFunction(ResourceName = "ProposeStage", MemorySize = 512, Timeout = 120)]
    [SQSEvent("@AnalysisPropose", BatchSize = 1, MaximumConcurrency = 5)]
    [GoesOut]
    [Uses(ResourceKind.Queue, Access.Read, StageQueues.ProposeName), Uses(ResourceKind.Table, Access.ReadWrite), Uses(ResourceKind.Blobs, Access.ReadWrite)]
    [Uses(ResourceKind.TenantSecret, Access.Read, ForgeTokens.GitHub), Uses(ResourceKind.TenantSecret, Access.Read, ForgeTokens.GitLab)]
    public Task<SQSBatchResponse> ProposeStage(SQSEvent batch, ILambdaContext context) => runner.RunAsync(batch, context, Stage.Propose, propose.RunAsync);
}
