using System.Globalization;
using Ghostbusters.CodeFixes;
using Ghostbusters.Engine.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Engine.Analysis;

/// <summary>
/// Proves repairs: the changed code has no compiler error that was not there before, and its findings are the old ones,
/// each where the changes moved it, without exactly the mended one. So mending again has nothing left to mend. All rules
/// are asked, whichever were selected: a repair that pleases one rule must not displease another.
/// </summary>
internal sealed class RepairProof
{
    private readonly LoadedProject _project;
    private readonly AnalyzerOptions _options;
    private readonly Lazy<Task<ImmutableArray<Diagnostic>>> _found;
    private readonly Lazy<Dictionary<string, int>> _errors;

    /// <summary>For one project.</summary>
    public RepairProof(LoadedProject project, AnalyzerOptions options, CancellationToken cancellation)
    {
        _project = project;
        _options = options;
        _found = new Lazy<Task<ImmutableArray<Diagnostic>>>(() => FindAsync(project.Compilation, cancellation));
        _errors = new Lazy<Dictionary<string, int>>(() => Errors(project.Compilation));
    }

    /// <summary>The repair of a finding; null where there is none that can be proved.</summary>
    public async Task<ProposedFix?> ProveAsync(Diagnostic finding, CancellationToken cancellation)
    {
        var tree = finding.Location.SourceTree!;
        var root = await tree.GetRootAsync(cancellation).ConfigureAwait(false);
        var context = new RepairContext(_project.Compilation.GetSemanticModel(tree), root, finding, cancellation);
        foreach (var repair in RepairCatalog.Repairs.Where(r => r.RuleId == finding.Id))
        {
            ImmutableArray<TextChange> changes = [.. repair.ChangesFor(context).OrderBy(static c => c.Span.Start)];
            if (!changes.IsEmpty && await HoldsAsync(tree, changes, finding, cancellation).ConfigureAwait(false))
                return Propose(repair.Title, await tree.GetTextAsync(cancellation).ConfigureAwait(false), changes);
        }

        return null;
    }

    private async Task<bool> HoldsAsync(SyntaxTree tree, ImmutableArray<TextChange> changes, Diagnostic finding, CancellationToken cancellation)
    {
        var text = (await tree.GetTextAsync(cancellation).ConfigureAwait(false)).WithChanges(changes);
        var changed = _project.Compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(text));
        if (Errors(changed).Any(e => e.Value > _errors.Value.GetValueOrDefault(e.Key)))
            return false;

        var mended = Identity(finding, finding.Location.SourceSpan.Start);
        var expected = (await _found.Value.ConfigureAwait(false)).Where(d => Identity(d, d.Location.SourceSpan.Start) != mended)
            .Select(d => Identity(d, d.Location.SourceTree == tree ? Moved(d.Location.SourceSpan.Start, changes) : d.Location.SourceSpan.Start));
        var found = await FindAsync(changed, cancellation).ConfigureAwait(false);
        return expected.Order(StringComparer.Ordinal).SequenceEqual(found.Select(static d => Identity(d, d.Location.SourceSpan.Start)).Order(StringComparer.Ordinal));
    }

    private async Task<ImmutableArray<Diagnostic>> FindAsync(Compilation compilation, CancellationToken cancellation)
    {
        var (found, _, _) = await ProjectAnalysis.DiagnoseAsync(
            compilation, _options, _project.Name, RuleSelection.All, concurrent: true, cancellation).ConfigureAwait(false);
        return found;
    }

    private static string Identity(Diagnostic diagnostic, int start) =>
        string.Create(CultureInfo.InvariantCulture, $"{diagnostic.Location.SourceTree!.FilePath} {diagnostic.Id} {start}");

    // Where a place is after the changes before it. A change at the very place pushes it on: repairs insert before what they mend.
    private static int Moved(int position, ImmutableArray<TextChange> changes) =>
        position + changes.Where(c => c.Span.End <= position).Sum(static c => (c.NewText?.Length ?? 0) - c.Span.Length);

    private static Dictionary<string, int> Errors(Compilation compilation) =>
        compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error)
            .CountBy(static d => $"{d.Location.SourceTree?.FilePath} {d.Id} {d.GetMessage(CultureInfo.InvariantCulture)}").ToDictionary();

    private static ProposedFix Propose(string title, SourceText text, ImmutableArray<TextChange> changes) => new(
        title,
        [.. changes.Select(c => new Edit(FindingFactory.RangeOf(text.Lines.GetLinePositionSpan(c.Span)), c.Span.Start, c.Span.Length, c.NewText ?? ""))]);
}
