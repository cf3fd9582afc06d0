using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>A compilation all of whose callers are known: an application, or a library of which the engine knows who uses it.</summary>
internal sealed class ClosedWorld
{
    /// <summary>The option by which the engine hands over the names that applications of the solution mention; without it, a library's callers are not known.</summary>
    public const string OutsideOption = "ghostbusters_names_outside";

    /// <summary>A word in that option: what the markup of the solution mentions is among the names.</summary>
    public const string MarkupKnown = "?markup";

    /// <summary>A word in that option: somebody uses the project in ways that cannot be seen.</summary>
    public const string IsOpenOutside = "?open";

    private static readonly string[] GeneratedEndings = [".g.cs", ".g.i.cs", ".designer.cs", ".generated.cs"];

    private readonly Compilation _compilation;
    private readonly IMethodSymbol? _start;
    private readonly string? _folder;
    private readonly HashSet<SyntaxTree> _shipped;
    private readonly Lazy<HashSet<string>> _tested;

    private ClosedWorld(Compilation compilation, IMethodSymbol? start, HashSet<string> outside, string? folder)
    {
        IsMarkupKnown = outside.Remove(MarkupKnown);
        (_compilation, _start, NamesOutside, _folder) = (compilation, start, outside, folder);
        _shipped = [.. compilation.SyntaxTrees.Where(static t => !ShippedCode.LiesBeside(t.FilePath))];
        _tested = new(() => new HashSet<string>(compilation.SyntaxTrees.Except(_shipped).SelectMany(static t => MentionedNames.In(t.GetRoot())), StringComparer.Ordinal));
    }

    /// <summary>What other projects mention.</summary>
    public IReadOnlyCollection<string> NamesOutside { get; }

    /// <summary>Whether what markup mentions is among them.</summary>
    public bool IsMarkupKnown { get; }

    /// <summary>Where it starts, and that nothing comes from there: the words of a message.</summary>
    public string Starts => _start is null ? "no application of the solution that uses this project comes to it"
        : $"no way from where the program starts ({_start.Locations[0].SourceTree!.FilePath.Split('/', '\\').Last()}) leads to it";

    /// <summary>The type whose method the program starts with; null in a library.</summary>
    public INamedTypeSymbol? StartType => _start?.ContainingType;

    /// <summary>The world of a compilation; null where somebody may call whom it does not show, or where nothing of it ships.</summary>
    public static ClosedWorld? Of(Compilation compilation, AnalyzerOptions options, CancellationToken cancellation)
    {
        var start = compilation.GetEntryPoint(cancellation);
        if (start is not null && (ShippedCode.LiesBeside(start.Locations[0].SourceTree?.FilePath ?? "") || start.DeclaringSyntaxReferences.IsEmpty))
            return null;
        if (ShippedCode.Of(compilation).IsTestProject || IsOpenToOthers(compilation))
            return null;

        // The engine reads the other projects for the answer: asked last.
        var global = options.AnalyzerConfigOptionsProvider.GlobalOptions;
        if (!global.TryGetValue(OutsideOption, out var names) && start is null)
            return null;
        var outside = new HashSet<string>((names ?? "").Split([' '], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
        if (outside.Contains(IsOpenOutside))
            return null;
        return new ClosedWorld(compilation, start, outside, global.TryGetValue("build_property.projectdir", out var folder) && folder.Length > 0 ? folder : null);
    }

    /// <summary>Whether the file is the project's own: one that is linked from elsewhere has callers elsewhere.</summary>
    public bool Owns(SyntaxTree tree) =>
        !IsGenerated(tree) && (_folder is null || Normal(tree.FilePath).StartsWith(Normal(_folder), StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether tests beside the code mention the name.</summary>
    public bool IsTested(string name) => _tested.Value.Contains(name);

    /// <summary>The types that ship, with the methods that have to be called by name.</summary>
    public List<DeclaredType> Types(CancellationToken cancellation)
    {
        var types = new List<DeclaredType>();
        foreach (var symbol in In(_compilation.Assembly.GlobalNamespace).Where(s => s.DeclaringSyntaxReferences.Any(r => _shipped.Contains(r.SyntaxTree))))
        {
            var type = new DeclaredType(symbol);
            types.Add(type);
            foreach (var method in symbol.GetMembers().OfType<IMethodSymbol>().Where(static m => !ConventionalReach.ComesWithItsType(m)))
            {
                if (method.DeclaringSyntaxReferences.Length == 1 && method.DeclaringSyntaxReferences[0].GetSyntax(cancellation) is MethodDeclarationSyntax declaration && (declaration.Body ?? (SyntaxNode?)declaration.ExpressionBody) is not null)
                    type.Wait(method, declaration);
            }
        }

        return types;
    }

    /// <summary>The code that runs without being called: the entry point, what was generated, and what stands outside of types.</summary>
    public IEnumerable<SyntaxNode> Roots(CancellationToken cancellation)
    {
        if (_start?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is { } start and not CompilationUnitSyntax)
        {
            yield return start;
            if (start.Parent is TypeDeclarationSyntax { BaseList: { } bases })
                yield return bases;
        }

        foreach (var tree in _shipped)
        {
            var root = (CompilationUnitSyntax)tree.GetRoot(cancellation);
            if (IsGenerated(tree))
            {
                yield return root;
                continue;
            }

            // A using only names a namespace, but for the aliases and the static ones.
            foreach (var node in root.Usings.Where(static u => u.Alias is not null || u.StaticKeyword.RawKind != 0).Concat<SyntaxNode>(root.AttributeLists).Concat(root.Members.OfType<GlobalStatementSyntax>()))
                yield return node;
        }
    }

    private static IEnumerable<INamedTypeSymbol> In(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(static m => m is INamedTypeSymbol type ? In(type).Prepend(type) : In(m));

    // Friends that are no tests, and COM.
    private static bool IsOpenToOthers(Compilation compilation) => compilation.Assembly.GetAttributes().Any(static a => a.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Primitive, Value: var value } && (a.AttributeClass?.Name switch
    {
        "InternalsVisibleToAttribute" => value is string friend && !ShippedCode.LiesBeside(friend.Split(',')[0] + "/") && !friend.StartsWith("DynamicProxyGenAssembly2", StringComparison.Ordinal),
        "ComVisibleAttribute" => value is true,
        _ => false,
    }));

    private static bool IsGenerated(SyntaxTree tree) =>
        tree.FilePath.StartsWith("<", StringComparison.Ordinal) || GeneratedEndings.Any(end => tree.FilePath.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private static string Normal(string path) => path.Replace('\\', '/');
}
