using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>Properties of the source that only keep a value.</summary>
internal static class AutomaticProperties
{
    /// <summary>Whether neither accessor has a body, and somebody's backing field keeps the value.</summary>
    public static bool IsAutomatic(IPropertySymbol property) => (property.PartialImplementationPart ?? property) is var written && Keeps(written);

    private static bool Keeps(IPropertySymbol property) => !property.IsAbstract && !property.IsIndexer && (property.ContainingType.IsAnonymousType
        || property.DeclaringSyntaxReferences.IsEmpty
        || property.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() switch
        {
            PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } accessors } => accessors.Accessors.All(static a => a.Body is null && a.ExpressionBody is null),
            ParameterSyntax => true,
            AnonymousObjectMemberDeclaratorSyntax => true,
            _ => false,
        }) && property.ContainingType.TypeKind != TypeKind.Interface);
}
