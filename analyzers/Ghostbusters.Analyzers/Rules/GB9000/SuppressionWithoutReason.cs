using System.Collections.Immutable;
using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB9000;

/// <summary>GB9001: a finding is silenced in the code, and nothing says why.</summary>
/// <remarks>
/// Implementation note: a pragma takes effect behind its own line, so one that names GB9001 without a reason is reported
/// too. The rule can be configured like any other: the tag that forbids it would also keep a build from raising it to an error.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SuppressionWithoutReason : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB9001_SuppressionWithoutReason];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start => Silencings.Register(start, Analyze));
    }

    private static void Analyze(Silencing silencing, AnalyzerOptions options, Action<Diagnostic> report)
    {
        if (SuppressionReason.IsGiven(silencing.Reason))
            return;

        var reality = silencing.Reason.Length == 0 ? "nothing says why" : $"'{silencing.Reason}' does not say why";
        report(Report.Finding(
            Descriptors.GB9001_SuppressionWithoutReason,
            silencing.Location,
            new Claim($"{silencing.Form} that silences {silencing.Subject}", silencing.Location),
            Evidence.At(reality),
            silencing.Form, silencing.Subject, reality));
    }
}
