using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB5000;

/// <summary>GB5003: a type, member or overload that does not exist, explained with the nearest real one.</summary>
/// <remarks>
/// Implementation note: code that binds has no invalid operation and no error type, so on clean code nothing here runs
/// but one look at the type of each declaration; the compiler's diagnostics are not asked for, which would bind all twice.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PhantomMember : DiagnosticAnalyzer
{
    private const string UnresolvedOption = "ghostbusters_unresolved_references";
    private const string GeneratorsOption = "ghostbusters_generators";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB5003_PhantomMember];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var options = start.Options.AnalyzerConfigOptionsProvider.GlobalOptions;
            var search = new PhantomSearch(
                start.Compilation, new KnownTypes(IsSet(options, GeneratorsOption)), new ReferenceState(start.Compilation, IsSet(options, UnresolvedOption)));
            start.RegisterOperationAction(c => AnalyzeInvalid(c, search), OperationKind.Invalid);
            start.RegisterOperationAction(c => AnalyzeLocal(c, search), OperationKind.VariableDeclarator);
            start.RegisterSyntaxNodeAction(c => AnalyzeDeclared(c, search),
                SyntaxKind.Parameter, SyntaxKind.FieldDeclaration, SyntaxKind.PropertyDeclaration, SyntaxKind.MethodDeclaration, SyntaxKind.SimpleBaseType);
        });
    }

    private static bool IsSet(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue(name, out var value) && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    private static void AnalyzeInvalid(OperationAnalysisContext context, PhantomSearch search)
    {
        // The call of a member that is not there is invalid, and so is its access: the outermost speaks.
        if (UnboundName.Of(context.Operation.Syntax) is not { } name || context.Operation.SemanticModel is not { } model
            || InvalidParents(context.Operation).Any(parent => UnboundName.Of(parent.Syntax)?.Name == name.Name))
            return;
        Report(search.Explain(name, model, context.CancellationToken), model.Compilation, context.ReportDiagnostic);
    }

    private static IEnumerable<IOperation> InvalidParents(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent.Kind == OperationKind.Invalid)
                yield return parent;
        }
    }

    private static void AnalyzeLocal(OperationAnalysisContext context, PhantomSearch search)
    {
        if (context.Operation is IVariableDeclaratorOperation { Symbol.Type: var type } && HasError(type)
            && context.Operation.Syntax.Parent is VariableDeclarationSyntax declaration && search.MayExplain(declaration.Type) && context.Operation.SemanticModel is { } model)
            AnalyzeType(declaration.Type, model, search, context.ReportDiagnostic, context.CancellationToken);
    }

    private static void AnalyzeDeclared(SyntaxNodeAnalysisContext context, PhantomSearch search)
    {
        var type = context.Node switch
        {
            ParameterSyntax parameter => parameter.Type,
            FieldDeclarationSyntax field => field.Declaration.Type,
            PropertyDeclarationSyntax property => property.Type,
            MethodDeclarationSyntax method => method.ReturnType,
            SimpleBaseTypeSyntax b => b.Type,
            _ => null,
        };
        if (type is not null and not PredefinedTypeSyntax && MayHaveError(context.Node, context.ContainingSymbol) && search.MayExplain(type) && context.SemanticModel.GetTypeInfo(type, context.CancellationToken).Type is { } bound && HasError(bound))
            AnalyzeType(type, context.SemanticModel, search, context.ReportDiagnostic, context.CancellationToken);
    }

    // The symbol knows its types already; to ask the model about the syntax binds each once more.
    private static bool MayHaveError(SyntaxNode node, ISymbol? declared) => (node, declared) switch
    {
        (ParameterSyntax { Parent.Parent: BaseMethodDeclarationSyntax }, IMethodSymbol method) => method.Parameters.Any(static p => HasError(p.Type)),
        (MethodDeclarationSyntax, IMethodSymbol method) => HasError(method.ReturnType),
        (PropertyDeclarationSyntax, IPropertySymbol property) => HasError(property.Type),
        (FieldDeclarationSyntax, IFieldSymbol field) => HasError(field.Type),
        (SimpleBaseTypeSyntax, INamedTypeSymbol type) => (type.BaseType is { } parent && HasError(parent)) || type.Interfaces.Any(HasError),
        _ => true,
    };

    private static bool HasError(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } => true,
        IArrayTypeSymbol array => HasError(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(HasError),
        _ => false,
    };

    private static void AnalyzeType(TypeSyntax type, SemanticModel model, PhantomSearch search, Action<Diagnostic> report, CancellationToken cancellation)
    {
        foreach (var name in type.DescendantNodesAndSelf().OfType<SimpleNameSyntax>())
        {
            if (!name.IsVar && model.GetSymbolInfo(name, cancellation) is { Symbol: null, CandidateSymbols.IsEmpty: true })
                Report(search.Explain(UnboundName.OfType(name), model, cancellation), model.Compilation, report);
        }
    }

    private static void Report(Explanation? phantom, Compilation compilation, Action<Diagnostic> report)
    {
        if (phantom is null)
            return;
        var location = phantom.Name.Identifier.GetLocation();
        // A project that is referenced as source is not part of this compilation: a finding may not point into it.
        var real = phantom.Real?.Locations.FirstOrDefault(l => l.SourceTree is { } tree && compilation.ContainsSyntaxTree(tree));
        report(Findings.Report.Finding(
            Descriptors.GB5003_PhantomMember, location,
            new Claim(phantom.Name.Identifier.ValueText, location),
            real is null ? Evidence.At(phantom.Reality) : Evidence.At(phantom.Reality, real),
            phantom.What, phantom.Reality, phantom.Remedy));
    }
}
