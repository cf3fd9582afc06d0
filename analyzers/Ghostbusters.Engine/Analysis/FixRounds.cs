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

/// <summary>Applies proved repairs to a tree in memory, one in each file at a time, until nothing provable is left.</summary>
/// <remarks>
/// Repairs that each hold alone need not hold together, so each is proved on the text that the one before it left. It ends,
/// because each round takes at least one finding away and adds none.
/// </remarks>
public static class FixRounds
{
    /// <summary>Repairs what can be repaired. Nothing is written.</summary>
    public static async Task<FixOutcome> RunAsync(AnalysisRequest request, CancellationToken cancellation)
    {
        var tree = new EditedTree(request.Tree);
        for (var (repaired, round) = (0, 0); ; round++)
        {
            var progress = request.Progress is { } listener ? new RoundProgress(listener, round) : null;
            var result = await CodeAnalysis.RunAsync(request with { Tree = tree, ProveFixes = true, Progress = progress }, cancellation).ConfigureAwait(false);
            var fixes = result.Findings.Where(static f => f.Fix is not null && f.Suppression is null)
                .DistinctBy(static f => f.Location.Path).ToList();
            if (fixes.Count == 0)
                return new FixOutcome(tree.Changes(), repaired);
            foreach (var finding in fixes)
                tree.Edit(finding.Location.Path, finding.Fix!.Edits.Select(static e => new TextChange(new TextSpan(e.Start, e.Length), e.NewText)));
            repaired += fixes.Count;
        }
    }

    // How many rounds there will be is not known, so each takes half of what is left. The bar never goes back.
    private sealed class RoundProgress(IProgress<AnalysisProgress> listener, int round) : IProgress<AnalysisProgress>
    {
        public void Report(AnalysisProgress value) => listener.Report(value with { Fraction = 1 - Math.Pow(0.5, round) * (1 - value.Fraction / 2) });
    }
}
