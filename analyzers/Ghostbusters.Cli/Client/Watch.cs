using System.Globalization;
using Ghostbusters.Functions.Client;
using Ghostbusters.Functions.Client.Models;
using Spectre.Console;

namespace Ghostbusters.Cli.Client;

/// <summary>Shows an analysis while it is made, and what came of it.</summary>
internal static class Watch
{
    /// <summary>Until it has ended.</summary>
    public static async Task<AnalysisSummary> RunAsync(CommandContext context, GhostbustersClient client, string analysisId, CancellationToken cancellation)
    {
        await foreach (var step in client.WatchAsync(analysisId, cancellation: cancellation).ConfigureAwait(false))
            context.Errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step.Percent,3} %  {step.Phase}{(step.Reason is { } reason ? $" ({reason})" : "")}"));
        var result = await client.GetResultAsync(analysisId, cancellation).ConfigureAwait(false);
        foreach (var finding in result.Findings)
            context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{finding.File}({finding.Line},{finding.Column}): {finding.Severity} {finding.Rule}: {finding.Description}"));
        context.Output.WriteLine(Words(result.Summary));
        return result.Summary;
    }

    /// <summary>What is incomplete says so before it says anything else.</summary>
    private static string Words(AnalysisSummary summary)
    {
        var what = summary.Status switch
        {
            "done" => "done",
            "partial" => $"partial: not all was analysed ({summary.Reason ?? "the result says what"})",
            _ => $"{summary.Status}: {summary.Reason ?? "no reason was given"}",
        };
        var score = summary.ConfidenceScore is { } value ? string.Create(CultureInfo.InvariantCulture, $", score {value * 100:0} of 100") : "";
        var open = summary.Open is { } count ? string.Create(CultureInfo.InvariantCulture, $", {count} findings ({summary.Errors} errors, {summary.Warnings} warnings, {summary.Notes} notes)") : "";
        return $"{summary.Project} {summary.AnalysisId}: {what}{score}{open}";
    }
}
