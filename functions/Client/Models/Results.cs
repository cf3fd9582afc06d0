using System.Text.Json;

namespace Ghostbusters.Functions.Client.Models;

/// <summary>An analysis as lists have it.</summary>
/// <param name="Status"><c>queued</c>, <c>running</c>, <c>done</c>, <c>partial</c> or <c>failed</c>.</param>
/// <param name="ConfidenceScore">0 to 1; null where there is none (yet).</param>
/// <param name="Open">Findings that count; null where there is no result (yet).</param>
/// <param name="Clean">True only where the analysis is done, whole and without findings.</param>
/// <param name="Reason">Why it failed, or is partial.</param>
public sealed record AnalysisSummary(
    string AnalysisId, DateTimeOffset Timestamp, string Project, string? Ref, string Status, string Phase, int Percent,
    double? ConfidenceScore, int? Open, int? Errors, int? Warnings, int? Notes, bool Clean, string? Reason)
{
    /// <summary>Whether nothing more will happen.</summary>
    public bool IsEnded => Statuses.IsEnd(Status);
}

/// <summary>Which statuses are the last.</summary>
public static class Statuses
{
    public static bool IsEnd(string status) => status is "done" or "partial" or "failed";
}

/// <summary>A page of the history, newest first.</summary>
/// <param name="Next">The cursor of the next page; null: that was all. A page may be empty and yet not the last.</param>
public sealed record HistoryPage(IReadOnlyList<AnalysisSummary> Items, string? Next);

/// <summary>A result, whole or as far as it is.</summary>
/// <param name="Summary">How it stands.</param>
/// <param name="Document">The JSON as it was answered; once the analysis has ended it holds the findings.</param>
public sealed record AnalysisResult(AnalysisSummary Summary, JsonElement Document)
{
    /// <summary>What was found; empty where there is no result (yet).</summary>
    public IEnumerable<Finding> Findings =>
        Document.TryGetProperty("delusions_detected", out var found)
            ? found.EnumerateArray().Select(static each => each.Deserialize(ClientJson.Default.Finding)!)
            : [];
}

/// <summary>A finding; the document has more of it.</summary>
public sealed record Finding(
    string Rule, string Severity, string Description, string File, int Line, int Column, string? Claim, string? Evidence, string Fingerprint);

/// <summary>A wish for repairs.</summary>
/// <param name="As">One of the constants.</param>
public sealed record RecoveryRequest(string As)
{
    /// <summary>A unified diff.</summary>
    public const string Patch = "patch";

    /// <summary>A branch on the forge, and a pull or merge request for it.</summary>
    public const string PullRequest = "pull_request";
}

/// <summary>What became of a wish for repairs.</summary>
/// <param name="Status"><c>recovering</c>, <c>ready</c>, or <c>refused</c>: ask again to have it tried again.</param>
/// <param name="Patch">A unified diff for <c>git apply</c>, empty where nothing can be mended with proof; null where it is not there or not asked for.</param>
/// <param name="PullRequest">Its address; null where it is not there or not asked for.</param>
/// <param name="Reason">Why it is refused, such as <c>no-token</c>; else null.</param>
public sealed record RecoveryAnswer(string AnalysisId, string Status, string? Patch, string? PullRequest, string? Reason);
