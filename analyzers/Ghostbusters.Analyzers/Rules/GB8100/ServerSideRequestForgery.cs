using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8100;

/// <summary>GB8110: data from outside chooses the address of a request.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ServerSideRequestForgery : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8110_ServerSideRequestForgery];

    // A public method that is given an address is asked to call that address.
    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) =>
        TaintedFlowReport.Register(context, SupportedDiagnostics[0], SinkKinds.Ssrf, TaintedFlowReport.Data & ~SourceKinds.Parameter);
}
