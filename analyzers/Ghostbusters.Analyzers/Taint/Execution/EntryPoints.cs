using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>
/// Where runs start: bodies from which a sink can be reached and that nothing of the compilation calls; and those that
/// no run from there has entered. Found by names alone, so that most code is never bound.
/// </summary>
internal sealed class EntryPoints
{
    private readonly Dictionary<SyntaxNode, HashSet<string>> _mentions = [];
    private readonly HashSet<string> _called = new(StringComparer.Ordinal);
    private readonly HashSet<string> _leadToSink = new(StringComparer.Ordinal);
    private readonly TaintModels _models;

    public EntryPoints(Compilation compilation, TaintModels models, Func<SyntaxTree, bool> isRead, CancellationToken cancellation)
    {
        _models = models;
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (isRead(tree))
                Read(tree.GetRoot(cancellation));
        }

        Close();
    }

    /// <summary>Bodies from which some sink may be reached, the ones that nobody calls first, then in the order of the source.</summary>
    public IEnumerable<SyntaxNode> Bodies => _mentions.Keys.Where(LeadsToSink).OrderBy(IsCalled);

    private void Read(SyntaxNode root)
    {
        foreach (var node in root.DescendantNodes())
        {
            if (!IsBody(node))
                continue;
            var names = new HashSet<string>(node.DescendantTokens().Where(static t => t.IsKind(SyntaxKind.IdentifierToken)).Select(static t => t.ValueText), StringComparer.Ordinal);
            if (node.DescendantNodes().Any(static n => n is ArrayCreationExpressionSyntax))
                names.Add(ArrayMark);
            _mentions[node] = names;
            var own = NameOf(node);
            _called.UnionWith(names.Where(n => n != own));
        }

        // Top-level statements are one body.
        if (root is CompilationUnitSyntax unit && unit.Members.OfType<GlobalStatementSyntax>().Any())
        {
            var names = new HashSet<string>(unit.Members.OfType<GlobalStatementSyntax>().SelectMany(static g => g.DescendantTokens()).Where(static t => t.IsKind(SyntaxKind.IdentifierToken) && t.Parent is not LocalFunctionStatementSyntax).Select(static t => t.ValueText), StringComparer.Ordinal);
            _mentions[unit] = names;
            _called.UnionWith(names);
            foreach (var local in unit.Members.OfType<GlobalStatementSyntax>().Select(static g => g.Statement).OfType<LocalFunctionStatementSyntax>())
                _mentions[local] = new HashSet<string>(local.DescendantTokens().Where(static t => t.IsKind(SyntaxKind.IdentifierToken)).Select(static t => t.ValueText), StringComparer.Ordinal);
        }
    }

    private const string ArrayMark = "[]";

    private static bool IsBody(SyntaxNode node) => node is BaseMethodDeclarationSyntax { Body: not null } or BaseMethodDeclarationSyntax { ExpressionBody: not null }
        or AccessorDeclarationSyntax { Body: not null } or AccessorDeclarationSyntax { ExpressionBody: not null }
        or ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax };

    // A method leads to a sink when its body names one, or names a method that does.
    private void Close()
    {
        for (var grew = true; grew;)
        {
            grew = false;
            foreach (var pair in _mentions)
            {
                if (LeadsToSink(pair.Key) && NameOf(pair.Key) is { } name && _leadToSink.Add(name))
                    grew = true;
            }
        }
    }

    private bool LeadsToSink(SyntaxNode body) => _mentions[body].Any(n => _leadToSink.Contains(n) || _models.NamesSink(n) || n == ArrayMark);

    /// <summary>Whether something of the compilation calls it, as far as names tell.</summary>
    public bool IsCalled(SyntaxNode body) => NameOf(body) is { } name && _called.Contains(name);

    private static string? NameOf(SyntaxNode body) => body switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax local => local.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
        ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
        _ => null,
    };
}
