using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8100;

/// <summary>GB8107: data from outside becomes part of an XPath expression.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class XPathInjection : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8107_XPathInjection];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) =>
        TaintedFlowReport.Register(context, SupportedDiagnostics[0]);
}
