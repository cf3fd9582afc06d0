using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ghostbusters.CodeFixes;

/// <summary>
/// Fix all: single fixes, one after the other, each proved on what the one before it left. Repairs that each hold alone need
/// not hold together (of two assertions that cannot fail, one has to stay), so they are not merged.
/// </summary>
internal static class SequentialRepairs
{
    /// <summary>For a document, a project, a solution.</summary>
    public static FixAllProvider Provider { get; } = FixAllProvider.Create(static (context, document, _) => MendAsync(document, context.CodeActionEquivalenceKey, context.CancellationToken));

    private static async Task<Document?> MendAsync(Document document, string? key, CancellationToken cancellation)
    {
        var repair = RepairCatalog.Repairs.FirstOrDefault(r => RepairProvider.KeyOf(r) == key);
        if (repair is null)
            return document;
        // It ends: each round takes a finding away and adds none.
        while (await MendFirstAsync(document, repair, cancellation).ConfigureAwait(false) is { } mended)
            document = mended;
        return document;
    }

    private static async Task<Document?> MendFirstAsync(Document document, IRepair repair, CancellationToken cancellation)
    {
        if (await FileProof.OfAsync(document, cancellation).ConfigureAwait(false) is not { } proof)
            return null;
        foreach (var finding in await proof.FindAsync(cancellation).ConfigureAwait(false))
        {
            if (finding.Id == repair.RuleId && !finding.IsSuppressed && await proof.ProveAsync(finding, repair, cancellation).ConfigureAwait(false) is { } proved)
                return await RepairProvider.ApplyAsync(document, proved.Changes, cancellation).ConfigureAwait(false);
        }

        return null;
    }
}
