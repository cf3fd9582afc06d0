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

/// <summary>Answer of <c>POST /ghostbusters/results/{analysis_id}/recover</c>: 200 with the patch, or 202 while it is made.</summary>
/// <param name="Status"><c>recovering</c>, or <c>ready</c>.</param>
/// <param name="Patch">A unified diff for <c>git apply</c>, empty where nothing can be mended with proof; null while it is made.</param>
public sealed record RecoveryAnswer(string AnalysisId, string Status, string? Patch);

/// <summary>Members that a stored result begins with; the engine's own follow.</summary>
/// <param name="UserId">Who submitted it.</param>
/// <param name="MemoryMb">The function's memory; what is billed.</param>
public sealed record ResultMetadata(long ExecutionTimeMs, int MemoryMb, double BilledGbS, string UserId, string EngineVersion);
