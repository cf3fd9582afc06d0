using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>GB1001: an assertion whose condition is always true.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class VacuousAssertion : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB1001_VacuousAssertion];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            if (TestFrameworks.In(start.Compilation) is not null)
                start.RegisterOperationBlockAction(Analyze);
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context)
    {
        if (context.OperationBlocks.FirstOrDefault(static b => b is IBlockOperation) is not { } body)
            return;
        var candidates = Candidates.In(body);
        if (candidates.Count == 0)
            return;

        var graph = FlowGraph.Of(context.GetControlFlowGraph(body));
        var values = ValueAnalysis.Of(graph, context.CancellationToken);
        var vacuity = new Vacuity(values, context.Compilation, IsAboutSameness(context.OwningSymbol));
        foreach (var call in graph.Operations().OfType<IInvocationOperation>().Where(c => candidates.Contains(c.Syntax)))
        {
            if (AssertionModel.Of(call) is not { } assertion || values.BlockOf(call) is not { } block || !values.IsReachable(block)
                || vacuity.ReasonOf(assertion) is not { } reason)
            {
                continue;
            }

            context.ReportDiagnostic(Report.Finding(
                Descriptors.GB1001_VacuousAssertion,
                call.Syntax.GetLocation(),
                new Claim(call.Syntax.ToString(), call.Syntax.GetLocation()),
                Evidence.At(reason, [assertion.Actual.Syntax.GetLocation(), .. OriginOf(values, assertion)]),
                call.TargetMethod.Name, reason));
        }
    }

    // Where the value was made, if that is somewhere else than in the assertion.
    private static IEnumerable<Location> OriginOf(ValueAnalysis values, Assertion assertion)
    {
        if (values.At(assertion.Actual).OriginOperation is { Syntax: var made } && !assertion.Call.Syntax.Span.Contains(made.Span))
            yield return made.GetLocation();
    }

    // Its subject is what equals what, or that asking again gives the same answer.
    private static readonly string[] Sameness =
    [
        "Equal", "Hash", "Compar", "Operator", "Reflexiv", "Identi", "Same", "Cache", "Once", "Twice", "Again", "Repeat", "Stable", "Steady", "Consistent", "Constant",
        "Determin", "Idempot", "Memo", "Lazy", "Lazi", "Singleton", "Immutable", "Unchanged", "Enumerat", "Iterat", "Multiple",
    ];

    private static bool IsAboutSameness(ISymbol method) => Sameness
        .Any(word => method.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0 || method.ContainingType?.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
