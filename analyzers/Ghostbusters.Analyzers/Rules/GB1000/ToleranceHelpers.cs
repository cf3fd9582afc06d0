using System.Collections.Concurrent;
using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>
/// Helpers that hand an expected value and a tolerance on to an assertion: <c>AssertClose(5, actual, 100)</c>. The claim lives in
/// the helper, the tolerance where it is called.
/// </summary>
internal sealed class ToleranceHelpers
{
    private static readonly string[] Words = ["Assert", "Close", "Near", "Equal", "Verify", "Approx", "Should", "Check", "Expect", "Within", "Tolerance"];

    private readonly ConcurrentDictionary<IMethodSymbol, LooseClaim?> _claims = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the call may go to a helper of the same file with constants.</summary>
    public static bool MayBe(IInvocationOperation call) =>
        call.TargetMethod is { MethodKind: MethodKind.Ordinary, DeclaringSyntaxReferences.Length: 1 } method
        && call.Arguments.Length >= 2
        && method.DeclaringSyntaxReferences[0].SyntaxTree == call.Syntax.SyntaxTree
        && Words.Any(word => method.Name.IndexOf(word, StringComparison.Ordinal) >= 0);

    /// <summary>What the helper's assertion claims of the call's arguments; null where it claims nothing that depends on them.</summary>
    public LooseClaim? ClaimOf(IInvocationOperation call, SemanticModel model, CancellationToken cancellation)
    {
        if (!MayBe(call))
            return null;
        var claim = _claims.GetOrAdd(call.TargetMethod.OriginalDefinition, m => Read(m, model, cancellation));
        return claim is { } known && ArgumentOf(call, known.Limit ?? known.Wanted) is not null
            ? known with { Actual = ArgumentOf(call, known.Actual) ?? known.Actual, Wanted = ArgumentOf(call, known.Wanted) ?? known.Wanted, Limit = ArgumentOf(call, known.Limit) ?? known.Limit }
            : null;
    }

    // Only where the helper makes a single loose claim, and its limit is a parameter.
    private static LooseClaim? Read(IMethodSymbol method, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetOperation(method.DeclaringSyntaxReferences[0].GetSyntax(cancellation), cancellation) is not { } body)
            return null;
        var calls = body.Descendants().OfType<IInvocationOperation>().Where(static c => ToleranceModel.MayBeLoose(c.TargetMethod.Name)).ToList();
        return calls.Count == 1 && ToleranceModel.Of(calls[0]) is { } claim && (claim.Limit ?? claim.Wanted) is IParameterReferenceOperation
            && !body.Descendants().Any(static o => o is IAssignmentOperation { Target: IParameterReferenceOperation }) ? claim : null;
    }

    private static IOperation? ArgumentOf(IInvocationOperation call, IOperation? inHelper) => inHelper is IParameterReferenceOperation reference
        && call.Arguments.FirstOrDefault(a => SymbolEqualityComparer.Default.Equals(a.Parameter?.OriginalDefinition, reference.Parameter.OriginalDefinition)) is { } argument
            ? ImplicitConversion.Strip(argument.Value) : null;
}
