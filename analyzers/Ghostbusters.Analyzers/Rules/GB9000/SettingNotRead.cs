using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Rules.GB8100;
using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB9000;

/// <summary>GB9003 in a build: a team's models or a setting that cannot be read. The engine refuses them and ends, so it does not run this.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SettingNotRead : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB9003_NotAnalysed];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationAction(static end =>
        {
            foreach (var file in TeamModels.FilesOf(end.Options))
                AnalyzeModels(end, file);
            AnalyzeSources(end);
        });
    }

    private static void AnalyzeModels(CompilationAnalysisContext context, AdditionalText file)
    {
        var text = file.GetText(context.CancellationToken);
        try
        {
            if (text is null)
                Tell(context, file.Path, "it has no text that can be read", Location.Create(file.Path, default, default));
            else
                TeamModels.Read(file.Path, text.ToString());
        }
        catch (ModelFormatException e)
        {
            var line = text!.Lines[Math.Min(e.Line, text.Lines.Count) - 1].Span;
            Tell(context, file.Path, $"line {e.Line}: {e.Problem}", Location.Create(file.Path, line, text.Lines.GetLinePositionSpan(line)));
        }
    }

    private static void AnalyzeSources(CompilationAnalysisContext context)
    {
        var keys = TaintedFlowReport.Rules.Select(static d => CountedSources.KeyOf(d.Id)).ToList();
        var told = new HashSet<(string, string)>();
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            var options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(tree);
            foreach (var key in keys)
            {
                // No rule is told in which file the setting stands.
                if (options.TryGetValue(key, out var value) && CountedSources.ProblemOf(value) is { } problem && told.Add((key, value)))
                    Tell(context, $"{key} = {value}", problem, Location.None);
            }
        }
    }

    private static void Tell(CompilationAnalysisContext context, string what, string problem, Location location) => context.ReportDiagnostic(Report.Finding(
        Descriptors.GB9003_NotAnalysed, location, new Claim(what, null), Evidence.At(problem), what, problem.TrimEnd('.', '?')));
}
