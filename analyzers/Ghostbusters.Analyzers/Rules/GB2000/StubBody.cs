using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Rules.GB4000;
using Ghostbusters.Analyzers.Rules.GB8000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>GB2001: a member that claims work, and a body that answers the same whatever it is given.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StubBody : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB2001_StubBody];

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
        if (context.CodeBlock is not MethodDeclarationSyntax method || Judge(method, context.SemanticModel, implementers, context.CancellationToken) is not ({ } symbol, { } claim, { } body, { } reality) || !shipped.Contains(method.SyntaxTree))
            return;

        // A check that lets everybody in is worse than unfinished: GB8001 says so.
        if (HollowCheck.Of(method, context.SemanticModel, implementers, bodies, context.CancellationToken) is not null)
            return;

        var places = body.Returns.Count > 0 ? body.Returns.Select(static r => r.Syntax.GetLocation()).ToArray() : [(method.Body ?? (SyntaxNode)method).GetLocation()];
        context.ReportDiagnostic(Report.Finding(
            Descriptors.GB2001_StubBody,
            method.Identifier.GetLocation(),
            new Claim(symbol.Name, method.Identifier.GetLocation()),
            Evidence.At(reality, places),
            symbol.Name, claim.Words, reality));
    }

    /// <summary>What the method claims and what its body does instead; null where it is no stub.</summary>
    internal static (IMethodSymbol Symbol, WorkClaim Claim, InertBody Body, string Reality)? Judge(
        MethodDeclarationSyntax method, SemanticModel model, Implementers implementers, CancellationToken cancellation)
    {
        if (ShippedCode.LiesBeside(method.SyntaxTree.FilePath) || !StubShape.Fits(method) || WorkClaim.Of(method) is not { } claim || HonestStub.OwnsUpToNothing(method))
            return null;
        if (model.GetDeclaredSymbol(method, cancellation) is not { } symbol || HonestStub.IsContractOfOthers(symbol, implementers))
            return null;
        var parameters = symbol.Parameters.Where(IsInput).ToList();
        return (parameters.Count == 0 && !(IsAskedForNothing(claim, method, symbol) && symbol.Parameters.All(IsPassedThrough)))
            || FlowGraph.Of(method, model, cancellation) is not { } graph
            || InertBody.Of(graph, cancellation) is not { } body
            || Contradiction(symbol, claim, body, parameters) is not { } reality
            || (!WorkClaim.IsLookup(method) && HonestStub.IsCallback(method))
            ? null : (symbol, claim, body, reality);
    }

    // `CalculateTotal()`, `FindOrdersAsync(token)` of what the instance holds.
    private static bool IsAskedForNothing(WorkClaim claim, MethodDeclarationSyntax method, IMethodSymbol symbol) =>
        claim.IsComputation || (WorkClaim.IsLookup(method) && !symbol.IsStatic && !symbol.Parameters.IsEmpty && MetricPlace.HasInput(symbol));

    // Tokens and states are handed on everywhere: that they are not used contradicts no claim.
    private static bool IsPassedThrough(IParameterSymbol parameter) =>
        parameter.Type.Name is "CancellationToken" or "IFormatProvider" or "CultureInfo" or "StreamingContext";

    // A discard says that it is ignored.
    private static bool IsInput(IParameterSymbol parameter) =>
        !IsPassedThrough(parameter) && parameter.RefKind is (RefKind.None or RefKind.In)
        && !parameter.Name.StartsWith("_", StringComparison.Ordinal) && !parameter.Name.StartsWith("unused", StringComparison.OrdinalIgnoreCase);

    // What the body does, in words; null where that does not contradict the claim.
    private static string? Contradiction(IMethodSymbol method, WorkClaim claim, InertBody body, List<IParameterSymbol> parameters)
    {
        if (method.Parameters.Any(static p => p.RefKind is RefKind.Out or RefKind.Ref))
            return null;
        var ignored = parameters.Count == 0 ? "" : $" whatever {string.Join(" and ", parameters.Select(static p => $"'{p.Name}'"))} {(parameters.Count == 1 ? "is" : "are")}";
        if (claim.IsWide && (body.Logs || method.Name is "Compare" or "CompareTo"))
            return null; // A command that prints is done; an order that is always the same is GB4006's.
        if (body.Value is not null and not "a completed task")
            return $"its body returns {body.Value}{ignored}";

        // Checking arguments is what a validation without result is for; an effect it is not.
        if (!claim.IsEffect || method.DeclaredAccessibility == Accessibility.Private)
            return null;
        if (!body.Logs && HonestStub.ImplementsInterface(method))
            return null;
        return body.Logs ? "its body only logs" : body.Guards ? "its body only checks its arguments" : $"its body does nothing{ignored}";
    }
}
