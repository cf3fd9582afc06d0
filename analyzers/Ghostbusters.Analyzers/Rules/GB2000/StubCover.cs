using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>What GB2001 judges: other rules leave those methods to it, so that one place has one finding.</summary>
internal static class StubCover
{
    /// <summary>Whether the method claims work, can be a stub, and does nothing.</summary>
    public static bool Covers(MemberDeclarationSyntax member, FlowGraph graph, CancellationToken cancellation) =>
        member is MethodDeclarationSyntax method && StubShape.Fits(method) && WorkClaim.Of(method) is { } claim
        && (method.ParameterList.Parameters.Count > 0 || claim.IsComputation) && InertBody.Of(graph, cancellation) is not null;
}
