using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Testing;

/// <summary>One place in a test's own body that may check something.</summary>
/// <param name="Operation">The call or the throw.</param>
/// <param name="Kind">What it does to the test.</param>
internal readonly record struct OracleSite(IOperation Operation, OracleSiteKind Kind);

/// <summary>What a place does to the test.</summary>
internal enum OracleSiteKind
{
    /// <summary>It compares, or calls what may compare.</summary>
    Check,

    /// <summary>It fails the test for sure: a throw, Assert.Fail, Assert.True(false). The check is the condition that leads here.</summary>
    Fail,
}
