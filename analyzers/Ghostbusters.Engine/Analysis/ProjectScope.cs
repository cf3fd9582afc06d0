using Ghostbusters.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Engine.Analysis;

/// <summary>A proof that looks at a whole project, with every rule there is.</summary>
internal sealed class ProjectScope(string project, AnalyzerOptions options, RuleSelection rules) : IRepairScope
{
    /// <inheritdoc/>
    public async Task<ImmutableArray<Diagnostic>> FindAsync(Compilation compilation, CancellationToken cancellation)
    {
        var (found, _, _) = await ProjectAnalysis.DiagnoseAsync(compilation, options, project, rules, concurrent: true, timed: false, cancellation).ConfigureAwait(false);
        return found;
    }

    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Errors(Compilation compilation, CancellationToken cancellation) =>
        compilation.GetDiagnostics(cancellation).Where(static d => d.Severity == DiagnosticSeverity.Error);
}
