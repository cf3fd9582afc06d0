using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8100;

/// <summary>GB8117: data from outside becomes part of XML unencoded.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class XmlInjection : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8117_XmlInjection];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) =>
        TaintedFlowReport.Register(context, SupportedDiagnostics[0]);
}
