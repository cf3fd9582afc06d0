using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>GB1003: every assertion of the test lies where it need not run.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreachableAssertion : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB1003_UnreachableAssertion];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            if (TestFrameworks.In(start.Compilation) is not { } frameworks)
                return;
            var oracles = Oracles.In(start.Compilation, frameworks);
            start.RegisterOperationBlockAction(block => Analyze(block, frameworks, oracles));
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, TestFrameworks frameworks, Oracles oracles)
    {
        if (context.OwningSymbol is not IMethodSymbol test || !frameworks.IsTest(test) || frameworks.IsNotRun(test) || frameworks.StatesOutcome(test))
            return;
        var body = context.OperationBlocks.FirstOrDefault(static b => b is IBlockOperation);
        if (body is null || !CanPassBy(body) || OracleSites.In(body, oracles, context.CancellationToken) is not { Count: > 0 } sites)
            return;
        if (oracles.ChecksAround(test, context.CancellationToken))
            return; // Setup or teardown checks for every test of the class.

        var graph = FlowGraph.Of(context.GetControlFlowGraph(body));
        if (FindEscape(graph, new Escapes(body, test.ContainingType), sites, context.CancellationToken) is not { } found)
            return;

        var reality = Describe(found.Escape);
        var name = (test.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) as MethodDeclarationSyntax)?.Identifier.GetLocation();
        context.ReportDiagnostic(Report.Finding(
            Descriptors.GB1003_UnreachableAssertion,
            found.Site.Operation.Syntax.GetLocation(),
            new Claim(test.Name, name),
            Evidence.At(reality, found.Escape.Construct is { } construct ? [construct.GetLocation()] : []),
            test.Name, reality));
    }

    // A body without any construct that could lead past a statement needs no graph.
    private static bool CanPassBy(IOperation body) => body.Descendants().Any(static o => o is ICatchClauseOperation or IConditionalOperation or IConditionalAccessOperation
        or ISwitchOperation or ILoopOperation or IReturnOperation { IsImplicit: false } or IEventAssignmentOperation or ILocalFunctionOperation or IAnonymousFunctionOperation);

    private static (OracleSite Site, Escape Escape)? FindEscape(FlowGraph graph, Escapes escapes, List<OracleSite> sites, CancellationToken cancellation)
    {
        var values = ValueAnalysis.Of(graph, cancellation);
        var places = PlacesOf(graph);
        var checking = new HashSet<int>();
        (OracleSite Site, Escape Escape)? first = null, dead = null;
        var isHelped = false;
        var certain = new List<OracleSite>();
        var skipping = new List<SyntaxNode>();
        foreach (var site in sites)
        {
            var escape = escapes.Of(site.Operation);
            if (escape.Kind != EscapeKind.Callback)
            {
                if (PlaceOf(escapes.InBody(site.Operation), places) is not { } block)
                    return null;
                if (!values.IsReachable(block))
                    escape = new Escape(EscapeKind.Dead, null);
                else
                    checking.Add(block);
            }

            // A throw or a Fail is the remedy itself: whatever leads there is a check.
            if (escape.Kind == EscapeKind.None || (site.Kind == OracleSiteKind.Fail && escape.Kind != EscapeKind.Dead))
            {
                if (site.Kind == OracleSiteKind.Fail)
                    return null;
                if (IsAssertion(site))
                    certain.Add(site);
                else
                    isHelped = true;
                continue;
            }

            if (escape.Kind == EscapeKind.Condition)
                skipping.Add(escape.Construct!);
            if (escape.Kind == EscapeKind.Dead && IsAssertion(site))
                dead ??= (site, escape);

            first ??= (site, escape);
        }

        // What is skipped with another assertion is no more certain than that one, whatever it looks at itself.
        if (certain.Exists(c => !skipping.Exists(construct => Skips(construct, c.Operation.Syntax))))
            return null;

        // A helper that may check something, too, does not excuse an assertion that was cut off.
        if (isHelped)
            return dead;

        bool IsTaken(FlowEdge edge) => edge.Kind != EdgeKind.Exception && values.IsFeasible(edge);
        return Reachability.EveryWayPasses(graph, graph.Entry, graph.Exit, checking.Contains, IsTaken) ? null : first;
    }

    // In it, or behind its early return.
    private static bool Skips(SyntaxNode construct, SyntaxNode assertion) => construct.Span.Contains(assertion.Span)
        || (construct is IfStatementSyntax { Else: null, Parent: BlockSyntax block } early && early.Span.End <= assertion.SpanStart && block.Span.Contains(assertion.Span) && Leaves(early.Statement));

    private static bool Leaves(StatementSyntax statement) => statement is ReturnStatementSyntax || (statement is BlockSyntax { Statements: { Count: > 0 } inner } && inner.Last() is ReturnStatementSyntax);

    private static bool IsAssertion(OracleSite site) => site.Operation is IInvocationOperation call && AssertionFailures.IsOfLibrary(call.TargetMethod);

    private static Dictionary<SyntaxNode, int> PlacesOf(FlowGraph graph)
    {
        var places = new Dictionary<SyntaxNode, int>();
        for (var block = 0; block < graph.Blocks.Length; block++)
        {
            foreach (var operation in graph.OperationsOf(block))
                places[operation.Syntax] = block;
        }

        return places;
    }

    private static int? PlaceOf(IOperation operation, Dictionary<SyntaxNode, int> places)
    {
        for (IOperation? o = operation; o is not null and not IBlockOperation; o = o.Parent)
        {
            if (places.TryGetValue(o.Syntax, out var block))
                return block;
        }

        return null;
    }

    private static string Describe(Escape escape) => escape.Kind switch
    {
        EscapeKind.Dead => "no way leads to it",
        EscapeKind.Catch => "it runs only where something is thrown, and nothing fails where nothing is",
        EscapeKind.Condition => $"it runs only where '{HeadOf(escape.Construct)}' holds, and nothing fails where it does not",
        EscapeKind.Loop => $"it runs once for each round of '{HeadOf(escape.Construct)}', and there need not be any",
        _ => "it stands in a callback, and nothing fails where that is never called",
    };

    private static string HeadOf(SyntaxNode? construct)
    {
        var head = construct switch
        {
            IfStatementSyntax i => $"if ({i.Condition})",
            SwitchStatementSyntax s => $"switch ({s.Expression})",
            ForEachStatementSyntax f => $"foreach ({f.Identifier.ValueText} in {f.Expression})",
            ForStatementSyntax f => $"for ({f.Condition})",
            ConditionalAccessExpressionSyntax a => $"{a.Expression} is not null",
            WhileStatementSyntax w => $"while ({w.Condition})",
            _ => construct?.ToString() ?? "",
        };
        head = string.Join(" ", head.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return head.Length > 80 ? head.Substring(0, 77) + "..." : head;
    }
}
