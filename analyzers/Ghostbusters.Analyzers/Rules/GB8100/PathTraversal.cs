using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8100;

/// <summary>GB8103: data from outside chooses a path.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PathTraversal : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8103_PathTraversal];

    // A public method that is given a path is asked to use that path; the names in an archive are GB8120's.
    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) =>
        TaintedFlowReport.Register(context, SupportedDiagnostics[0], SinkKinds.Path, TaintedFlowReport.Data & ~(SourceKinds.Archive | SourceKinds.Parameter));
}
