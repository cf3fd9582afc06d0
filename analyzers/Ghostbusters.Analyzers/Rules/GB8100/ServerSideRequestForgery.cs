using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8100;

/// <summary>GB8110: data from outside chooses the address of a request.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ServerSideRequestForgery : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8110_ServerSideRequestForgery];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) =>
        TaintedFlowReport.Register(context, SupportedDiagnostics[0], static (flow, _) => flow.Source.Kind == SourceKinds.Parameter ? !MakesItsClient(flow.Sink) : WholePaths.IsNamedByOwner(flow));

    // A public method of a class that was given its client is asked to call what it is told; one that makes a client for a caller's address looks at nothing.
    private static bool MakesItsClient(SyntaxNode sink) => sink.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && member.DescendantNodes().Any(static n => n is ObjectCreationExpressionSyntax { Type: NameSyntax type } && type.ToString().EndsWith("Client", StringComparison.Ordinal)
            || n is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Create" or "CreateHttp", Expression: IdentifierNameSyntax { Identifier.ValueText: "WebRequest" or "HttpWebRequest" } } });
}
