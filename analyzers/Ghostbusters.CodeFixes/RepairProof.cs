using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.CodeFixes;

/// <summary>
/// Proves repairs: the changed code has no compiler error that was not there before, and its findings are the old ones,
/// each where the changes moved it, without exactly the mended one. So mending again has nothing left to mend. All rules
/// are asked, whichever were selected: a repair that pleases one rule must not displease another.
/// </summary>
public sealed class RepairProof
{
    private readonly Compilation _compilation;
    private readonly IRepairScope _scope;
    private readonly Lazy<Task<ImmutableArray<Diagnostic>>> _found;
    private readonly Lazy<Dictionary<string, int>> _errors;

    /// <summary>For the findings of one compilation, seen through one scope.</summary>
    /// <param name="compilation">As it is now.</param>
    /// <param name="scope">Gives for the compilation, and for every changed one, what there is to compare.</param>
    /// <param name="cancellation">Ends the first analysis; each proof has its own.</param>
    public RepairProof(Compilation compilation, IRepairScope scope, CancellationToken cancellation)
    {
        _compilation = compilation;
        _scope = scope;
        _found = new Lazy<Task<ImmutableArray<Diagnostic>>>(() => scope.FindAsync(compilation, cancellation));
        _errors = new Lazy<Dictionary<string, int>>(() => Count(scope.Errors(compilation, cancellation)));
    }

    /// <summary>What a repair would do about a finding; null where it sees nothing to do.</summary>
    public static async Task<DraftedRepair?> DraftAsync(Compilation compilation, Diagnostic finding, IRepair repair, CancellationToken cancellation)
    {
        var tree = finding.Location.SourceTree!;
        var root = await tree.GetRootAsync(cancellation).ConfigureAwait(false);
        var context = new RepairContext(compilation.GetSemanticModel(tree), root, finding, cancellation);
        ImmutableArray<TextChange> changes = [.. repair.ChangesFor(context).OrderBy(static c => c.Span.Start)];
        return changes.IsEmpty ? null : new DraftedRepair(repair, changes);
    }

    /// <summary>Drafts one repair of a finding and proves it; null where it does not hold.</summary>
    public async Task<DraftedRepair?> ProveAsync(Diagnostic finding, IRepair repair, CancellationToken cancellation) =>
        await DraftAsync(_compilation, finding, repair, cancellation).ConfigureAwait(false) is { } draft
        && await HoldsAsync(finding, draft, cancellation).ConfigureAwait(false) ? draft : null;

    /// <summary>Whether the drafted repair of the finding holds.</summary>
    public async Task<bool> HoldsAsync(Diagnostic finding, DraftedRepair draft, CancellationToken cancellation)
    {
        var (tree, changes) = (finding.Location.SourceTree!, draft.Changes);
        var text = (await tree.GetTextAsync(cancellation).ConfigureAwait(false)).WithChanges(changes);
        var changed = _compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(text));
        if (Count(_scope.Errors(changed, cancellation)).Any(e => !_errors.Value.TryGetValue(e.Key, out var before) || e.Value > before))
            return false;

        var mended = Identity(finding, finding.Location.SourceSpan.Start);
        var before = await _found.Value.ConfigureAwait(false);
        var left = before.Where(d => Identity(d, d.Location.SourceSpan.Start) != mended).ToList();
        if (left.Count == before.Length)
            return false; // The scope does not see the finding, so it cannot see it go either.
        var expected = left.Select(d => Identity(d, d.Location.SourceTree == tree ? Moved(d.Location.SourceSpan.Start, changes) : d.Location.SourceSpan.Start));
        var found = await _scope.FindAsync(changed, cancellation).ConfigureAwait(false);
        return expected.OrderBy(static i => i, StringComparer.Ordinal)
            .SequenceEqual(found.Select(static d => Identity(d, d.Location.SourceSpan.Start)).OrderBy(static i => i, StringComparer.Ordinal));
    }

    private static string Identity(Diagnostic diagnostic, int start) =>
        diagnostic.Location.SourceTree!.FilePath + " " + diagnostic.Id + " " + start.ToString(CultureInfo.InvariantCulture);

    // Where a place is after the changes before it. A change at the very place pushes it on: repairs insert before what they mend.
    private static int Moved(int position, ImmutableArray<TextChange> changes) =>
        position + changes.Where(c => c.Span.End <= position).Sum(static c => (c.NewText?.Length ?? 0) - c.Span.Length);

    private static Dictionary<string, int> Count(IEnumerable<Diagnostic> errors) =>
        errors.GroupBy(static d => $"{d.Location.SourceTree?.FilePath} {d.Id} {d.GetMessage(CultureInfo.InvariantCulture)}")
            .ToDictionary(static g => g.Key, static g => g.Count());
}
