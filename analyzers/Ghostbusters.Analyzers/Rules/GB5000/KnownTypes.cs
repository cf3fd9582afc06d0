using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ghostbusters.Analyzers.Rules.GB5000;

/// <summary>Whether all members of a type can be seen, so that one that is not seen is not there.</summary>
/// <param name="generatorsDidNotRun">Whether any part of a partial type may be missing.</param>
internal sealed class KnownTypes(bool generatorsDidNotRun)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _incomplete = new(SymbolEqualityComparer.Default);

    // Attributes of the framework by which a generator fills a partial type. Others do not resolve where their package is missing.
    private static readonly HashSet<string> GeneratorAttributes =
    [
        "GeneratedRegexAttribute", "LoggerMessageAttribute", "JsonSerializableAttribute", "JsonSourceGenerationOptionsAttribute",
        "LibraryImportAttribute", "ObservablePropertyAttribute", "ObservableObjectAttribute", "RelayCommandAttribute",
        "GeneratedComInterfaceAttribute", "OptionsValidatorAttribute",
    ];

    /// <summary>Whether the type, its type arguments, its bases and its interfaces all resolve and nothing can be missing from them.</summary>
    public bool IsWhole(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsWhole(array.ElementType),
        INamedTypeSymbol named => named.TypeKind is not (TypeKind.Error or TypeKind.Dynamic or TypeKind.Submission) && named.SpecialType != SpecialType.System_Void
            && named.TypeArguments.All(static argument => argument.TypeKind != TypeKind.Error)
            && named.AllInterfaces.All(static i => i.TypeKind != TypeKind.Error)
            && !_incomplete.GetOrAdd(named.OriginalDefinition, MayHaveMore) && (named.BaseType is null || IsWhole(named.BaseType)),
        _ => false,
    };

    private bool MayHaveMore(INamedTypeSymbol type)
    {
        if (type.DeclaringSyntaxReferences.IsEmpty)
            return false;

        var isPartial = false;
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax();
            isPartial |= syntax.ChildTokens().Any(static token => token.IsKind(SyntaxKind.PartialKeyword));
            if (HasInactiveCode(syntax))
                return true;
        }

        return (isPartial && (generatorsDidNotRun || type.DeclaringSyntaxReferences.Any(static r => HasMarkup(r.SyntaxTree.FilePath))))
            || Attributes(type).Any(IsGenerators);
    }

    /// <summary>Whether another configuration compiles more of this node.</summary>
    public static bool HasInactiveCode(SyntaxNode node) =>
        node.ContainsDirectives && node.DescendantTrivia().Any(static trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia));

    // The other part is made from markup: App.xaml.cs, Counter.razor.cs, Form1.cs beside Form1.Designer.cs.
    private static bool HasMarkup(string path) => new[] { ".xaml.cs", ".axaml.cs", ".razor.cs", ".cshtml.cs", ".Designer.cs", ".aspx.cs", ".ascx.cs" }
        .Any(end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<AttributeData> Attributes(INamedTypeSymbol type) =>
        type.GetAttributes().Concat(type.GetMembers().SelectMany(static member => member.GetAttributes()));

    private static bool IsGenerators(AttributeData attribute) =>
        attribute.AttributeClass is not { } type || type.TypeKind == TypeKind.Error || GeneratorAttributes.Contains(type.Name);
}
