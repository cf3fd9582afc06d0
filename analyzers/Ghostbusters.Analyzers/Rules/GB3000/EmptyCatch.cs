using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;
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
        context.RegisterCodeBlockAction(Analyze);
    }

    private static void Analyze(CodeBlockAnalysisContext context)
    {
        foreach (var clause in MemberCode.Of(context).Catches)
            Analyze(context, clause);
    }

    private static void Analyze(CodeBlockAnalysisContext context, CatchClauseSyntax clause)
    {
        if (!clause.Block.Statements.All(DoesNothing) || clause.Block.CloseBraceToken.IsMissing || ExpectedFailure.IsAt(clause))
            return;
        var comments = CatchComments.Of(clause);
        if (comments.StateReason)
            return;

        var caught = clause.Declaration?.Type.ToString() ?? "any exception";
        context.ReportDiagnostic(Report.Finding(
            Descriptors.GB3003_EmptyCatch,
            clause.CatchKeyword.GetLocation(),
            new Claim(clause.Declaration is null ? "catch" : $"catch {clause.Declaration}", clause.CatchKeyword.GetLocation()),
            Evidence.At("the block does nothing", clause.Block.GetLocation()),
            caught, comments.Shortcoming));
    }

    private static bool DoesNothing(StatementSyntax statement) =>
        statement is EmptyStatementSyntax || (statement is BlockSyntax block && block.Statements.All(DoesNothing));
}
