using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ghostbusters.CodeFixes;

/// <summary>The IDE's door to the repairs: one provider for all of them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RepairProvider))]
[Shared]
public sealed class RepairProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. RepairCatalog.Repairs.Select(static r => r.RuleId).Distinct()];

    /// <summary>
    /// None: repairs that each hold alone need not hold together (of two assertions that cannot fail, one has to stay).
    /// <c>ghostbusters fix</c> mends all, and proves each repair after the one before it.
    /// </summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (model is null || root is null)
            return;

        foreach (var finding in context.Diagnostics)
        {
            foreach (var repair in RepairCatalog.Repairs.Where(r => r.RuleId == finding.Id))
            {
                var changes = repair.ChangesFor(new RepairContext(model, root, finding, context.CancellationToken));
                if (!changes.IsEmpty)
                    context.RegisterCodeFix(CodeAction.Create(repair.Title, c => ApplyAsync(context.Document, changes, c), repair.GetType().Name), finding);
            }
        }
    }

    private static async Task<Document> ApplyAsync(Document document, ImmutableArray<Microsoft.CodeAnalysis.Text.TextChange> changes, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(changes));
    }
}
