using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Rules.GB2000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>GB4006: an equality, order or hash that looks at nothing of what it compares.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EqualityGaming : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB4006_EqualityGaming];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var shipped = ShippedCode.Of(start.Compilation);
            start.RegisterCodeBlockAction(block =>
            {
                AnalyzeMember(block, shipped);
                foreach (var call in MemberCode.Of(block).Calls)
                    AnalyzeLambda(block, call, shipped);
            });
        });
    }

    private static void AnalyzeMember(CodeBlockAnalysisContext context, ShippedCode shipped)
    {
        if (context.CodeBlock is not (MethodDeclarationSyntax or OperatorDeclarationSyntax))
            return;
        var member = (BaseMethodDeclarationSyntax)context.CodeBlock;
        var place = member is MethodDeclarationSyntax m ? m.Identifier : ((OperatorDeclarationSyntax)member).OperatorToken;
        if (!MayMatter(member, place) || ShippedCode.LiesBeside(member.SyntaxTree.FilePath) || HonestStub.OwnsUp(member) || Comparison.NamesSameness(member)
            || context.SemanticModel.GetDeclaredSymbol(member, context.CancellationToken) is not { } method
            || Comparison.Of(method) is not { } comparison || !ComparedState.IsIn(comparison.Subject))
        {
            return;
        }

        if (FlowGraph.Of(member, context.SemanticModel, context.CancellationToken) is not { } graph
            || StatelessAnswer.Of(ValueAnalysis.Of(graph, context.CancellationToken)) is not { } answer
            || (comparison.Kind == ComparisonKind.Hash && !ComparedState.CouldBeHashed(member, comparison.Subject)) || !shipped.Contains(member.SyntaxTree))
        {
            return;
        }

        var name = member is MethodDeclarationSyntax ? method.Name : "operator " + place.ValueText;
        context.ReportDiagnostic(Finding(place.GetLocation(), name, comparison, answer.Text, [.. answer.Returns.Select(static r => r.Syntax.GetLocation())]));
    }

    // `Comparer<Order>.Create((a, b) => 0)`, `orders.Sort((a, b) => 0)`.
    private static void AnalyzeLambda(CodeBlockAnalysisContext context, InvocationExpressionSyntax call, ShippedCode shipped)
    {
        if (call is not { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: ("Create" or "Sort") and var name }, ArgumentList.Arguments: { Count: > 0 } arguments })
            return;
        foreach (var lambda in arguments.Select(static a => a.Expression).OfType<ParenthesizedLambdaExpressionSyntax>())
        {
            if (lambda is not { ParameterList.Parameters.Count: 2, ExpressionBody: LiteralExpressionSyntax or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax } }
                || ShippedCode.LiesBeside(call.SyntaxTree.FilePath) || lambda.ParameterList.Parameters.All(static p => p.Identifier.ValueText.StartsWith("_", StringComparison.Ordinal))
                || HonestStub.OwnsUp((SyntaxNode)call)
                || context.SemanticModel.GetSymbolInfo(lambda, context.CancellationToken).Symbol is not IMethodSymbol { Parameters.Length: 2 } function
                || context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol is not IMethodSymbol { ContainingType.Name: "Comparer" or "EqualityComparer" or "List" or "Array" or "MemoryExtensions" }
                || !ComparedState.IsIn(function.Parameters[0].Type) || !shipped.Contains(call.SyntaxTree))
            {
                continue;
            }

            var kind = function.ReturnType.SpecialType == SpecialType.System_Boolean ? ComparisonKind.Equality : ComparisonKind.Order;
            context.ReportDiagnostic(Finding(lambda.GetLocation(), name, new Comparison(kind, function.Parameters[0].Type), lambda.ExpressionBody.ToString(), [lambda.ExpressionBody.GetLocation()]));
        }
    }

    // Before anything is bound: the name, a body, and no other member that could be called instead.
    private static bool MayMatter(BaseMethodDeclarationSyntax member, SyntaxToken name) =>
        (name.ValueText is "Equals" or "Compare" or "CompareTo" or "GetHashCode" || name.Kind() is SyntaxKind.EqualsEqualsToken or SyntaxKind.ExclamationEqualsToken)
        && (member.Body is not null || member.ExpressionBody is not null) && !member.ContainsDirectives
        && !member.Modifiers.Any(SyntaxKind.VirtualKeyword) && member.Parent is ClassDeclarationSyntax or StructDeclarationSyntax;

    private static Diagnostic Finding(Location place, string name, Comparison comparison, string answer, Location[] answers)
    {
        var subject = comparison.Subject.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat).TrimEnd('?');
        var (claim, remedy) = comparison.Kind switch
        {
            ComparisonKind.Equality => ($"whether two '{subject}' are equal", "Compare what they hold"),
            ComparisonKind.Order => ($"which of two '{subject}' comes first", "Order by what they hold"),
            _ => ($"that it tells one '{subject}' from the next", "Combine the hashes of what Equals compares"),
        };
        return Report.Finding(Descriptors.GB4006_EqualityGaming, place, new Claim(name, place), Evidence.At($"it answers {answer} and reads no state", answers), name, claim, answer, remedy);
    }
}
