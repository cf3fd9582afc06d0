using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>What a body names: members of its own program, sources, sinks.</summary>
/// <param name="Mentions">Every identifier in it.</param>
/// <param name="Sinks">The kinds of sinks in it.</param>
/// <param name="HasSource">Whether a source is in it.</param>
internal sealed record BodyFacts(HashSet<string> Mentions, SinkKinds Sinks, bool HasSource)
{
    /// <summary>The bodies of a file.</summary>
    public static IEnumerable<SyntaxNode> BodiesIn(SyntaxNode root)
    {
        if (root is CompilationUnitSyntax unit && unit.Members.OfType<GlobalStatementSyntax>().Any())
        {
            yield return unit;
            foreach (var local in unit.Members.OfType<GlobalStatementSyntax>().Select(static g => g.Statement).OfType<LocalFunctionStatementSyntax>())
                yield return local;
        }

        foreach (var node in root.DescendantNodes(static n => n is CompilationUnitSyntax or MemberDeclarationSyntax or AccessorListSyntax or AccessorDeclarationSyntax))
        {
            if (IsBody(node))
                yield return node;
        }
    }

    /// <summary>The name by which others call it; null for operators and the like.</summary>
    public static string? NameOf(SyntaxNode body) => body switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax local => local.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
        ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
        _ => null,
    };

    /// <summary>Reads a body.</summary>
    public static BodyFacts Of(SyntaxNode body, AnalysedCode code, TaintModels models, CancellationToken cancellation)
    {
        var mentions = new HashSet<string>(StringComparer.Ordinal);
        var sinks = SinkKinds.None;
        var hasSource = false;
        foreach (var node in body is CompilationUnitSyntax unit ? unit.Members.OfType<GlobalStatementSyntax>().Where(static g => g.Statement is not LocalFunctionStatementSyntax).SelectMany(static g => g.DescendantNodes()) : body.DescendantNodes())
        {
            if (node is ArrayCreationExpressionSyntax)
                sinks |= SinkKinds.Resource;
            if (node is SimpleNameSyntax named)
                mentions.Add(named.Identifier.ValueText);
            if (NameIn(node) is { } name && (models.NamesSink(name) || models.NamesSource(name)))
                Look(node, name, code, models, ref sinks, ref hasSource, cancellation);
        }

        return new BodyFacts(mentions, sinks, hasSource);
    }

    // The name that a model may have, where the node calls, makes or reads something.
    private static string? NameIn(SyntaxNode node) => node switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        ElementAccessExpressionSyntax or ElementBindingExpressionSyntax => "Item",
        ImplicitObjectCreationExpressionSyntax => ".ctor",
        _ => null,
    };

    private static void Look(SyntaxNode node, string name, AnalysedCode code, TaintModels models, ref SinkKinds sinks, ref bool hasSource, CancellationToken cancellation)
    {
        var place = node is SimpleNameSyntax && CreationOf(node) is { } creation ? creation : node;
        var symbol = code.SymbolAt(place, cancellation);
        if (symbol is null or INamedTypeSymbol { TypeKind: TypeKind.Error } or INamespaceSymbol)
        {
            // It does not bind: the name has to do.
            if (symbol is not INamespaceSymbol && node is SimpleNameSyntax)
            {
                foreach (var possible in models.Named(name, code.UsingsOf(node.SyntaxTree)))
                {
                    sinks |= possible.Sinks.Aggregate(SinkKinds.None, static (all, s) => all | s.Kinds);
                    hasSource |= possible.Source != SourceKinds.None;
                }
            }

            return;
        }

        if (symbol is ITypeSymbol or ILocalSymbol or IParameterSymbol or IRangeVariableSymbol || code.ModelOf(models, symbol) is not { } model)
        {
            hasSource |= symbol is IMethodSymbol delegateTaker && models.SourceOfDelegate(MemberTarget.Of(delegateTaker)) != SourceKinds.None;
            return;
        }

        sinks |= model.Sinks.Aggregate(SinkKinds.None, static (all, s) => all | s.Kinds);
        hasSource |= model.Source != SourceKinds.None;
    }

    private static SyntaxNode? CreationOf(SyntaxNode name)
    {
        var node = name.Parent is QualifiedNameSyntax qualified && qualified.Right == name ? qualified : name;
        return node.Parent is ObjectCreationExpressionSyntax creation && creation.Type == node ? creation : null;
    }

    private static bool IsBody(SyntaxNode node) => node is BaseMethodDeclarationSyntax { Body: not null } or BaseMethodDeclarationSyntax { ExpressionBody: not null }
        or AccessorDeclarationSyntax { Body: not null } or AccessorDeclarationSyntax { ExpressionBody: not null }
        or ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax };
}
