using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>GB3003: a catch that does nothing, without a stated reason.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EmptyCatch : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB3003_EmptyCatch];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.CatchClause);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var clause = (CatchClauseSyntax)context.Node;
        if (clause.Block.Statements.Any(static s => s is not EmptyStatementSyntax) || StatesReason(clause))
            return;

        var caught = clause.Declaration?.Type.ToString() ?? "any exception";
        context.ReportDiagnostic(Report.Finding(
            Descriptors.GB3003_EmptyCatch,
            clause.CatchKeyword.GetLocation(),
            new Claim(clause.Declaration is null ? "catch" : $"catch {clause.Declaration}", clause.CatchKeyword.GetLocation()),
            Evidence.At("the block is empty", clause.Block.GetLocation()),
            caught, "its block is empty and gives no reason"));
    }

    // Cancellation that ends a loop is a reason in itself, as is a filter that says which failure is expected.
    private static bool StatesReason(CatchClauseSyntax clause) =>
        clause.Filter is not null || clause.Block.DescendantTrivia().Any(static t =>
            t.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia && t.ToString().Any(char.IsLetter));
}
