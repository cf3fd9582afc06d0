using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Symbols;

/// <summary>The namespaces in which names are looked up, as they are written: also those of assemblies that were not found.</summary>
internal sealed class Imports(Compilation compilation)
{
    private readonly ConcurrentDictionary<SyntaxTree, FileImports> _files = new();
    private readonly Lazy<HashSet<string>> _global = new(() => Names(compilation.SyntaxTrees.SelectMany(UsingsOf).Where(static u => !u.GlobalKeyword.IsKind(SyntaxKind.None))));
    private readonly Lazy<HashSet<string>> _anywhere = new(() => Names(compilation.SyntaxTrees.SelectMany(UsingsOf)));

    /// <summary>Whether a type of the namespace can be named without it in the file.</summary>
    public bool Reach(SyntaxTree file, string space) => Of(file).Namespaces.Contains(space) || _global.Value.Contains(space) || IsExcerpt(file);

    /// <summary>Whether some file of the compilation can, for types that come from a declaration in another file.</summary>
    public bool ReachAnywhere(SyntaxTree file, string space) => Reach(file, space) || _anywhere.Value.Contains(space);

    /// <summary>Whether the file knows of the library: of a namespace with the same first two words.</summary>
    public bool ReachLibrary(SyntaxTree file, string space)
    {
        var library = string.Join(".", space.Split('.').Take(2));
        return IsExcerpt(file) || Of(file).Namespaces.Concat(_global.Value).Any(n => n == library || n.StartsWith(library + ".", StringComparison.Ordinal));
    }

    // Code that was cut out of a file has lost its imports: nothing says then which library a name is of, and it may be of any.
    private bool IsExcerpt(SyntaxTree file) => !Of(file).HasUsings && _global.Value.All(static n => n.StartsWith("System", StringComparison.Ordinal));

    /// <summary>What an alias of the file stands for; null where the name is none.</summary>
    public string? AliasOf(SyntaxTree file, string name) => Of(file).Aliases.TryGetValue(name, out var target) ? target : null;

    private FileImports Of(SyntaxTree file) => _files.GetOrAdd(file, static tree =>
    {
        var usings = UsingsOf(tree).ToList();
        var namespaces = Names(usings);
        foreach (var declared in ((CompilationUnitSyntax)tree.GetRoot()).Members.SelectMany(static m => m.DescendantNodesAndSelf(static n => n is BaseNamespaceDeclarationSyntax)).OfType<BaseNamespaceDeclarationSyntax>())
        {
            var name = string.Join(".", declared.AncestorsAndSelf().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(static n => n.Name.ToString()));
            for (var dot = name.Length; dot > 0; dot = name.LastIndexOf('.', dot - 1))
                namespaces.Add(name.Substring(0, dot));
        }

        var aliases = usings.Where(static u => u.Alias is not null).GroupBy(static u => u.Alias!.Name.Identifier.ValueText).ToDictionary(static g => g.Key, static g => TextOf(g.First()), StringComparer.Ordinal);
        return new FileImports(namespaces, aliases, usings.Count > 0);
    });

    private static IEnumerable<UsingDirectiveSyntax> UsingsOf(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes(static n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>();

    private static HashSet<string> Names(IEnumerable<UsingDirectiveSyntax> usings) =>
        new(usings.Where(static u => u.Alias is null && u.StaticKeyword.IsKind(SyntaxKind.None)).Select(TextOf), StringComparer.Ordinal);

    private static string TextOf(UsingDirectiveSyntax directive)
    {
        var text = directive.NamespaceOrType.ToString();
        return text.StartsWith("global::", StringComparison.Ordinal) ? text.Substring(8) : text;
    }

    private sealed record FileImports(HashSet<string> Namespaces, Dictionary<string, string> Aliases, bool HasUsings);
}
