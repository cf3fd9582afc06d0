using System.Text.Json.Serialization;

namespace Ghostbusters.Functions.Analysis.Contracts;

/// <summary>
/// What lists say of an analysis, and <c>GET /ghostbusters/results/{analysis_id}</c> while it runs or where it failed. A result
/// that is there has these members too, and beside them what the command line's JSON has.
/// </summary>
/// <param name="Timestamp">When it was submitted.</param>
/// <param name="Status"><c>queued</c>, <c>running</c>, <c>done</c>, <c>partial</c> or <c>failed</c>.</param>
/// <param name="Phase">See <see cref="ProgressEvent"/>.</param>
/// <param name="Percent">0 to 100; never falls.</param>
/// <param name="ConfidenceScore">0 to 1; null where there is none (yet).</param>
/// <param name="Open">Findings that count; null where there is no result (yet).</param>
/// <param name="Clean">True only where the analysis is done, whole and without findings.</param>
/// <param name="Reason">Why it failed, or is partial; null otherwise.</param>
public sealed record AnalysisSummary(
    string AnalysisId, DateTimeOffset Timestamp, string Project, string? Ref, string Status, string Phase, int Percent,
    double? ConfidenceScore, int? Open, int? Errors, int? Warnings, int? Notes, bool Clean, string? Reason);

/// <summary>A page of <c>GET /ghostbusters/history</c>, newest first.</summary>
/// <param name="Next">For <c>cursor</c>; null: that was all. A page may be short, even empty, and yet not the last.</param>
public sealed record HistoryPage(IReadOnlyList<AnalysisSummary> Items, string? Next);

/// <summary>Body of <c>POST /ghostbusters/results/{analysis_id}/recover</c>, which may be left out.</summary>
/// <param name="As">
/// <c>patch</c> (default), or <c>pull_request</c> (GitLab: a merge request): a branch <c>ghostbusters/{analysis_id}</c> on the branch that was
/// analysed as it is now, made with the tenant's own token. Files that have changed since are not overwritten.
/// </param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RecoveryRequest(string? As);

/// <summary>Answer to it: 200 with what was made, or 202 while it is made.</summary>
/// <param name="Status"><c>recovering</c>, <c>ready</c>, or <c>refused</c>, which only a pull request is; ask again to have it tried again.</param>
/// <param name="Patch">A unified diff for <c>git apply</c>, empty where nothing can be mended with proof; null where it is not there or not asked for.</param>
/// <param name="PullRequest">The address of the pull request; null where it is not there or not asked for.</param>
/// <param name="Reason">
/// Why it is refused, else null: <c>no-token</c>, <c>nothing-to-repair</c>, <c>too-many-files</c> (more than 100), <c>not-a-branch</c>, <c>files-changed</c>,
/// <c>repository-not-found</c>, <c>repository-too-large</c>, <c>repository-refused</c>, or <c>forge-answered-</c> with the status.
/// </param>
public sealed record RecoveryAnswer(string AnalysisId, string Status, string? Patch, string? PullRequest, string? Reason);

/// <summary>Members that a stored result begins with; the engine's own follow.</summary>
/// <param name="UserId">Who submitted it.</param>
/// <param name="MemoryMb">The function's memory; what is billed.</param>
public sealed record ResultMetadata(long ExecutionTimeMs, int MemoryMb, double BilledGbS, string UserId, string EngineVersion);
