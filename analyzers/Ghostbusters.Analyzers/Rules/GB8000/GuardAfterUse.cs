using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>GB8005: a check that every way reaches only when what it is to prevent has happened.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GuardAfterUse : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8005_GuardAfterUse];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var shipped = ShippedCode.Of(start.Compilation);
            start.RegisterOperationBlockAction(block => Analyze(block, shipped));
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, ShippedCode shipped)
    {
        foreach (var body in context.OperationBlocks)
        {
            if (!MayGuard(body.Syntax) || ShippedCode.LiesBeside(body.Syntax.SyntaxTree.FilePath) || body is not IBlockOperation)
                continue;
            var graph = FlowGraph.Of(context.GetControlFlowGraph(body));
            var dominators = DominatorTree.Of(graph, static e => e.Kind != EdgeKind.Exception);
            foreach (var guard in LateGuard.In(graph))
            {
                if (EarlyUse.Of(guard, graph, dominators) is not { } use || !shipped.Contains(body.Syntax.SyntaxTree))
                    continue;
                var line = use.Syntax.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
                context.ReportDiagnostic(Report.Finding(
                    Descriptors.GB8005_GuardAfterUse, guard.Place.GetLocation(), new Claim(guard.Place.ToString(), null),
                    Evidence.At($"every way here has passed line {line}", use.Syntax.GetLocation()), guard.Place.ToString(), What(guard), Shown(use.Syntax), line));
            }
        }
    }

    private static string What(LateGuard guard) => guard.Kind switch
    {
        GuardKind.Presence => $"is to keep a missing '{guard.Subject!.Name}' out",
        GuardKind.Right => "is to keep out who may not",
        _ => $"is to keep '{guard.Subject!.Name}' where it may be",
    };

    private static string Shown(SyntaxNode use) => use.ToString() is { Length: <= 60 } text && text.IndexOf('\n') < 0 ? text : use.GetFirstToken().ValueText + "…";

    // Most bodies hold no check that leaves: they get no graph.
    private static bool MayGuard(SyntaxNode body) => body.DescendantNodes().Any(static n => n switch
    {
        IfStatementSyntax branch => (branch.Statement is BlockSyntax { Statements: { Count: > 0 } statements } ? statements.Last() : branch.Statement) is ThrowStatementSyntax or ReturnStatementSyntax,
        SimpleNameSyntax name => name.Identifier.ValueText.StartsWith("ThrowIfNull", StringComparison.Ordinal),
        _ => false,
    });
}
