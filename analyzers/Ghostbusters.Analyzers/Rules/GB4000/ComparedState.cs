using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>What the values of a type hold, by which two of them can differ.</summary>
internal static class ComparedState
{
    private static readonly string[] Instances = ["Instance", "Default", "Value", "Shared", "Singleton", "Empty", "None"];

    /// <summary>Whether two values of the type can differ in what they hold.</summary>
    public static bool IsIn(ITypeSymbol type) => Flow.TypeFacts.WithoutNullable(type) switch
    {
        { SpecialType: SpecialType.System_Object } or ITypeParameterSymbol or IErrorTypeSymbol or null => false,
        INamedTypeSymbol { TypeKind: TypeKind.Enum } => true,
        INamedTypeSymbol { TypeKind: TypeKind.Interface } contract => contract.GetMembers().Concat(contract.AllInterfaces.SelectMany(static i => i.GetMembers())).Any(static m => m is IPropertySymbol),
        INamedTypeSymbol named when named.DeclaringSyntaxReferences.IsEmpty => named.SpecialType is not SpecialType.None || named.GetMembers().Any(static m => m is IPropertySymbol { IsStatic: false }),
        INamedTypeSymbol { IsRecord: false } named => Holds(named) && !IsSingleton(named),
        INamedTypeSymbol record => Holds(record),
        _ => true,
    };

    /// <summary>Whether a hash could be made: some state never changes, and equality is that of whole members.</summary>
    public static bool CouldBeHashed(BaseMethodDeclarationSyntax member, ITypeSymbol type) =>
        !member.DescendantTrivia().Any(static t => t.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia)
        && HoldsFixed(type) && member.Parent is TypeDeclarationSyntax declaring && IsExact(declaring);

    private static bool Holds(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? t = type; t is { SpecialType: SpecialType.None }; t = t.BaseType)
        {
            if (t.GetMembers().OfType<IFieldSymbol>().Any(IsData))
                return true;
        }

        return false;
    }

    // Locks, loggers, services and callbacks are what a value works with, not what it is.
    private static bool IsData(IFieldSymbol field) =>
        !field.IsStatic && !field.IsConst && field.Type.TypeKind is not (TypeKind.Delegate or TypeKind.Error) && field.Type.SpecialType != SpecialType.System_Object
        && field.Type.Name is not ("Lazy" or "Lock" or "SemaphoreSlim" or "ConditionalWeakTable")
        && !(field.Type is INamedTypeSymbol { TypeKind: TypeKind.Interface } contract && contract.AllInterfaces.Concat([contract]).All(static i => i.SpecialType != SpecialType.System_Collections_IEnumerable));

    private static bool HoldsFixed(ITypeSymbol type) => Flow.TypeFacts.WithoutNullable(type) is not INamedTypeSymbol named || named.DeclaringSyntaxReferences.IsEmpty
        || named.GetMembers().Any(static m => m is IFieldSymbol { IsStatic: false, IsConst: false } field && IsData(field)
            && (field.IsReadOnly || field.AssociatedSymbol is IPropertySymbol { SetMethod: null or { IsInitOnly: true } }));

    // Where nearness, a part or either of two members decides, only a constant fits all that are equal.
    private static bool IsExact(TypeDeclarationSyntax type)
    {
        var bodies = type.Members.OfType<MethodDeclarationSyntax>().Where(static m => m.Identifier.ValueText == "Equals").ToList();
        return bodies.Count > 0 && bodies.SelectMany(static b => b.DescendantNodes()).All(static n => n switch
        {
            InvocationExpressionSyntax call => call.Expression switch
            {
                MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText is "Equals" or "ReferenceEquals" or "GetType",
                IdentifierNameSyntax name => name.Identifier.ValueText is "Equals" or "ReferenceEquals" or "GetType",
                _ => false,
            },
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } either => either.Left.ToString().Contains("null") || either.Left.ToString().Contains("ReferenceEquals"),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression or (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.LessThanOrEqualExpression or (int)SyntaxKind.GreaterThanOrEqualExpression } => false,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "OrdinalIgnoreCase" or "InvariantCultureIgnoreCase" } => true,
            _ => true,
        });
    }

    private static bool IsSingleton(INamedTypeSymbol type) =>
        type.InstanceConstructors.All(static c => c.DeclaredAccessibility == Accessibility.Private)
        && type.GetMembers().Any(m => m.IsStatic && Instances.Contains(m.Name) && m is IFieldSymbol or IPropertySymbol);
}
