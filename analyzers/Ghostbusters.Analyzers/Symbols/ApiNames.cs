using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Symbols;

/// <summary>
/// Which member of a library a piece of code means: by its symbol where the library was found, else by the name, when that is
/// unmistakable under the namespaces that the file imports.
/// </summary>
/// <remarks>One for a compilation; any number of threads may ask.</remarks>
internal sealed class ApiNames(Compilation compilation)
{
    private readonly Imports _imports = new(compilation);

    /// <summary>The entry of the table that a call, creation, attribute or member reference means; null where it means none.</summary>
    public (ApiName Name, TFact Fact)? Match<TFact>(SyntaxNode node, SemanticModel model, ApiTable<TFact> table, CancellationToken cancellation)
    {
        if (ApiUse.Of(node) is not { } use)
            return null;
        if (node is ImplicitObjectCreationExpressionSyntax)
            use = use with { Type = model.GetTypeInfo(node, cancellation).Type?.Name };
        var entries = table.Named(use.Type, use.Member);
        if (entries.Count == 0 && node is AttributeSyntax)
            entries = table.Named(use.Type + "Attribute", use.Member);
        foreach (var entry in entries)
        {
            if (Is(use, entry.Name, model, cancellation))
                return entry;
        }

        return null;
    }

    /// <summary>Whether the type, or one that it derives from, has this full name; of a type that does not bind, whether its name says so.</summary>
    public bool IsType(ITypeSymbol? type, string fullName, SyntaxTree file)
    {
        var dot = fullName.LastIndexOf('.');
        return Derives(type, fullName.Substring(0, dot), fullName.Substring(dot + 1), file, inferred: true);
    }

    /// <summary>Whether the file can name types of the namespace without it.</summary>
    public bool Reach(SyntaxTree file, string space) => _imports.Reach(file, space);

    /// <summary>Whether the file imports anything of the library that the namespace belongs to.</summary>
    public bool ReachLibrary(SyntaxTree file, string space) => _imports.ReachLibrary(file, space);

    private bool Is(ApiUse use, ApiName name, SemanticModel model, CancellationToken cancellation)
    {
        var file = use.Node.SyntaxTree;
        if (use.Member == ApiName.Constructor)
            return IsCreated(use, name, model, cancellation);
        var receiver = use.Receiver is null ? null : TypeFacts.WithoutNullable(model.GetTypeInfo(use.Receiver, cancellation).Type);
        var info = model.GetSymbolInfo(use.Node, cancellation);
        if ((info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is { ContainingType: { TypeKind: not TypeKind.Error } owner } symbol)
        {
            var declaring = symbol is IMethodSymbol { ReducedFrom: { } reduced } ? reduced.ContainingType : owner;
            if (symbol.IsStatic && symbol is not IMethodSymbol { IsExtensionMethod: true })
                return declaring.Name == name.Type && IsIn(declaring, name.Namespace);
            return Derives(declaring, name.Namespace, name.Type, file, inferred: false) || (symbol is not IMethodSymbol { MethodKind: MethodKind.ReducedExtension } && Derives(receiver, name.Namespace, name.Type, file, inferred: false));
        }

        if (info.Symbol is not null || use.Receiver is null)
            return false;
        if (name.IsExtension || (name.IsUnmistakable && receiver is not { TypeKind: not TypeKind.Error }))
        {
            if (_imports.Reach(file, name.Namespace) || (name.IsUnmistakable && _imports.ReachLibrary(file, name.Namespace)))
                return true;
        }

        if (receiver is { TypeKind: not TypeKind.Error })
            return false;
        if (name.IsUnmistakable && use.Receiver is InvocationExpressionSyntax chain)
            receiver = model.GetTypeInfo(RootOf(chain), cancellation).Type;
        if (IsNamed(receiver))
            return Derives(receiver, name.Namespace, name.Type, file, inferred: true);
        return use.Receiver is NameSyntax or MemberAccessExpressionSyntax && model.GetSymbolInfo(use.Receiver, cancellation).Symbol is null && IsWritten(use.Receiver.ToString(), name.Namespace, name.Type, file, inferred: false);
    }

    // `builder.A().B()`: what begins a chain of calls that do not bind is most likely what it goes on with.
    private static ExpressionSyntax RootOf(ExpressionSyntax chain) =>
        chain is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? RootOf(access.Expression) : chain;

    private bool IsCreated(ApiUse use, ApiName name, SemanticModel model, CancellationToken cancellation)
    {
        var type = model.GetTypeInfo(use.Node, cancellation).Type;
        if (type is { TypeKind: not TypeKind.Error })
            return type.Name == name.Type && IsIn(type, name.Namespace);
        var written = use.Node switch
        {
            ObjectCreationExpressionSyntax creation => creation.Type.ToString(),
            AttributeSyntax attribute => use.Type == name.Type ? attribute.Name.ToString() : attribute.Name + "Attribute",
            _ => null,
        };
        return written is null ? IsNamed(type) && Derives(type, name.Namespace, name.Type, use.Node.SyntaxTree, inferred: true)
            : IsWritten(written, name.Namespace, name.Type, use.Node.SyntaxTree, inferred: false);
    }

    private bool Derives(ITypeSymbol? type, string space, string name, SyntaxTree file, bool inferred)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (t.TypeKind == TypeKind.Error ? IsNamed(t) && IsWritten(t.ToDisplayString(), space, name, file, inferred: true) : t.Name == name && IsIn(t, space))
                return true;
        }

        return name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]) && type is not null && type.AllInterfaces.Any(i => i.Name == name && (i.TypeKind == TypeKind.Error ? inferred : IsIn(i, space)));
    }

    // The name of a type as code says it: whole, the end of it, or bare under an import.
    private bool IsWritten(string written, string space, string name, SyntaxTree file, bool inferred)
    {
        var text = written.StartsWith("global::", StringComparison.Ordinal) ? written.Substring(8) : written;
        var generic = text.IndexOf('<');
        text = (generic < 0 ? text : text.Substring(0, generic)).TrimEnd('?');
        var full = space + "." + name;
        if (text == full || _imports.AliasOf(file, text) == full)
            return true;
        if (text.IndexOf('.') >= 0)
            return full.EndsWith("." + text, StringComparison.Ordinal);
        return text == name && (inferred ? _imports.ReachAnywhere(file, space) : _imports.Reach(file, space));
    }

    private static bool IsNamed(ITypeSymbol? type) => type is { TypeKind: TypeKind.Error, Name: { Length: > 0 } name } && SyntaxFacts.IsValidIdentifier(name) && name != "var";

    private static bool IsIn(ITypeSymbol type, string space) => type.ContainingNamespace is { } actual && Same(actual, space, space.Length);

    private static bool Same(INamespaceSymbol actual, string space, int end)
    {
        if (end < 0)
            return actual.IsGlobalNamespace;
        var start = end == 0 ? 0 : space.LastIndexOf('.', end - 1) + 1;
        return !actual.IsGlobalNamespace && actual.Name.Length == end - start && string.CompareOrdinal(space, start, actual.Name, 0, actual.Name.Length) == 0 && Same(actual.ContainingNamespace, space, start - 1);
    }
}
