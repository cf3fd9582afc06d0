using System.Reflection;
using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Model;
using Ghostbusters.Engine.Reports;
using Ghostbusters.Engine.TeamRules;
using Ghostbusters.Functions.Analysis.Contracts;

namespace Ghostbusters.Functions.Analysis.Analysing;

/// <summary>The engine as the command line calls it, so that the findings and their fingerprints are the same.</summary>
internal sealed class EngineRun
{
    public static string Version { get; } =
        typeof(CodeAnalysis).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";

    public AnalysisRequest Request(FileTree tree, AnalyzeOptions options, DateOnly today, IProgress<AnalysisProgress>? progress) => new()
    {
        Tree = tree,
        Rules = RuleSelection.Of(TeamRuleSet.Empty, options.Rules, options.Experts ?? []),
        Floor = options.Floor is { } floor ? RuleSelection.Parse(floor) : null,
        ProveFixes = true,
        Today = today,
        Progress = progress,
    };

    /// <param name="before">Only findings on lines that are others than here are told; null: all are.</param>
    public static async Task<AnalysisResult> RunAsync(AnalysisRequest request, AnalyzeOptions options, FileTree? before, CancellationToken cancellation)
    {
        var result = await CodeAnalysis.RunAsync(request, cancellation).ConfigureAwait(false);
        var least = options.MinSeverity switch { "error" => Severity.Error, "warning" => Severity.Warning, _ => Severity.Note };
        var changes = before is null ? null : ChangesSince.Of(before, request.Tree);
        result = result with
        {
            Findings = [.. result.Findings.Where(finding => finding.Severity >= least
                && changes?.Touches(finding.Location.Path, finding.Location.Range.StartLine, finding.Location.Range.EndLine) != false)],
        };
        return result with { Score = ConfidenceScore.Of(result.Open, result.Notices, result.Coverage, RulePrecision.Of) };
    }

    public static ReportOptions ReportOptions(AnalysisRequest request) =>
        new() { PrecisionOf = RulePrecision.Find, ToolVersion = Version, Rules = request.Rules.Descriptors };
}
