using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Taint;
using Ghostbusters.Analyzers.Taint.Execution;
using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8100;

/// <summary>What the rules on tainted flows share: one analysis a compilation, and the way in which a flow is told.</summary>
internal static class TaintedFlowReport
{
    /// <summary>The rules on tainted flows.</summary>
    public static IEnumerable<DiagnosticDescriptor> Rules => RuleCatalog.Descriptors.Where(static d => d.Id.StartsWith("GB81", StringComparison.Ordinal));

    private static readonly HashSet<string> Preliminary = new(StringComparer.Ordinal) { "Exists", "FileName", "Arguments", "ProcessStartInfo", "XmlTextReader" };

    /// <summary>Makes a rule report the flows that it counts.</summary>
    /// <param name="context">The rule's context.</param>
    /// <param name="rule">Its descriptor.</param>
    /// <param name="isHarmless">Says of a flow that this rule has nothing against it; null where it has against all.</param>
    public static void Register(AnalysisContext context, DiagnosticDescriptor rule, Func<TaintedFlow, Compilation, bool>? isHarmless = null)
    {
        var (_, sinks, sources) = CountedFlows.Of(rule.Id);
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(start =>
        {
            var analysis = SharedTaintAnalysis.Of(start.Compilation, start.Options, start.CancellationToken);
            if (LiveAnalysis.IsOn(start.Options))
            {
                start.RegisterSemanticModelAction(file => Tell(
                    analysis.Within(file.SemanticModel, file.CancellationToken).Flows.Where(f => f.Sink.SyntaxTree == file.SemanticModel.SyntaxTree),
                    file.SemanticModel.Compilation, file.Options, file.ReportDiagnostic));
                return;
            }

            start.RegisterSemanticModelAction(file => analysis.Read(file.SemanticModel, file.CancellationToken));
            start.RegisterCompilationEndAction(end => Tell(analysis.Result(end.CancellationToken).Flows, end.Compilation, end.Options, end.ReportDiagnostic));
        });

        void Tell(IEnumerable<TaintedFlow> all, Compilation compilation, AnalyzerOptions options, Action<Diagnostic> report)
        {
            CountedSources CountedAt(SyntaxNode? place) => CountedSources.Of(place is null ? null : options.AnalyzerConfigOptionsProvider.GetOptions(place.SyntaxTree), rule.Id, sources);
            var counting = all.Where(f => (f.Kind & sinks) != 0)
                .Select(f => (Flow: f, Place: PlaceOf(f, compilation))).Select(f => (f.Flow, f.Place, Counted: CountedAt(f.Place)))
                .Where(f => (f.Flow.Source.Kind & f.Counted.Kinds) != 0 && isHarmless?.Invoke(f.Flow, compilation) != true).ToList();
            var flows = counting.ConvertAll(static f => f.Flow);
            foreach (var (flow, place, counted) in counting.Where(f => !LeadsUp(f.Flow, flows) && !GoesOn(f.Flow, flows)))
            {
                var full = CountedPairs.Remote | counted.Named;
                if (place is not null && (flow.IsShipped || (flow.Source.Kind & full) != 0))
                    report(Finding(rule, flow, place, flow.IsShipped ? full : SourceKinds.None));
            }
        }
    }

    // `if (File.Exists(path)) File.Open(path)`, `info.FileName = name; Process.Start(info)`: what leads up to the use tells nothing that the use does not.
    private static bool LeadsUp(TaintedFlow flow, List<TaintedFlow> flows) =>
        Preliminary.Contains(flow.SinkName) && flows.Exists(f => !Preliminary.Contains(f.SinkName) && f.Kind == flow.Kind && f.Source.Place == flow.Source.Place);

    // `reader.Read()` again: what the first one said is enough.
    private static bool GoesOn(TaintedFlow flow, List<TaintedFlow> flows) =>
        flow.SinkName == "Read" && flows.Exists(f => f.SinkName == flow.SinkName && f.Kind == flow.Kind && f.Source.Place == flow.Source.Place && f.Sink.SyntaxTree == flow.Sink.SyntaxTree && f.Sink.SpanStart < flow.Sink.SpanStart);

    // A compilation may report in its own files only: a sink in another project is told where the data goes there.
    private static SyntaxNode? PlaceOf(TaintedFlow flow, Compilation compilation) =>
        compilation.ContainsSyntaxTree(flow.Sink.SyntaxTree)
            ? flow.Sink
            : flow.Path.FromSource().Select(static s => s.Place).LastOrDefault(p => compilation.ContainsSyntaxTree(p.SyntaxTree));

    private static Diagnostic Finding(DiagnosticDescriptor rule, TaintedFlow flow, SyntaxNode place, SourceKinds full)
    {
        var steps = flow.Path.FromSource().ToList();
        var evidence = new Evidence(
            $"'{flow.Source.Name}' reaches '{flow.SinkName}' in {steps.Count} {(steps.Count == 1 ? "step" : "steps")}",
            [.. steps.Select(static s => s.Place.GetLocation()), flow.Sink.GetLocation()])
        {
            Steps = [.. steps.Select((s, i) => i == 0 ? $"comes in: {Evaluator.Short(s.Place)}" : Evaluator.Short(s.Place)), $"'{flow.SinkName}' takes it: {Evaluator.Short(flow.Sink)}"],
        };
        var severity = (flow.Source.Kind & full) != 0 ? rule.DefaultSeverity : DiagnosticSeverity.Info;
        return Report.Finding(rule, severity, place.GetLocation(), new Claim(flow.SinkName, null), evidence, [flow.SinkName, $"'{flow.Source.Name}'", WhoOf(flow.Source.Kind)]);
    }

    private static string WhoOf(SourceKinds kind) => kind switch
    {
        SourceKinds.Web => "whoever sends the request",
        SourceKinds.Queue => "whoever sends the message",
        SourceKinds.Socket => "whoever is at the other end",
        SourceKinds.HttpAnswer => "the server that is asked",
        SourceKinds.Database => "whoever wrote it into the database",
        SourceKinds.File => "whoever wrote the file",
        SourceKinds.Environment or SourceKinds.CommandLine or SourceKinds.Console => "whoever runs the program",
        SourceKinds.Parameter => "whoever calls this method",
        SourceKinds.Archive => "whoever made the archive",
        SourceKinds.Setting => "whoever configures the program",
        SourceKinds.Secret => "nobody outside",
        SourceKinds.Exception => "an error",
        _ => "somebody outside",
    };
}
