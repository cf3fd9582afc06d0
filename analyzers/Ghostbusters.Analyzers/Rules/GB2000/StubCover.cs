using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>What GB2001 judges: other rules leave those methods to it, so that one place has one finding.</summary>
internal static class StubCover
{
    /// <summary>Whether the method claims work, can be a stub, and does nothing.</summary>
    public static bool Covers(MemberDeclarationSyntax member, FlowGraph graph, CancellationToken cancellation) =>
        member is MethodDeclarationSyntax method && StubShape.Fits(method) && WorkClaim.Of(method) is { } claim
        && (method.ParameterList.Parameters.Any(IsInput) || claim.IsComputation || WorkClaim.IsLookup(method)) && InertBody.Of(graph, cancellation) is { } body && Contradicts(body, claim, method);

    // As there: a token or a culture is no input, and a check with no other is no stub but whatever else it is.
    private static bool IsInput(ParameterSyntax parameter) => (parameter.Type is QualifiedNameSyntax qualified ? qualified.Right : parameter.Type)?.ToString() is not
        (null or "CancellationToken" or "IFormatProvider" or "CultureInfo" or "StreamingContext");

    // Of what answers nothing GB2001 speaks only where an effect is promised to others.
    private static bool Contradicts(InertBody body, WorkClaim claim, MethodDeclarationSyntax method) => !(claim.IsWide && body.Logs) && (
        body.Value is not null and not "a completed task"
        || (claim.IsEffect && method.Modifiers.Any(static m => m.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword)));
}
