using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8100;

/// <summary>GB8113: data from outside is used as a regular expression.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RegexInjection : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8113_RegexInjection];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) =>
        TaintedFlowReport.Register(context, SupportedDiagnostics[0], static (flow, _) => IsLimited(flow.Sink));

    // The overloads with most parameters are those with a time limit; without backtracking the time grows with the text only.
    private static bool IsLimited(SyntaxNode sink) => sink switch
    {
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: var arguments } => arguments.Count >= 3 || IsWithoutBacktracking(arguments),
        InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } call =>
            arguments.Count >= (call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Replace" } ? 5 : 4) || IsWithoutBacktracking(arguments),
        _ => false,
    };

    private static bool IsWithoutBacktracking(IEnumerable<ArgumentSyntax> arguments) =>
        arguments.Any(static a => a.Expression.DescendantNodesAndSelf().Any(static n => n is IdentifierNameSyntax { Identifier.ValueText: "NonBacktracking" }));
}
