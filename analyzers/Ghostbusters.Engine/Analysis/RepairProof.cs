using Ghostbusters.CodeFixes;
using Ghostbusters.Engine.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Engine.Analysis;

/// <summary>
/// Proves repairs: the changed code has no compiler error that was not there before, its findings are the old ones
/// without exactly the mended one, and mending again changes nothing because nothing is left to mend.
/// </summary>
internal sealed class RepairProof
{
    private readonly LoadedProject _project;
    private readonly AnalyzerOptions _options;
    private readonly RuleSelection _rules;
    private readonly ImmutableArray<Diagnostic> _found;
    private readonly Lazy<ImmutableHashSet<string>> _errors;

    /// <summary>For one project and what was found in it.</summary>
    public RepairProof(LoadedProject project, AnalyzerOptions options, RuleSelection rules, ImmutableArray<Diagnostic> found)
    {
        _project = project;
        _options = options;
        _rules = rules;
        _found = found;
        _errors = new Lazy<ImmutableHashSet<string>>(() => Errors(project.Compilation));
    }

    /// <summary>The repair of a finding; null where there is none that can be proved.</summary>
    public async Task<ProposedFix?> ProveAsync(Diagnostic finding, CancellationToken cancellation)
    {
        var tree = finding.Location.SourceTree!;
        var root = await tree.GetRootAsync(cancellation).ConfigureAwait(false);
        var context = new RepairContext(_project.Compilation.GetSemanticModel(tree), root, finding, cancellation);
        foreach (var repair in RepairCatalog.Repairs.Where(r => r.RuleId == finding.Id))
        {
            var changes = repair.ChangesFor(context);
            if (!changes.IsEmpty && await HoldsAsync(tree, changes, finding, cancellation).ConfigureAwait(false))
                return Propose(repair.Title, await tree.GetTextAsync(cancellation).ConfigureAwait(false), changes);
        }

        return null;
    }

    private async Task<bool> HoldsAsync(SyntaxTree tree, ImmutableArray<TextChange> changes, Diagnostic finding, CancellationToken cancellation)
    {
        var text = (await tree.GetTextAsync(cancellation).ConfigureAwait(false)).WithChanges(changes);
        var changed = _project.Compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(text));
        if (!Errors(changed).IsSubsetOf(_errors.Value))
            return false;

        var (found, notices, _) = await ProjectAnalysis.DiagnoseAsync(changed, _options, _project.Name, _rules, concurrent: true, cancellation).ConfigureAwait(false);
        return notices.IsEmpty && Identities(found).SequenceEqual(Identities(_found.Where(d => !ReferenceEquals(d, finding))));
    }

    // Where in the member an equal finding stands may shift by the repair; which rule speaks in which file may not.
    private static IEnumerable<string> Identities(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Select(static d => $"{d.Location.SourceTree!.FilePath} {d.Id}").Order(StringComparer.Ordinal);

    private static ImmutableHashSet<string> Errors(Compilation compilation) =>
        [.. compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error)
            .Select(static d => $"{d.Location.SourceTree?.FilePath} {d.Id} {d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}")];

    private static ProposedFix Propose(string title, SourceText text, ImmutableArray<TextChange> changes) => new(
        title,
        [.. changes.OrderBy(static c => c.Span.Start).Select(c => new Edit(
            FindingFactory.RangeOf(text.Lines.GetLinePositionSpan(c.Span)), c.Span.Start, c.Span.Length, c.NewText ?? ""))]);
}
