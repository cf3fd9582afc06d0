using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>GB1004: a catch in the test hides the assertion's own exception.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SwallowedTestFailure : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB1004_SwallowedTestFailure];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            if (TestFrameworks.In(start.Compilation) is not { } frameworks)
                return;
            var oracles = Oracles.In(start.Compilation, frameworks);
            var failures = new AssertionFailures(start.Compilation);
            start.RegisterOperationBlockAction(block => Analyze(block, frameworks, oracles, failures));
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, TestFrameworks frameworks, Oracles oracles, AssertionFailures failures)
    {
        if (context.OwningSymbol is not IMethodSymbol method || context.OperationBlocks.FirstOrDefault(static b => b is IBlockOperation) is not { } body
            || !HasCatch(body.Syntax) || !IsOfTests(method, frameworks) || CollectsFailures(body))
        {
            return;
        }

        var graph = FlowGraph.Of(context.GetControlFlowGraph(body));
        foreach (var function in graph.Nested(context.CancellationToken).Prepend(graph))
            AnalyzeFunction(context, function, body, oracles, failures);
    }

    private static void AnalyzeFunction(OperationBlockAnalysisContext context, FlowGraph graph, IOperation body, Oracles oracles, AssertionFailures failures)
    {
        var caught = CaughtAssertion.In(graph, failures, context.CancellationToken).ToList();
        if (caught.Count == 0)
            return;
        var fate = new FailureFate(graph, body, oracles, context.CancellationToken);
        foreach (var first in caught.GroupBy(static c => c.Clause).Select(static g => g.OrderBy(static c => c.Call.Syntax.SpanStart).First()))
        {
            if (fate.IsLost(first, context.CancellationToken))
                Report(context, first);
        }
    }

    private static void Report(OperationBlockAnalysisContext context, CaughtAssertion caught)
    {
        var keyword = caught.Clause.CatchKeyword.GetLocation();
        var type = caught.Clause.Declaration?.Type.ToString() ?? "any exception";
        var name = caught.Call.TargetMethod.Name;
        context.ReportDiagnostic(Findings.Report.Finding(
            Descriptors.GB1004_SwallowedTestFailure,
            caught.Call.Syntax.GetLocation(),
            new Claim(caught.Call.Syntax.ToString(), caught.Call.Syntax.GetLocation()),
            Evidence.At($"the catch of {type} takes its exception, and nothing fails after it", keyword),
            name, type, keyword.GetLineSpan().StartLinePosition.Line + 1));
    }

    private static bool HasCatch(SyntaxNode body) => body.DescendantNodes().Any(static n => n is CatchClauseSyntax);

    // Helpers without a result, too: nothing of the failure comes back from them.
    private static bool IsOfTests(IMethodSymbol method, TestFrameworks frameworks)
    {
        if (frameworks.IsTest(method))
            return !frameworks.IsNotRun(method) && !frameworks.StatesOutcome(method);
        return method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private }
            && (method.ReturnsVoid || method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", IsGenericType: false })
            && !PascalWords.Of(method.Name).Any(static w => w is "Try" or "Safe" or "Safely" or "Soft" or "Quietly" or "Ignore" or "Suppress" or "Swallow")
            && frameworks.HasTests(method.ContainingType);
    }

    // An assertion scope notes failures and throws when it ends.
    private static bool CollectsFailures(IOperation body) => body.Descendants().Any(static o => o is IObjectCreationOperation { Type.Name: "AssertionScope" });
}
