using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Testing;

/// <summary>Finds the places in a test's own body that may check something.</summary>
internal static class OracleSites
{
    /// <summary>The sites in source order, those in lambdas and local functions included; null where the body cannot be judged.</summary>
    public static List<OracleSite>? In(IOperation body, Oracles oracles, CancellationToken cancellation)
    {
        var sites = new List<OracleSite>();
        foreach (var operation in body.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IInvalidOperation or IDynamicInvocationOperation or IDynamicMemberReferenceOperation:
                    return null;
                case IThrowOperation:
                    sites.Add(new OracleSite(operation, OracleSiteKind.Fail));
                    break;
                case IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction } local:
                    sites.AddRange(OfLocalFunction(local, body, oracles, cancellation));
                    break;
                case IInvocationOperation call when IsSkip(call.TargetMethod):
                    break;
                case IInvocationOperation call when IsFail(call):
                    sites.Add(new OracleSite(call, OracleSiteKind.Fail));
                    break;
                case IInvocationOperation or IObjectCreationOperation or IMethodReferenceOperation or IPropertyReferenceOperation
                    or IFieldReferenceOperation or IBinaryOperation when oracles.MayCheck(operation, cancellation):
                    sites.Add(new OracleSite(operation, OracleSiteKind.Check));
                    break;
            }
        }

        return sites;
    }

    // A call of a local function checks where its body does. What the body holds is a site of its own too.
    private static IEnumerable<OracleSite> OfLocalFunction(IInvocationOperation call, IOperation body, Oracles oracles, CancellationToken cancellation)
    {
        var function = body.Descendants().OfType<ILocalFunctionOperation>()
            .FirstOrDefault(f => SymbolEqualityComparer.Default.Equals(f.Symbol, call.TargetMethod.OriginalDefinition));
        if (function is not null && function.Descendants().Any(o => o is IThrowOperation || oracles.MayCheck(o, cancellation)))
            yield return new OracleSite(call, OracleSiteKind.Check);
    }

    private static bool IsSkip(IMethodSymbol method) =>
        method.Name is "Skip" or "SkipUnless" or "SkipWhen" or "Ignore" or "Inconclusive" or "Pass" && method.ContainingType.Name is "Assert" or "Skip";

    /// <summary>Whether the call fails the test for sure.</summary>
    public static bool IsFail(IInvocationOperation call) =>
        call.TargetMethod.Name is "Fail" or "FailFast" or "ShouldNotReachHere"
        || (call.TargetMethod.Name is "True" or "IsTrue" or "That" && call.Arguments.Length > 0 && call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: false })
        || (call.TargetMethod.Name is "False" or "IsFalse" && call.Arguments.Length > 0 && call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: true });
}
