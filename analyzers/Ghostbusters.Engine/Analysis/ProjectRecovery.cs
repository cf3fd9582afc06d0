using Ghostbusters.CodeFixes;
using Ghostbusters.Engine.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Engine.Analysis;

/// <summary>The repairs of one project's findings: planned, drafted, proved.</summary>
internal sealed class ProjectRecovery(LoadedProject project, AnalyzerOptions options, RuleSelection rules, ProjectOutcome outcome)
{
    private readonly List<Draft> _drafts = [];
    private ImmutableArray<int> _planned = [];

    /// <summary>How many findings there are to repair, once it is planned.</summary>
    public int Planned => _planned.Length;

    /// <summary>Chooses the findings that a repair exists for and that nobody has silenced.</summary>
    public void Plan() => _planned =
        [.. Enumerable.Range(0, outcome.Diagnostics.Length).Where(i => outcome.Findings[i].Suppression is null && RecoveryActions.HasRepair(outcome.Findings[i].RuleId))];

    /// <summary>Drafts every repair of the planned findings.</summary>
    public async Task DraftAsync(Action step, CancellationToken cancellation)
    {
        foreach (var index in _planned)
        {
            foreach (var repair in RepairCatalog.Repairs.Where(r => r.RuleId == outcome.Findings[index].RuleId))
            {
                if (await RepairProof.DraftAsync(project.Compilation, outcome.Diagnostics[index], repair, cancellation).ConfigureAwait(false) is { } proposed)
                    _drafts.Add(new Draft(index, proposed));
            }

            step();
        }
    }

    /// <summary>Proves the drafts. Gives the outcome with the first repair of each finding that holds.</summary>
    public async Task<ProjectOutcome> ProveAsync(Action step, CancellationToken cancellation)
    {
        var findings = outcome.Findings.ToArray();
        var proof = new RepairProof(project.Compilation, new ProjectScope(project.Name, options, rules), cancellation);
        foreach (var drafts in _drafts.GroupBy(static d => d.Index))
        {
            var (index, tree) = (drafts.Key, outcome.Diagnostics[drafts.Key].Location.SourceTree!);
            foreach (var draft in drafts)
            {
                if (!await proof.HoldsAsync(outcome.Diagnostics[index], draft.Repair, cancellation).ConfigureAwait(false))
                    continue;
                findings[index] = findings[index] with { Fix = await ProposeAsync(draft.Repair, tree, cancellation).ConfigureAwait(false) };
                break;
            }

            step();
        }

        return outcome with { Findings = [.. findings] };
    }

    /// <summary>How many findings have a draft.</summary>
    public int Drafted => _drafts.DistinctBy(static d => d.Index).Count();

    private static async Task<ProposedFix> ProposeAsync(DraftedRepair repair, SyntaxTree tree, CancellationToken cancellation)
    {
        var lines = (await tree.GetTextAsync(cancellation).ConfigureAwait(false)).Lines;
        return new ProposedFix(
            repair.Repair.Title,
            [.. repair.Changes.Select(c => new Edit(FindingFactory.RangeOf(lines.GetLinePositionSpan(c.Span)), c.Span.Start, c.Span.Length, c.NewText ?? ""))]);
    }

    private readonly record struct Draft(int Index, DraftedRepair Repair);
}
