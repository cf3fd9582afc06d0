using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Testing;

/// <summary>What an assertion claims of a value.</summary>
/// <param name="Call">The call that asserts.</param>
/// <param name="Kind">The claim.</param>
/// <param name="Actual">The value that it is about; of two that are compared, the one that the library calls actual.</param>
/// <param name="Other">What it is compared with; null where the claim needs none.</param>
/// <param name="Type">The type that is claimed; null where none is.</param>
internal sealed record Assertion(IInvocationOperation Call, AssertionKind Kind, IOperation Actual, IOperation? Other, ITypeSymbol? Type);

/// <summary>The claims that are understood.</summary>
internal enum AssertionKind
{
    True,
    False,
    Null,
    NotNull,
    Equal,
    NotEqual,
    Same,
    Greater,
    GreaterOrEqual,
    ExactType,
}
