using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>GB8006: a route that everybody may call, among routes that ask who calls.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AnonymousByDefault : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8006_AnonymousByDefault];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var shipped = ShippedCode.Of(start.Compilation);
            var names = new ApiNames(start.Compilation);
            var everywhere = new Lazy<bool>(() => AuthorizedEverywhere.Is(start.Compilation, start.CancellationToken));
            var controllers = new ControllerSurvey(start.Compilation, names, shipped, hubs: false);
            var hubs = new ControllerSurvey(start.Compilation, names, shipped, hubs: true);
            start.RegisterSymbolAction(symbol => AnalyzeType(symbol, shipped, names, everywhere, controllers, hubs), SymbolKind.NamedType);
            start.RegisterSyntaxNodeAction(node => AnalyzeMap(node, shipped, everywhere), SyntaxKind.InvocationExpression);
        });
    }

    private static void AnalyzeType(SymbolAnalysisContext context, ShippedCode shipped, ApiNames names, Lazy<bool> everywhere, ControllerSurvey controllers, ControllerSurvey hubs)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var isHub = ControllerRoutes.IsHub(type, names);
        if (!isHub && !ControllerRoutes.IsController(type, names))
            return;
        if (RouteAttributes.GuardsType(type) != false || RouteAttributes.Opens(type) || RouteAttributes.LooksFirst(type) || everywhere.Value || !shipped.Contains(type.DeclaringSyntaxReferences[0].SyntaxTree))
            return;
        var routes = ControllerRoutes.Of(type, isHub);
        foreach (var (open, guarded, count) in RouteFamily.Forgotten(routes))
            context.ReportDiagnostic(Finding(open.Place, guarded.Name, guarded.Place, $"'{guarded.Name}'", count, open.Name));
        if (routes.Exists(static r => r.IsGuarded) || AnonymousPurpose.IsFront(type.Name) || !routes.Exists(static r => r.Changes && !r.IsMeant) || routes.Exists(static r => r.Changes && r.IsMeant))
            return;
        if ((isHub ? hubs : controllers).Custom(type) is var (peer, peers))
            context.ReportDiagnostic(Finding(type.Locations[0], peer.Name, peer.Locations[0], $"'{peer.Name}'", peers, type.Name));
    }

    private static void AnalyzeMap(SyntaxNodeAnalysisContext context, ShippedCode shipped, Lazy<bool> everywhere)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (!MappedRoutes.IsMap(call) || MappedRoutes.ReceiverOf(call) is not { } receiver || call.FirstAncestorOrSelf<SyntaxNode>(static n => n is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or CompilationUnitSyntax) is not { } body)
            return;
        var place = call.ArgumentList.Arguments[0].Expression.GetLocation();
        foreach (var (open, guarded, count) in RouteFamily.Forgotten(MappedRoutes.In(body, receiver, context.SemanticModel, context.CancellationToken)))
        {
            if (open.Place == place && shipped.Contains(call.SyntaxTree) && !everywhere.Value)
                context.ReportDiagnostic(Finding(place, guarded.Name, guarded.Place, $"'{guarded.Name}'", count, open.Name));
        }
    }

    private static Diagnostic Finding(Location place, string peer, Location peerPlace, string shown, int count, string name) => Report.Finding(
        Descriptors.GB8006_AnonymousByDefault, place, new Claim(peer, peerPlace),
        Evidence.At("nothing asks who calls: no attribute, no policy, no code", place), name, count == 1 ? shown : $"{shown} and {count - 1} more");
}
