using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8100;

/// <summary>GB8119: data from outside chooses how much is taken.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ResourceExhaustion : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8119_ResourceExhaustion];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) =>
        TaintedFlowReport.Register(context, SupportedDiagnostics[0], static (flow, _) => SizeLimits.AreKept(flow.Sink));
}
