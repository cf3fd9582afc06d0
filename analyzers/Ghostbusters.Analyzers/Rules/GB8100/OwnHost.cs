using Ghostbusters.Analyzers.Taint.Execution;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8100;

/// <summary>Addresses of the host that the browser asked: nobody can make another's browser name a host that it does not go to.</summary>
internal static class OwnHost
{
    private const string Host = "Host";

    // The whole address that was asked for.
    private static readonly HashSet<string> Whole = new(StringComparer.Ordinal) { "GetDisplayUrl", "GetEncodedUrl" };

    /// <summary>Whether the data is that host, or is put behind it.</summary>
    public static bool Leads(TaintedFlow flow)
    {
        var stations = flow.Path.FromSource().Select(static s => s.Place).Append(flow.Sink).ToList();
        return IsHost(stations[0]) || stations.Skip(1).Any(place => place.DescendantNodesAndSelf().Any(node => IsPutTogether(node) && StandsBehindHost(node, stations[0])));
    }

    private static bool IsHost(SyntaxNode source) => source switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: Host } or MemberBindingExpressionSyntax { Name.Identifier.ValueText: Host } => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } => Whole.Contains(called.Name.Identifier.ValueText),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax called } => Whole.Contains(called.Name.Identifier.ValueText),
        _ => false,
    };

    private static bool IsPutTogether(SyntaxNode node) =>
        node is InterpolatedStringExpressionSyntax or InvocationExpressionSyntax || node.IsKind(SyntaxKind.AddExpression);

    // `scheme + "://" + request.Host + path`: where the data does not stand in the sum itself, it came in by another variable.
    private static bool StandsBehindHost(SyntaxNode sum, SyntaxNode source) =>
        sum.DescendantNodes().OfType<IdentifierNameSyntax>().FirstOrDefault(static i => i.Identifier.ValueText == Host && i.Parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax) is { } host
        && sum.DescendantTokens().Any(static t => t.Text.Contains("://") || t.ValueText is "Scheme" or "SchemeDelimiter")
        && (!sum.Span.Contains(source.Span) || sum.SyntaxTree != source.SyntaxTree || host.SpanStart < source.SpanStart);
}
