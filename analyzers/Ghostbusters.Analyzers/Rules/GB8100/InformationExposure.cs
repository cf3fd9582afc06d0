using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        TaintedFlowReport.Register(context, SupportedDiagnostics[0], static (flow, compilation) => flow.Source.Kind == SourceKinds.Exception && (IsLog(flow.SinkName) || IsWrittenForReaders(flow.Source.Place, compilation)));

    // An exception's details belong into the log; a secret does not.
    private static bool IsLog(string sink) => sink.StartsWith("Log", StringComparison.Ordinal) || sink.StartsWith("Trace", StringComparison.Ordinal)
        || sink is "Verbose" or "Debug" or "Information" or "Info" or "Warning" or "Warn" or "Error" or "Fatal" or "WriteEntry";

    // The message of an exception that the analysed code declares was written by who wrote the answer, and so was a validation's.
    private static bool IsWrittenForReaders(SyntaxNode source, Compilation compilation) =>
        source is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Message", Expression: IdentifierNameSyntax { Identifier.ValueText: var variable } }
        && source.Ancestors().OfType<CatchClauseSyntax>().FirstOrDefault(c => c.Declaration?.Identifier.ValueText == variable)?.Declaration?.Type is { } caught
        && caught.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().LastOrDefault()?.Identifier.ValueText is { } type
        && (type == "ValidationException" || compilation.ContainsSymbolsWithName(type, SymbolFilter.Type));
}
