using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.CodeFixes;

/// <summary>The proof on one document of a workspace.</summary>
internal sealed class FileProof(SyntaxTree tree, Compilation compilation, FileScope scope, CancellationToken cancellation)
{
    private readonly RepairProof _proof = new(compilation, scope, cancellation);

    /// <summary>Null where the document has no code to compile.</summary>
    public static async Task<FileProof?> OfAsync(Document document, CancellationToken cancellation)
    {
        var tree = await document.GetSyntaxTreeAsync(cancellation).ConfigureAwait(false);
        var compilation = await document.Project.GetCompilationAsync(cancellation).ConfigureAwait(false);
        return tree is null || compilation is null
            ? null
            : new FileProof(tree, compilation, new FileScope(tree.FilePath, document.Project.AnalyzerOptions), cancellation);
    }

    /// <summary>What the rules report in the document, in the order of the places.</summary>
    public async Task<ImmutableArray<Diagnostic>> FindAsync(CancellationToken cancellation) =>
        [.. (await scope.FindAsync(compilation, cancellation).ConfigureAwait(false)).OrderBy(static d => d.Location.SourceSpan.Start)];

    /// <summary>One repair of a finding; null where it does not hold. An IDE may hand in a finding of an equal, earlier tree: its place counts.</summary>
    public Task<DraftedRepair?> ProveAsync(Diagnostic finding, IRepair repair, CancellationToken token)
    {
        var here = finding.Location.SourceTree == tree
            ? finding
            : Diagnostic.Create(finding.Descriptor, Location.Create(tree, finding.Location.SourceSpan), finding.AdditionalLocations, finding.Properties);
        return _proof.ProveAsync(here, repair, token);
    }
}
