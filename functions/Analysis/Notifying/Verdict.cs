using System.Text.Json;
using Ghostbusters.Functions.Analysis.Contracts;

namespace Ghostbusters.Functions.Analysis.Notifying;

/// <summary>What a forge is told of an analysis that has ended. Green is only what was analysed whole and is clean of errors.</summary>
/// <param name="Conclusion">GitHub's word.</param>
/// <param name="State">GitLab's word.</param>
internal sealed record Verdict(string Conclusion, string State, string Title, string Summary)
{
    public static Verdict Of(AnalysisSummary ended) => ended.Status switch
    {
        "done" when ended.Clean => new("success", "success", "Clean", "Everything was analysed and nothing was found."),
        "done" when ended.Errors > 0 => new("failure", "failed", Findings(ended), "Everything was analysed." + Counts(ended)),
        "done" => new("neutral", "success", Findings(ended), "Everything was analysed." + Counts(ended)),
        "partial" => new("action_required", "failed", "Incomplete: " + Findings(ended), "Not everything was analysed, so that nothing was found says nothing." + Counts(ended)),
        _ => new("failure", "failed", "The analysis failed", "There is no result: " + (ended.Reason ?? "unknown") + "."),
    };

    /// <summary>The findings that count, in the order of the result.</summary>
    public static IReadOnlyList<CheckAnnotation> Annotations(JsonElement result) =>
    [
        .. result.GetProperty("delusions_detected").EnumerateArray()
            .Where(static found => !found.TryGetProperty("suppression", out _) && !(found.TryGetProperty("baseline_state", out var state) && state.ValueEquals("unchanged")))
            .Select(static found => new CheckAnnotation(
                found.GetProperty("file").GetString()!, found.GetProperty("line").GetInt32(), found.GetProperty("end_line").GetInt32(),
                found.GetProperty("severity").GetString() switch { "error" => "failure", "warning" => "warning", _ => "notice" },
                found.GetProperty("description").GetString()!, found.GetProperty("rule").GetString()!)),
    ];

    private static string Findings(AnalysisSummary ended) => ended.Open == 1 ? "1 finding" : FormattableString.Invariant($"{ended.Open ?? 0} findings");

    private static string Counts(AnalysisSummary ended) =>
        FormattableString.Invariant($" Errors: {ended.Errors ?? 0}, warnings: {ended.Warnings ?? 0}, notes: {ended.Notes ?? 0}.");
}
