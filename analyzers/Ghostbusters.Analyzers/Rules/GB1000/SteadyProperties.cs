using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>
/// Properties that answer the same when they are read twice in one expression. That a subject's own property does, is a promise that a
/// test may check; of what is stored, and of what a library keeps, there is nothing to check.
/// </summary>
internal static class SteadyProperties
{
    // They run on by themselves, or answer from somewhere else.
    private static readonly HashSet<string> Moving = new(StringComparer.Ordinal)
    {
        "DateTime", "DateTimeOffset", "Stopwatch", "TimeProvider", "Random", "Lazy", "ThreadLocal", "AsyncLocal", "Environment", "Process", "Thread", "GC", "Meter", "PeriodicTimer",
    };

    /// <param name="property">The property that is read twice.</param>
    /// <param name="tests">The compilation of the tests.</param>
    public static bool IsSteady(IPropertySymbol property, Compilation tests)
    {
        if (property.IsIndexer)
            return false;
        if (property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, property)))
            return IsFinal(property);
        if (property.Name == "Length" && property.ContainingType.SpecialType is SpecialType.System_String or SpecialType.System_Array)
            return true;
        return property.DeclaringSyntaxReferences.IsEmpty ? IsOfLibrary(property, tests) : IsFinal(property) && property.DeclaringSyntaxReferences.All(static r => OnlyReads(r.GetSyntax()));
    }

    private static bool IsFinal(IPropertySymbol property) => !property.IsVirtual && !property.IsAbstract && (!property.IsOverride || property.ContainingType.IsSealed);

    // No friend of the tests and not of their family by name: another's, which they do not test.
    private static bool IsOfLibrary(IPropertySymbol property, Compilation tests) => !property.IsStatic && !Moving.Contains(property.ContainingType.Name)
        && property.ContainingAssembly is { } assembly && !assembly.GivesAccessTo(tests.Assembly) && Family(assembly.Name) != Family(tests.AssemblyName);

    private static string Family(string? assembly) => assembly is null ? string.Empty : assembly.Split('.')[0];

    // `=> _items.Count`, `=> Volatile.Read(ref _hits)`: no call that may answer otherwise, nothing that is made or changed.
    private static bool OnlyReads(SyntaxNode declaration)
    {
        if (declaration is not PropertyDeclarationSyntax property)
            return false; // A record's parameter has a field, and was told above.
        var getter = (SyntaxNode?)property.ExpressionBody ?? property.AccessorList?.Accessors.FirstOrDefault(static a => a.IsKind(SyntaxKind.GetAccessorDeclaration));
        return getter is not null && getter.DescendantNodes().All(static n => n switch
        {
            InvocationExpressionSyntax call => call.Expression.ToString() is "Volatile.Read" or "Interlocked.Read",
            AssignmentExpressionSyntax or BaseObjectCreationExpressionSyntax or AwaitExpressionSyntax => false,
            PostfixUnaryExpressionSyntax step => step.IsKind(SyntaxKind.SuppressNullableWarningExpression),
            PrefixUnaryExpressionSyntax step => !step.IsKind(SyntaxKind.PreIncrementExpression) && !step.IsKind(SyntaxKind.PreDecrementExpression),
            MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var type } } => !Moving.Contains(type),
            _ => true,
        });
    }
}
