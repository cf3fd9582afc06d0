using Ghostbusters.Engine.Files;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Engine.Analysis;

/// <summary>What repairs make of a tree.</summary>
/// <param name="Changes">The files that changed, by path.</param>
/// <param name="Repaired">How many findings are gone.</param>
public sealed record FixOutcome(ImmutableArray<FileChange> Changes, int Repaired);

/// <summary>One changed file.</summary>
/// <param name="Path">Relative to the tree.</param>
/// <param name="Before">Its text.</param>
/// <param name="After">Its text with the repairs.</param>
/// <param name="Content">The same in the file's own encoding.</param>
public sealed record FileChange(string Path, string Before, string After, ReadOnlyMemory<byte> Content);

/// <summary>Applies proved repairs to a tree in memory, and analyses again, until nothing provable is left.</summary>
public static class FixRounds
{
    private const int MostRounds = 20;

    /// <summary>Repairs what can be repaired. Nothing is written.</summary>
    public static async Task<FixOutcome> RunAsync(AnalysisRequest request, CancellationToken cancellation)
    {
        var tree = new EditedTree(request.Tree);
        var repaired = 0;
        for (var round = 0; round < MostRounds; round++)
        {
            var result = await CodeAnalysis.RunAsync(request with { Tree = tree, ProveFixes = true }, cancellation).ConfigureAwait(false);
            var fixes = result.Findings.Where(static f => f.Fix is not null && f.Suppression is null).ToList();
            if (fixes.Count == 0)
                break;
            foreach (var file in fixes.GroupBy(static f => f.Location.Path, StringComparer.Ordinal))
                repaired += Apply(tree, file.Key, file);
        }

        return new FixOutcome(tree.Changes(), repaired);
    }

    // Repairs were proved one by one: those that overlap wait for the next round, where they are proved anew.
    private static int Apply(EditedTree tree, string path, IEnumerable<Finding> findings)
    {
        var edits = new List<Edit>();
        var count = 0;
        foreach (var fix in findings.Select(static f => f.Fix!))
        {
            if (fix.Edits.Any(e => edits.Any(other => Overlap(e, other))))
                continue;
            edits.AddRange(fix.Edits);
            count++;
        }

        var changes = edits.OrderBy(static e => e.Start).Select(static e => new TextChange(new TextSpan(e.Start, e.Length), e.NewText));
        tree.Edit(path, changes);
        return count;
    }

    private static bool Overlap(Edit a, Edit b) => a.Start <= b.Start + b.Length && b.Start <= a.Start + a.Length;
}
