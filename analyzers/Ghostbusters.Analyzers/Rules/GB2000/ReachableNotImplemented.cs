using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>GB2002: a "not implemented" that callers from outside come to.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReachableNotImplemented : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB2002_ReachableNotImplemented];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var shipped = ShippedCode.Of(start.Compilation);
            var callers = new Callers(start.Compilation);
            start.RegisterCodeBlockAction(block => Analyze(block, shipped, callers));
        });
    }

    private static void Analyze(CodeBlockAnalysisContext context, ShippedCode shipped, Callers callers)
    {
        var code = MemberCode.Of(context);
        foreach (var thrown in code.Thrown)
            Analyze(context, thrown, shipped, callers);
        foreach (var call in code.Calls)
            Analyze(context, call, shipped, callers);
    }

    private static void Analyze(CodeBlockAnalysisContext context, SyntaxNode node, ShippedCode shipped, Callers callers)
    {
        if (UnimplementedWay.Says(node) is not { } reality || ShippedCode.LiesBeside(node.SyntaxTree.FilePath) || !shipped.Contains(node.SyntaxTree))
            return;
        if (node.Ancestors().FirstOrDefault(static a => a is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax) is not { } owner)
            return;
        if (owner is AnonymousFunctionExpressionSyntax lambda)
        {
            if (Route(lambda) is { } route && UnimplementedWay.IsTaken(node, lambda.Body))
                Report(context, node, $"The handler of '{route}'", "answers a route", reality, owner.GetLocation());
            return;
        }

        if (!IsFit(owner) || Body(node, owner) is not { } body || !UnimplementedWay.IsTaken(node, body)
            || context.SemanticModel.GetDeclaredSymbol(owner, context.CancellationToken) is not { } member || EntryPoints.IsWithdrawn(member)
            || (body.Parent is { } root && FlowGraph.Of(root, context.SemanticModel, context.CancellationToken) is { } graph && !UnimplementedWay.IsReachable(graph, node, context.CancellationToken)))
        {
            return;
        }

        if (EntryPoints.Describe(member) is { } entry)
        {
            Report(context, node, $"'{member.Name}'", entry, reality, member.Locations[0]);
            return;
        }

        var way = callers.WayTo(member, context.CancellationToken);
        if (way.Length > 1)
            Report(context, node, $"'{way[0].Name}'", $"{EntryPoints.Describe(way[0])} and calls '{way[1].Name}'", reality, [.. way.SelectMany(static s => s.Locations.Take(1))]);
    }

    private static bool IsFit(SyntaxNode owner) => owner switch
    {
        MethodDeclarationSyntax method => !HonestStub.SaysItIsMissing(method) && !method.ContainsDirectives,
        PropertyDeclarationSyntax property => property.Parent is TypeDeclarationSyntax type and not InterfaceDeclarationSyntax && !HonestStub.IsNullObject(type.Identifier.ValueText),
        _ => false,
    };

    private static SyntaxNode? Body(SyntaxNode node, SyntaxNode owner) =>
        node.Ancestors().TakeWhile(a => a != owner).LastOrDefault(static a => a is BlockSyntax { Parent: MethodDeclarationSyntax or AccessorDeclarationSyntax } or ArrowExpressionClauseSyntax);

    // `app.MapGet("/orders", () => …)`
    private static string? Route(AnonymousFunctionExpressionSyntax lambda) =>
        lambda.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "MapGet" or "MapPost" or "MapPut" or "MapDelete" or "MapPatch" or "Map" } } call }
        && call.ArgumentList.Arguments[0].Expression is LiteralExpressionSyntax { Token.ValueText: var route } ? route : null;

    private static void Report(CodeBlockAnalysisContext context, SyntaxNode node, string subject, string entry, string reality, params Location[] way) =>
        context.ReportDiagnostic(Findings.Report.Finding(
            Descriptors.GB2002_ReachableNotImplemented,
            node.GetLocation(),
            new Claim(subject.Trim('\''), way[0]),
            Evidence.At($"{subject} {entry}, and ends in {reality}", [.. way, node.GetLocation()]),
            subject, entry, reality));
}
