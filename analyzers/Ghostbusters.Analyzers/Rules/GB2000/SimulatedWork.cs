using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>GB2004: a delay, a random number or a fixed timestamp stands where work is claimed, and the answer says that it was done.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SimulatedWork : DiagnosticAnalyzer
{
    // A longer method does something; it need not be searched.
    private const int MostCharacters = 4000;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB2004_SimulatedWork];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var shipped = ShippedCode.Of(start.Compilation);
            var implementers = new Implementers(start.Compilation);
            var bodies = new SourceBodies(start.Compilation);
            start.RegisterCodeBlockAction(block => Analyze(block, shipped, implementers, bodies));
        });
    }

    private static void Analyze(CodeBlockAnalysisContext context, ShippedCode shipped, Implementers implementers, SourceBodies bodies)
    {
        if (context.CodeBlock is not MethodDeclarationSyntax method || Judge(method, context.SemanticModel, implementers, bodies, context.CancellationToken) is not ({ } symbol, { } claim, { } standIn) || !shipped.Contains(method.SyntaxTree))
            return;
        context.ReportDiagnostic(Report.Finding(
            Descriptors.GB2004_SimulatedWork, method.Identifier.GetLocation(), new Claim(symbol.Name, method.Identifier.GetLocation()),
            Evidence.At("this is all that happens on every way to an answer", standIn.GetLocation()), symbol.Name, claim.Words, standIn.ToString()));
    }

    /// <summary>What the method claims and what stands in the place of it; null where it does its work. GB4002 asks, too: one of them speaks of a member.</summary>
    internal static (IMethodSymbol Symbol, WorkClaim Claim, SyntaxNode StandIn)? Judge(
        MethodDeclarationSyntax method, SemanticModel model, Implementers implementers, SourceBodies bodies, CancellationToken cancellation)
    {
        if (!MayMatter(method) || ShippedCode.LiesBeside(method.SyntaxTree.FilePath)
            || SimulationClaim.Of(method) is not { } claim || SimulationClaim.SaysSo(method) || HonestStub.OwnsUp(method)
            || model.GetDeclaredSymbol(method, cancellation) is not { } symbol
            || HonestStub.IsContractOfOthers(symbol, implementers) || HonestStub.IsCallback(method))
        {
            return null;
        }

        return bodies.Of(symbol, cancellation) is not { } values
            || SimulatedBody.Of(values, bodies, cancellation) is not { } body
            || (body.Wait ?? (claim.IsEffect ? StandIn.OfAnswer(symbol, values) : null)) is not { } standIn
            || StubCover.Covers(method, values.Graph, cancellation)
            ? null : (symbol, claim, standIn);
    }

    // Before anything is bound: what could stand in is there, and nothing that polls.
    private static bool MayMatter(MethodDeclarationSyntax method)
    {
        if ((method.Body is null && method.ExpressionBody is null) || method.FullSpan.Length > MostCharacters || method.ExplicitInterfaceSpecifier is not null || method.ContainsDirectives
            || method.Modifiers.Any(static m => m.Kind() is SyntaxKind.OverrideKeyword or SyntaxKind.VirtualKeyword or SyntaxKind.AbstractKeyword or SyntaxKind.PartialKeyword))
        {
            return false;
        }

        var isSuspect = false;
        foreach (var node in method.DescendantNodes())
        {
            if (node is WhileStatementSyntax or DoStatementSyntax or YieldStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or GotoStatementSyntax)
                return false;
            isSuspect |= node is IdentifierNameSyntax { Identifier.ValueText: var name }
                && (name is "Delay" or "Sleep" or "Next" or "NextDouble" or "DateTime" or "DateTimeOffset" || name.StartsWith("Simulat", StringComparison.Ordinal));
        }

        return isSuspect;
    }
}
