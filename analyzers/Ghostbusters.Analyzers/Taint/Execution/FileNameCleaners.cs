using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>Methods that take out of a name what no file's name may hold, in whichever way they do it.</summary>
internal static class FileNameCleaners
{
    /// <summary>Whether a method makes a text of one text, and looks at the characters that separate folders.</summary>
    public static bool Is(IMethodSymbol method, CancellationToken cancellation) =>
        method.Parameters.Count(static p => p.Type.SpecialType == SpecialType.System_String) == 1
        && method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is { } body
        && body.DescendantNodes().OfType<IdentifierNameSyntax>().Select(static i => i.Identifier.ValueText).Distinct()
            .Any(name => name == nameof(Path.GetInvalidFileNameChars) || IsTable(method.ContainingType, name, cancellation));

    // `private static readonly char[] Invalid = [':', '*', '/', '\\']`; the two that separate folders alone are what a path is split at.
    private static bool IsTable(INamedTypeSymbol type, string name, CancellationToken cancellation)
    {
        if (type.GetMembers(name).OfType<IFieldSymbol>().FirstOrDefault()?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not { } declared)
            return false;
        var characters = declared.DescendantNodes().OfType<LiteralExpressionSyntax>().Where(static l => l.IsKind(SyntaxKind.CharacterLiteralExpression)).Select(static l => l.Token.ValueText).ToList();
        return (characters.Contains("/") && characters.Contains("\\") && characters.Contains("*"))
            || declared.DescendantNodes().OfType<IdentifierNameSyntax>().Any(static i => i.Identifier.ValueText == nameof(Path.GetInvalidFileNameChars));
    }
}
