using System.Text.Json.Serialization;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SQSEvents;
using Ghostbusters.Functions.Analysis;
using Ghostbusters.Functions.Analysis.Contracts;
using Ghostbusters.Functions.Analysis.FanningOut;
using Ghostbusters.Functions.Analysis.Notifying;
using Ghostbusters.Functions.Analysis.Proposing;
using Ghostbusters.Functions.Analysis.Stages;

[assembly: LambdaGlobalProperties(GenerateMain = true, Runtime = "provided.al2023")]
[assembly: LambdaSerializer(typeof(SourceGeneratorLambdaJsonSerializer<AnalysisJson>))]

namespace Ghostbusters.Functions.Analysis;

/// <summary>
/// The context's JSON: what it answers is in snake case; Lambda's serializer makes it anew with the options that events want.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    MaxDepth = 32)]
[JsonSerializable(typeof(APIGatewayProxyRequest))]
[JsonSerializable(typeof(APIGatewayProxyResponse))]
[JsonSerializable(typeof(SQSEvent))]
[JsonSerializable(typeof(SQSBatchResponse))]
[JsonSerializable(typeof(ScheduledEvent))]
[JsonSerializable(typeof(AnalyzeRequest))]
[JsonSerializable(typeof(AnalyzeAccepted))]
[JsonSerializable(typeof(UploadAnnouncement))]
[JsonSerializable(typeof(UploadTicket))]
[JsonSerializable(typeof(AnalysisSummary))]
[JsonSerializable(typeof(HistoryPage))]
[JsonSerializable(typeof(RecoveryRequest))]
[JsonSerializable(typeof(RecoveryAnswer))]
[JsonSerializable(typeof(ResultMetadata))]
[JsonSerializable(typeof(SubscribeMessage))]
[JsonSerializable(typeof(ProgressEvent))]
[JsonSerializable(typeof(KeyRequest))]
[JsonSerializable(typeof(KeyCreated))]
[JsonSerializable(typeof(KeyList))]
[JsonSerializable(typeof(HookRequest))]
[JsonSerializable(typeof(HookCreated))]
[JsonSerializable(typeof(HookList))]
[JsonSerializable(typeof(HookAccepted))]
[JsonSerializable(typeof(CiEvent))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(StageMessage))]
[JsonSerializable(typeof(SourceFiles))]
[JsonSerializable(typeof(CheckRun))]
[JsonSerializable(typeof(CheckRunList))]
[JsonSerializable(typeof(KnownCheckRun))]
[JsonSerializable(typeof(CommitStatus))]
[JsonSerializable(typeof(CallbackBody))]
[JsonSerializable(typeof(Repairs))]
[JsonSerializable(typeof(ProposalOutcome))]
[JsonSerializable(typeof(ForgeRepository))]
[JsonSerializable(typeof(GitRef))]
[JsonSerializable(typeof(GitTree))]
[JsonSerializable(typeof(GitObject))]
[JsonSerializable(typeof(NewGitBlob))]
[JsonSerializable(typeof(NewGitTree))]
[JsonSerializable(typeof(NewGitCommit))]
[JsonSerializable(typeof(NewGitRef))]
[JsonSerializable(typeof(NewPullRequest))]
[JsonSerializable(typeof(PullRequest))]
[JsonSerializable(typeof(IReadOnlyList<PullRequest>))]
[JsonSerializable(typeof(GitLabBranch))]
[JsonSerializable(typeof(GitLabFile))]
[JsonSerializable(typeof(NewGitLabCommit))]
[JsonSerializable(typeof(NewMergeRequest))]
[JsonSerializable(typeof(MergeRequest))]
[JsonSerializable(typeof(IReadOnlyList<MergeRequest>))]
[JsonSerializable(typeof(PartsOrder))]
[JsonSerializable(typeof(PartsPlan))]
[JsonSerializable(typeof(PartDone))]
internal sealed partial class AnalysisJson : JsonSerializerContext;
