using System.Diagnostics;
using Ghostbusters.Engine;
using Ghostbusters.Engine.Analysis;
using Ghostbusters.Engine.Baselines;
using Ghostbusters.Engine.Diff;
using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Git;
using Ghostbusters.Engine.Model;
using Ghostbusters.Engine.Reports;
using Spectre.Console;

namespace Ghostbusters.Cli.Commands;

/// <summary>One run: analyse, compare, report, and the exit code that says it all.</summary>
internal sealed class AnalyzeRun(CommandContext context, AnalyzeSettings settings)
{
    /// <summary>Analyses once.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> OnceAsync(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var request = settings.Request();
        var whole = await ProgressDisplay.RunAsync(
            context, progress => CodeAnalysis.RunAsync(request with { Progress = progress, TimeRules = settings.Timings }, cancellation)).ConfigureAwait(false);
        var result = Narrow(whole, Changes(request.Tree, cancellation));
        var baseline = BaselinePath();
        if (settings.UpdateBaseline)
        {
            // The whole result: a baseline of only the shown findings would forget the others.
            BaselineFile.Write(baseline, Baseline.Of(whole.Findings.Where(static f => f.Suppression is null)));
            context.Errors.WriteLine($"Wrote the baseline: {baseline}");
        }

        if (File.Exists(baseline) || settings.Baseline is not null)
            result = result with { Findings = BaselineFile.Read(baseline).Compare(result.Findings).Findings };
        result = Rescored(result);
        Output.Write(context, result, settings.Outputs, settings.Format, new ReportOptions { PrecisionOf = RulePrecision.Find, ToolVersion = ToolVersion.Text, Rules = request.Rules.Descriptors });
        if (settings.Timings)
            TimingsTable.Write(context, result, clock.Elapsed);
        return ExitCodeOf(result);
    }

    private string BaselinePath()
    {
        var root = context.Absolute(settings.Path);
        return settings.Baseline is { } path ? context.Absolute(path)
            : Path.Combine(Directory.Exists(root) ? root : Path.GetDirectoryName(root)!, BaselineFile.DefaultPath);
    }

    private AnalysisResult Narrow(AnalysisResult result, ChangedLines? changes)
    {
        var findings = result.Findings.Where(f => f.Severity >= settings.Shown);
        if (changes is not null)
            findings = findings.Where(f => changes.Touches(f.Location.Path, f.Location.Range.StartLine, f.Location.Range.EndLine));
        return result with { Findings = [.. findings] };
    }

    private ChangedLines? Changes(FileTree tree, CancellationToken cancellation)
    {
        if (settings.DiffReference is { } reference)
        {
            return tree is FolderTree folder
                ? GitChanges.Since(folder.Root, reference, tree, static path => path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase), cancellation)
                : throw new ConfigurationException($"--diff {reference}: an archive has no history. Give a folder, or a diff with --diff-file.");
        }

        if (settings.DiffFile is not { } file)
            return null;
        try
        {
            return UnifiedDiffReader.Read(File.ReadAllText(context.Absolute(file)));
        }
        catch (FormatException e)
        {
            throw new ConfigurationException($"{file} is not a unified diff: {e.Message}", e);
        }
    }

    private static AnalysisResult Rescored(AnalysisResult result) =>
        result with { Score = ConfidenceScore.Of(result.Open, result.Notices, result.Coverage, RulePrecision.Of) };

    private int ExitCodeOf(AnalysisResult result)
    {
        if (result.Status == AnalysisStatus.Nothing)
            return ExitCodes.NothingToAnalyse;
        if (result.Status == AnalysisStatus.Partial && !settings.AllowPartial)
            return ExitCodes.Incomplete;
        return settings.FailOn is { } threshold && result.Open.Any(f => f.Severity >= threshold) ? ExitCodes.Findings : ExitCodes.Clean;
    }
}
