using Ghostbusters.Analyzers.Rules.GB8100;
using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>What a body names: members of its own program, sources, sinks.</summary>
/// <param name="Mentions">Every name in it that may be a member's.</param>
/// <param name="Sinks">The kinds of sinks in it.</param>
/// <param name="Sources">The kinds of sources in it.</param>
internal sealed record BodyFacts(string[] Mentions, SinkKinds Sinks, SourceKinds Sources)
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
        ConstructorDeclarationSyntax constructor => Making + constructor.Identifier.ValueText,
        AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
        ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
        _ => null,
    };

    // A type's name calls its constructors, and no method that happens to be called like it.
    private const string Making = "new ";

    private static IEnumerable<string> MentionedBy(SimpleNameSyntax name)
    {
        var isType = SyntaxFacts.IsInTypeOnlyContext(name);
        if (!isType)
            yield return name.Identifier.ValueText;
        if (isType || name.Parent is MemberAccessExpressionSyntax { Expression: var owner } && owner == name)
            yield return Making + name.Identifier.ValueText;
    }

    /// <summary>The names in a body that may be a member's, each as <see cref="Mentions"/> and <see cref="NameOf"/> have it.</summary>
    public static IEnumerable<(string Key, SimpleNameSyntax Name)> NamesIn(SyntaxNode body) =>
        NodesOf(body).OfType<SimpleNameSyntax>().SelectMany(static name => MentionedBy(name).Select(key => (key, name)));

    /// <summary>Reads a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="file">The model of its file.</param>
    /// <param name="code">The code that it is a part of.</param>
    /// <param name="models">What library members do.</param>
    /// <param name="cancellation">Ends it.</param>
    public static BodyFacts Of(SyntaxNode body, SemanticModel file, AnalysedCode code, TaintModels models, CancellationToken cancellation)
    {
        var mentions = new HashSet<string>(StringComparer.Ordinal);
        var sinks = SinkKinds.None;
        var sources = SourceKinds.None;
        foreach (var node in NodesOf(body))
        {
            if (node is ArrayCreationExpressionSyntax array && TakesAsMuchAsAsked(array))
                sinks |= SinkKinds.Resource;
            if (node is SimpleNameSyntax named)
                mentions.UnionWith(MentionedBy(named));
            if (IsTelling(node, models))
                Look(node, file, code, models, ref sinks, ref sources, cancellation);
        }

        return new BodyFacts([.. mentions], sinks, sources);
    }

    private static IEnumerable<SyntaxNode> NodesOf(SyntaxNode body) => body is CompilationUnitSyntax unit
        ? unit.Members.OfType<GlobalStatementSyntax>().Where(static g => g.Statement is not LocalFunctionStatementSyntax).SelectMany(static g => g.DescendantNodes(IsRead))
        : body.DescendantNodes(IsRead);

    private static bool IsRead(SyntaxNode node) => node is not (AttributeListSyntax or ParameterListSyntax);

    // Whether a model may have something to say of it. To bind it is what costs.
    private static bool IsTelling(SyntaxNode node, TaintModels models) => node switch
    {
        SimpleNameSyntax simple => CreationOf(simple) is not null ? models.NamesMade(simple.Identifier.ValueText) : models.NamesMember(simple.Identifier.ValueText) && !SyntaxFacts.IsInTypeOnlyContext(simple),
        ElementAccessExpressionSyntax or ElementBindingExpressionSyntax => true,
        ImplicitObjectCreationExpressionSyntax or ConstructorInitializerSyntax { RawKind: (int)SyntaxKind.BaseConstructorInitializer } => true,
        _ => false,
    };

    private static void Look(SyntaxNode node, SemanticModel file, AnalysedCode code, TaintModels models, ref SinkKinds sinks, ref SourceKinds sources, CancellationToken cancellation)
    {
        var place = node is SimpleNameSyntax && CreationOf(node) is { } creation ? creation : node;
        var symbol = Calls.InfoOf(file, place, cancellation).Symbol;
        if (symbol is null or INamedTypeSymbol { TypeKind: TypeKind.Error } or INamespaceSymbol)
        {
            // It does not bind: the name has to do.
            if (symbol is not INamespaceSymbol && node is SimpleNameSyntax { Identifier.ValueText: var name })
            {
                foreach (var possible in models.Named(name, code.UsingsOf(node.SyntaxTree)))
                {
                    sinks |= possible.Sinks.Aggregate(SinkKinds.None, static (all, s) => all | s.Kinds);
                    sources |= possible.Source;
                }
            }

            return;
        }

        if (symbol is ITypeSymbol or ILocalSymbol or IParameterSymbol or IRangeVariableSymbol || code.ModelOf(models, symbol) is not { } model)
        {
            if (symbol is IMethodSymbol delegateTaker)
                sources |= models.SourceOfDelegate(MemberTarget.Of(delegateTaker));
            return;
        }

        var harmful = model.Sinks.Aggregate(SinkKinds.None, static (all, s) => all | s.Kinds);
        sinks |= (harmful & SinkKinds.Resource) != 0 && SizeLimits.AreKept((SyntaxNode?)Calls.CallOf(place) ?? place) ? harmful & ~SinkKinds.Resource : harmful;
        sources |= model.Source;
    }

    // `new[] { a, b }`, `new byte[16]`, `new string[names.Length]`: no more than what stands there or is there already.
    private static bool TakesAsMuchAsAsked(ArrayCreationExpressionSyntax array) =>
        array.Type.RankSpecifiers.SelectMany(static r => r.Sizes).Any(static size => size is not (OmittedArraySizeExpressionSyntax or LiteralExpressionSyntax)) && !SizeLimits.AreKept(array);

    /// <summary>The expression that makes an object of the type of this name; null where the name stands elsewhere.</summary>
    public static SyntaxNode? CreationOf(SyntaxNode name)
    {
        var node = name.Parent is QualifiedNameSyntax qualified && qualified.Right == name ? qualified : name;
        return node.Parent is ObjectCreationExpressionSyntax creation && creation.Type == node ? creation : null;
    }

    /// <summary>Whether it is a body, or a member that has one.</summary>
    public static bool IsBody(SyntaxNode node) => node is BaseMethodDeclarationSyntax { Body: not null } or BaseMethodDeclarationSyntax { ExpressionBody: not null }
        or AccessorDeclarationSyntax { Body: not null } or AccessorDeclarationSyntax { ExpressionBody: not null }
        or ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax };
}
