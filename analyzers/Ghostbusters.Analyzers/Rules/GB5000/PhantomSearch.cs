using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB5000;

/// <summary>Tells what a name that does not bind should have been, or that it is not known well enough to say.</summary>
internal sealed class PhantomSearch(Compilation compilation, KnownTypes types, ReferenceState references)
{
    private readonly TypeSearch _search = new(compilation);
    private readonly ConcurrentDictionary<SyntaxTree, ImmutableArray<string>> _inactive = new();

    /// <summary>Whether anything in a type that does not bind could be explained: where references are missing, only what a known type holds.</summary>
    public bool MayExplain(TypeSyntax type) =>
        !references.IsUnresolved(type.SyntaxTree) || type.DescendantNodesAndSelf().Any(static n => n is QualifiedNameSyntax);

    /// <summary>The explanation of a phantom; null where the name may well exist.</summary>
    public Explanation? Explain(UnboundName name, SemanticModel model, CancellationToken cancellation)
    {
        if (name.Text is "" or "InitializeComponent")
            return null;
        var place = new PhantomPlace(name, model, references.IsUnresolved(model.SyntaxTree), cancellation);
        // Where references are missing most names do not bind, and only a type that is known can be asked about one.
        if ((place.LacksReferences && (name is { Receiver: null, IsInitialized: false, Use: not BaseObjectCreationExpressionSyntax } || MayBeExtension(name))) || MentionedInInactiveCode(name, cancellation))
            return null;

        var info = model.GetSymbolInfo(name.Use is BaseObjectCreationExpressionSyntax ? name.Use : name.Name, cancellation);
        if (info.Symbol is not null && info.Symbol.Kind != SymbolKind.ErrorType)
            return null;
        if (info.CandidateReason == CandidateReason.OverloadResolutionFailure)
            return new PhantomOverload(types, place).Explain(info.CandidateSymbols);
        if (!info.CandidateSymbols.IsEmpty || (name.Use is BaseObjectCreationExpressionSyntax && !model.GetSymbolInfo(name.Name, cancellation).CandidateSymbols.IsEmpty))
            return null;
        if (name.IsInitialized)
            return model.GetTypeInfo(name.Name.Parent!.Parent!.Parent!, cancellation).Type is { } created ? Member(place, created, isStatic: false) : null;
        if (name.Receiver is null)
            return new PhantomBareName(types, _search, place).Explain();
        return model.GetSymbolInfo(name.Receiver, cancellation).Symbol switch
        {
            INamespaceSymbol space => new PhantomBareName(types, _search, place).ExplainIn(space),
            INamedTypeSymbol type => Member(place, type, isStatic: true),
            _ => model.GetTypeInfo(name.Receiver, cancellation).Type is { } type ? Member(place, ReceiverOf(name, type), isStatic: false) : null,
        };
    }

    // By syntax, before anything is bound: a call on a value, in Pascal case, may mean an extension method that nobody sees here.
    private static bool MayBeExtension(UnboundName name) =>
        name is { IsCalled: true, Receiver: { } receiver } && !char.IsLower(name.Text[0]) && !MayBeType(receiver);

    private static bool MayBeType(ExpressionSyntax receiver) => receiver switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText is { Length: > 0 } text && char.IsUpper(text[0]),
        MemberAccessExpressionSyntax access => MayBeType(access.Name) && MayBeType(access.Expression),
        PredefinedTypeSyntax or AliasQualifiedNameSyntax or QualifiedNameSyntax => true,
        _ => false,
    };

    private Explanation? Member(PhantomPlace place, ITypeSymbol type, bool isStatic) =>
        types.IsWhole(type) ? new PhantomTypeMember(_search, place, type, isStatic).Explain() : null;

    // x?.Name looks into the value of a nullable.
    private static ITypeSymbol ReceiverOf(UnboundName name, ITypeSymbol type) =>
        name.Name.Parent is MemberBindingExpressionSyntax && type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0] : type;

    // Another configuration of this file has the name: it may be declared there.
    private bool MentionedInInactiveCode(UnboundName name, CancellationToken cancellation) =>
        _inactive.GetOrAdd(name.Name.SyntaxTree, tree => InactiveCode(tree.GetRoot(cancellation))).Any(text => text.Contains(name.Text));

    private static ImmutableArray<string> InactiveCode(SyntaxNode root) => root.ContainsDirectives
        ? [.. root.DescendantTrivia().Where(static t => t.IsKind(SyntaxKind.DisabledTextTrivia)).Select(static t => t.ToString())]
        : [];
}

/// <summary>A name that does not bind, and what can be asked at its place.</summary>
/// <param name="Name">The name.</param>
/// <param name="Model">Of its file.</param>
/// <param name="LacksReferences">Whether the file was written against something that is missing here.</param>
/// <param name="Cancellation">Stops the search.</param>
internal sealed record PhantomPlace(UnboundName Name, SemanticModel Model, bool LacksReferences, CancellationToken Cancellation)
{
    /// <summary>Where names are looked up.</summary>
    public int Position => Name.Name.SpanStart;

    /// <summary>A symbol as it is written here.</summary>
    public string Written(ISymbol symbol) => symbol.ToMinimalDisplayString(Model, Position);
}
