using System.Collections.Immutable;
using Ghostbusters.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.CodeFixes;

/// <summary>
/// One file: what an IDE can afford while someone waits for the light bulb. Findings that only a whole compilation shows are
/// not seen, so no repair of one holds here; <c>ghostbusters fix</c> looks at everything.
/// </summary>
/// <param name="path">The file's path, by which it is found again in a changed compilation.</param>
/// <param name="options">What the rules read beside the code.</param>
public sealed class FileScope(string path, AnalyzerOptions options) : IRepairScope
{
    /// <inheritdoc/>
    public async Task<ImmutableArray<Diagnostic>> FindAsync(Compilation compilation, CancellationToken cancellation)
    {
        var tree = Tree(compilation);
        var rules = compilation.WithAnalyzers(RuleCatalog.CreateRules(), new CompilationWithAnalyzersOptions(
            options, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true));
        var syntactic = await rules.GetAnalyzerSyntaxDiagnosticsAsync(tree, cancellation).ConfigureAwait(false);
        var semantic = await rules.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), filterSpan: null, cancellation).ConfigureAwait(false);
        return [.. syntactic.Concat(semantic).Where(d => d.Location.SourceTree == tree)];
    }

    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Errors(Compilation compilation, CancellationToken cancellation) =>
        compilation.GetSemanticModel(Tree(compilation)).GetDiagnostics(cancellationToken: cancellation).Where(static d => d.Severity == DiagnosticSeverity.Error);

    private SyntaxTree Tree(Compilation compilation) => compilation.SyntaxTrees.First(t => t.FilePath == path);
}
