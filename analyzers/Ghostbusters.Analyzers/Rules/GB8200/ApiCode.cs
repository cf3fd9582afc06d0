using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>What a rule about an API asks of one compilation.</summary>
internal sealed class ApiCode(Compilation compilation)
{
    /// <summary>Which member of a library is meant.</summary>
    public ApiNames Names { get; } = new(compilation);

    /// <summary>The entry of a table that the node means; null where it means none.</summary>
    public (ApiName Name, TFact Fact)? Match<TFact>(SyntaxNodeAnalysisContext context, SyntaxNode node, ApiTable<TFact> table) =>
        Names.Match(node, context.SemanticModel, table, context.CancellationToken);

    /// <summary>The constant that an expression is, see <see cref="ValueOrigin.ConstantOf"/>.</summary>
    public static object? Constant(SyntaxNodeAnalysisContext context, ExpressionSyntax value) => ValueOrigin.ConstantOf(value, context.SemanticModel, context.CancellationToken);

    /// <summary>How severe a finding is at a place: what tests and samples do harms nobody until somebody copies it, and is a note there.</summary>
    public static DiagnosticSeverity SeverityAt(Compilation compilation, DiagnosticDescriptor rule, SyntaxTree tree) =>
        ShippedCode.Of(compilation).Contains(tree) ? rule.DefaultSeverity : DiagnosticSeverity.Info;

    /// <summary>Reports a place unless a peer's rule was silenced there, with what it says as the claim and the message's second argument as the evidence.</summary>
    public static void Report(SyntaxNodeAnalysisContext context, DiagnosticDescriptor rule, SyntaxNode place, string claim, string evidence)
    {
        if (PeerSilence.IsAt(place))
            return;
        context.ReportDiagnostic(Findings.Report.Finding(
            rule, SeverityAt(context.Compilation, rule, place.SyntaxTree), place.GetLocation(), new Claim(claim, null), Evidence.At(evidence, place.GetLocation()), [claim, evidence]));
    }
}
