using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8100;

/// <summary>GB8112: data from outside becomes a response header.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ResponseSplitting : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8112_ResponseSplitting];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) =>
        TaintedFlowReport.Register(context, SupportedDiagnostics[0], static (flow, _) => flow.Sink.ToString().Contains("Access-Control-")); // Whom that header lets in is GB8208's.
}
