using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules;

public static partial class Descriptors
{
    /// <summary>An assertion whose condition is always true.</summary>
    public static DiagnosticDescriptor GB1001_VacuousAssertion { get; } = Rule(
        "GB1001", "An assertion whose condition is always true", Tests, DiagnosticSeverity.Warning,
        "'{0}' claims to check something, but {1}: it cannot fail. Assert what the code under test gave, or remove it.",
        Basis.Flow);

    /// <summary>A test that calls its subject and checks nothing.</summary>
    public static DiagnosticDescriptor GB1002_NoOracle { get; } = Rule(
        "GB1002", "A test that calls its subject and checks nothing", Tests, DiagnosticSeverity.Warning,
        "'{0}' claims to test something, but {1}, and no assertion, verify or expected exception is reachable from it, helpers included. "
        + "Assert the outcome, or say in the name that it only must not throw.",
        Basis.CrossFile);

    /// <summary>A test whose every assertion lies where it need not run.</summary>
    public static DiagnosticDescriptor GB1003_UnreachableAssertion { get; } = Rule(
        "GB1003", "A test whose every assertion lies where it need not run", Tests, DiagnosticSeverity.Warning,
        "'{0}' claims that this holds, but {1}: the test passes without asserting anything. "
        + "Assert unconditionally, or fail on the way that leads past it.",
        Basis.Flow);

    /// <summary>A method that tests run and whose loss none notices. `ghostbusters mutate` raises it, not a rule.</summary>
    public static DiagnosticDescriptor GB1012_PseudoTested { get; } = Rule(
        "GB1012", "A tested method whose body can be taken away without a test noticing", Tests, DiagnosticSeverity.Warning,
        "'{0}' is run by {1}, but none notices when '{2}' stands in the place of its body. Assert what it does, or remove what nobody needs.",
        Basis.Run);
}
