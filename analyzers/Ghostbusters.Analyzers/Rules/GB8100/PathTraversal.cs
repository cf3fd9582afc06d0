using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Execution;
using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8100;

/// <summary>GB8103: data from outside chooses a path.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PathTraversal : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8103_PathTraversal];

    // The names in an archive are GB8120's.
    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) =>
        TaintedFlowReport.Register(context, SupportedDiagnostics[0], static (flow, _) => flow.Source.Kind == SourceKinds.Parameter ? IsWholePath(flow) : WholePaths.IsNamedByOwner(flow) || WholePaths.IsOnlyAskedFor(flow));

    // A public method that is given a path is asked to use that path; one that puts a name into a folder means to stay there.
    private static bool IsWholePath(TaintedFlow flow) => !flow.Path.FromSource().Select(static s => s.Place).Append(flow.Sink).Any(place => place.DescendantNodesAndSelf().Any(node => JoinedTo(node).Any(part => Names(part, flow.Source.Name))));

    // What is put behind a first part.
    private static IEnumerable<SyntaxNode> JoinedTo(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) => [sum.Right],
        InterpolatedStringExpressionSyntax text => text.Contents.Skip(1),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Combine" or "Join" } } call => call.ArgumentList.Arguments.Skip(1),
        _ => [],
    };

    private static bool Names(SyntaxNode part, string name) => part.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(i => i.Identifier.ValueText == name);
}
