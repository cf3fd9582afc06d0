using System.Collections.Concurrent;
using Ghostbusters.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Testing;

/// <summary>
/// Bodies of methods in other files and in the projects that the compilation refers to as source. Only compilations with
/// a test framework are read, and those that are named for tests: there is no assertion in the others, and no throw that is meant as one.
/// </summary>
internal sealed class SourceModels
{
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel?> _models = new();

    public SourceModels(Compilation compilation) => _compilation = compilation;

    /// <summary>Whether the tree is of a compilation that has tests or helpers of tests.</summary>
    public bool IsRead(SyntaxTree tree) => ModelOf(tree) is not null;

    /// <summary>The operation of a declaration; null where it has none.</summary>
    public IOperation? Body(SyntaxNode declaration, CancellationToken cancellation) =>
        ModelOf(declaration.SyntaxTree)?.GetOperation(declaration, cancellation);

    private SemanticModel? ModelOf(SyntaxTree tree) => _models.GetOrAdd(tree, Find);

    // RS1030 warns of models that an analyzer makes, as each binds a file again. Here one is made only for a file that a
    // test without a visible assertion calls into, once a compilation; there is no other way to see a helper's body.
#pragma warning disable RS1030
    private SemanticModel? Find(SyntaxTree tree)
    {
        if (_compilation.ContainsSyntaxTree(tree))
            return _compilation.GetSemanticModel(tree);
        var owner = _compilation.References.OfType<CompilationReference>().FirstOrDefault(r => r.Compilation.ContainsSyntaxTree(tree))?.Compilation;
        return owner is not null && (TestFrameworks.In(owner) is not null || IsForTests(owner)) ? owner.GetSemanticModel(tree) : null;
    }
#pragma warning restore RS1030

    // `Shop.Testing`, `Shop.Tests.Common`, `ShopTestUtilities`: what tests share need not refer to a framework.
    private static bool IsForTests(Compilation compilation) =>
        (compilation.AssemblyName ?? "").Split('.', '-', '_').SelectMany(static part => PascalWords.Of(part)).Any(static word => word is "Test" or "Tests" or "Testing");
}
