using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Execution;
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
        TaintedFlowReport.Register(context, SupportedDiagnostics[0], static (flow, compilation) => flow.Source.Kind == SourceKinds.Exception && (IsLog(flow.SinkName) || IsWrittenForReaders(flow.Source.Place, compilation) || IsShownToDevelopers(flow)));

    private static bool IsShownToDevelopers(TaintedFlow flow) => flow.Path.FromSource().Select(static s => s.Place).Append(flow.Sink).Any(static place => GB8200.Guard.IsDevelopment(place) && !GB8200.Guard.IsProduction(place));

    // An exception's details belong into the log; a secret does not.
    private static bool IsLog(string sink) => sink.StartsWith("Log", StringComparison.Ordinal) || sink.StartsWith("Trace", StringComparison.Ordinal)
        || sink is "Verbose" or "Debug" or "Information" or "Info" or "Warning" or "Warn" or "Error" or "Fatal" or "WriteEntry";

    // The message of an exception that the analysed code declares was written by who wrote the answer, and so was a validation's.
    private static bool IsWrittenForReaders(SyntaxNode source, Compilation compilation) =>
        source is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Message", Expression: IdentifierNameSyntax { Identifier.ValueText: var variable } }
        && TypesOf(source, variable) is { Count: > 0 } types && types.TrueForAll(t => IsOwn(t, compilation));

    private static bool IsOwn(SyntaxNode written, Compilation compilation) =>
        written.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().LastOrDefault()?.Identifier.ValueText is { } type
        && (type == "ValidationException" || compilation.ContainsSymbolsWithName(type, SymbolFilter.Type));

    // `catch (OrderException e)`, `error is OrderException e`, `switch (error) { case OrderException: … }`.
    private static List<SyntaxNode> TypesOf(SyntaxNode source, string variable)
    {
        if (source.Ancestors().OfType<CatchClauseSyntax>().FirstOrDefault(c => c.Declaration?.Identifier.ValueText == variable)?.Declaration?.Type is { } caught)
            return [caught];
        if (source.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
            && member.DescendantNodes().OfType<DeclarationPatternSyntax>().FirstOrDefault(p => p.Designation is SingleVariableDesignationSyntax named && named.Identifier.ValueText == variable) is { } matched)
        {
            return [matched.Type];
        }

        return source.Ancestors().OfType<SwitchSectionSyntax>().FirstOrDefault(s => s.Parent is SwitchStatementSyntax { Expression: IdentifierNameSyntax asked } && asked.Identifier.ValueText == variable) is { } section
            ? [.. section.Labels.Select(TypeOf)] : [];
    }

    // A label without a type names no type that is declared here.
    private static SyntaxNode TypeOf(SwitchLabelSyntax label) => label switch
    {
        CaseSwitchLabelSyntax { Value: var value } => value,
        CasePatternSwitchLabelSyntax { Pattern: TypePatternSyntax pattern } => pattern.Type,
        CasePatternSwitchLabelSyntax { Pattern: ConstantPatternSyntax pattern } => pattern.Expression,
        _ => label,
    };
}
