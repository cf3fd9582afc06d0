using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.CodeFixes;

/// <summary>The IDE's door to the repairs: one provider for all of them, which offers only what it has proved on the file.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RepairProvider))]
[Shared]
public sealed class RepairProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. RepairCatalog.Repairs.Select(static r => r.RuleId).Distinct()];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => SequentialRepairs.Provider;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await FileProof.OfAsync(context.Document, context.CancellationToken).ConfigureAwait(false) is not { } proof)
            return;

        foreach (var finding in context.Diagnostics)
        {
            foreach (var repair in RepairCatalog.Repairs.Where(r => r.RuleId == finding.Id))
            {
                if (await proof.ProveAsync(finding, repair, context.CancellationToken).ConfigureAwait(false) is { } proved)
                    context.RegisterCodeFix(CodeAction.Create(repair.Title, c => ApplyAsync(context.Document, proved.Changes, c), KeyOf(repair)), finding);
            }
        }
    }

    /// <summary>By which the IDE knows the same repair of another finding.</summary>
    internal static string KeyOf(IRepair repair) => repair.GetType().Name;

    /// <summary>The document with the changes.</summary>
    internal static async Task<Document> ApplyAsync(Document document, ImmutableArray<TextChange> changes, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(changes));
    }
}
