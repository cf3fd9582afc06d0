using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>Which bodies a name may run.</summary>
internal static class Calls
{
    /// <summary>What a name binds to; null among them stands for what nobody knows.</summary>
    public static IEnumerable<ISymbol?> SymbolsAt(SemanticModel file, SimpleNameSyntax name, CancellationToken cancellation)
    {
        var info = InfoOf(file, (SyntaxNode?)BodyFacts.CreationOf(name) ?? name, cancellation);
        return info.Symbol is { } symbol ? new ISymbol?[] { symbol } : info.CandidateSymbols.IsEmpty ? new ISymbol?[] { null } : info.CandidateSymbols;
    }

    /// <summary>
    /// What a node binds to. A name that is called is asked by its call: the compiler keeps what that binds to, and would have to
    /// bind the bare name once more.
    /// </summary>
    public static SymbolInfo InfoOf(SemanticModel file, SyntaxNode node, CancellationToken cancellation)
    {
        if (CallOf(node) is { } call && file.GetSymbolInfo(call, cancellation) is { Symbol: IMethodSymbol { MethodKind: not MethodKind.DelegateInvoke } } called)
            return called;
        return file.GetSymbolInfo(node, cancellation);
    }

    /// <summary>The call whose method a name is; null where it is none.</summary>
    public static InvocationExpressionSyntax? CallOf(SyntaxNode name)
    {
        var called = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        if (name.Parent is MemberBindingExpressionSyntax binding)
            called = binding;
        return called.Parent is InvocationExpressionSyntax call && call.Expression == called ? call : null;
    }

    /// <summary>Whether a member that is named, or one that takes its place where it is virtual, is this one.</summary>
    /// <param name="code">The code.</param>
    /// <param name="named">What a name binds to; null where nobody knows.</param>
    /// <param name="method">The method or accessor, whose name it is.</param>
    public static bool MayRun(AnalysedCode code, ISymbol? named, IMethodSymbol method)
    {
        // A type that is named without being made: where it is handed on, somebody else may make one.
        if (named is null or INamedTypeSymbol { TypeKind: TypeKind.Error } or IDynamicTypeSymbol)
            return true;
        if (named is INamedTypeSymbol type)
            return method.MethodKind == MethodKind.Constructor && IsSame(type, method.ContainingType);
        if (named is not (IMethodSymbol or IPropertySymbol))
            return false;
        var member = Member(named);
        var own = Member(method.AssociatedSymbol is IPropertySymbol property ? property : method);
        if (IsSame(member, own))
            return true;
        if (member.ContainingType is not { } owner || own.ContainingType is not { } runs)
            return false;
        if (owner.TypeKind == TypeKind.Interface)
            return Implements(runs, owner) || code.DerivedFrom(runs).Any(t => Implements(t, owner));
        // The members of an extension block have two symbols, of which either may be meant.
        return owner.Name.Length == 0 || runs.Name.Length == 0 || ((member.IsAbstract || member.IsVirtual || member.IsOverride) && Overrides(own, member));
    }

    private static ISymbol Member(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { AssociatedSymbol: IPropertySymbol property } => property.OriginalDefinition,
        IMethodSymbol method => (method.ReducedFrom ?? method).OriginalDefinition is var declared ? declared.PartialDefinitionPart ?? declared : method,
        _ => symbol.OriginalDefinition,
    };

    private static bool IsSame(ISymbol a, ISymbol b) => SymbolEqualityComparer.Default.Equals(a.OriginalDefinition, b.OriginalDefinition);

    private static bool Implements(INamedTypeSymbol type, INamedTypeSymbol contract) => type.AllInterfaces.Any(i => IsSame(i, contract));

    private static bool Overrides(ISymbol own, ISymbol member)
    {
        for (var overridden = OverriddenBy(own); overridden is not null; overridden = OverriddenBy(overridden))
        {
            if (IsSame(overridden, member))
                return true;
        }

        return false;
    }

    private static ISymbol? OverriddenBy(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };
}
