using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8100;

/// <summary>GB8115: data from outside becomes a setting of the system.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExternalControlOfSetting : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8115_ExternalControlOfSetting];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) =>
        TaintedFlowReport.Register(context, SupportedDiagnostics[0]);
}
