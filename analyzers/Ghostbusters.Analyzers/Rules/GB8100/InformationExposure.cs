using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8100;

/// <summary>GB8122: a secret or an exception's details leave the system.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InformationExposure : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8122_InformationExposure];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) =>
        TaintedFlowReport.Register(context, SupportedDiagnostics[0], SinkKinds.Exposure, SourceKinds.Secret | SourceKinds.Exception);
}
