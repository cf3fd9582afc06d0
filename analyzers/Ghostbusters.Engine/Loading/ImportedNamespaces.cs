using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ghostbusters.Engine.Loading;

/// <summary>Tells, where no project file names the references, from the using directives whether one is missing.</summary>
internal static class ImportedNamespaces
{
    public static bool AnyMissing(CSharpCompilation compilation, CancellationToken cancellation) => compilation.SyntaxTrees
        .SelectMany(tree => tree.GetCompilationUnitRoot(cancellation).Usings)
        .Where(static directive => directive.Alias is null && directive.StaticKeyword.IsKind(SyntaxKind.None))
        .Select(static directive => directive.Name?.ToString().Replace("global::", "", StringComparison.Ordinal) ?? "")
        .Distinct(StringComparer.Ordinal)
        .Any(name => !Exists(compilation.GlobalNamespace, name));

    private static bool Exists(INamespaceSymbol? scope, string name)
    {
        foreach (var part in name.Split('.'))
            scope = scope?.GetNamespaceMembers().FirstOrDefault(member => member.Name == part);
        return scope is not null;
    }
}
