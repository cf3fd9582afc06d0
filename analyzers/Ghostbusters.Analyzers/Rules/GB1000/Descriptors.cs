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

    /// <summary>A catch in the test hides the assertion's own exception.</summary>
    public static DiagnosticDescriptor GB1004_SwallowedTestFailure { get; } = Rule(
        "GB1004", "A catch in the test hides the assertion's own exception", Tests, DiagnosticSeverity.Warning,
        "'{0}' claims to fail the test where it does not hold, but the catch of '{1}' on line {2} takes its exception, and the test passes all the same. "
        + "Assert outside of the try, or let the exception go on.",
        Basis.Flow);

    /// <summary>The expected value is computed by calling the subject itself.</summary>
    public static DiagnosticDescriptor GB1005_SelfReferentialExpected { get; } = Rule(
        "GB1005", "The expected value is computed by calling the subject itself", Tests, DiagnosticSeverity.Info,
        "This assertion claims to check what '{0}' gives, but what it expects comes from '{0}' with the same arguments, on line {1}: it holds whatever that computes. "
        + "Write the expected value down, or compute it in another way.",
        Basis.Flow);

    /// <summary>The test sets up the very member that it asserts.</summary>
    public static DiagnosticDescriptor GB1006_MockedSubject { get; } = Rule(
        "GB1006", "The test sets up the very member that it asserts", Tests, DiagnosticSeverity.Warning,
        "This assertion claims to check what '{0}' gives, but '{0}' is a mock's, and the test itself sets up its answer on line {1}: no real code stands in between. "
        + "Hand the mock to the code under test, and assert what that gives.",
        Basis.Flow);

    /// <summary>An async assertion that nobody awaits, or a test that is async void.</summary>
    public static DiagnosticDescriptor GB1007_UnawaitedAssertion { get; } = Rule(
        "GB1007", "An async assertion that nobody awaits, or a test that is async void", Tests, DiagnosticSeverity.Warning,
        "'{0}' claims to check something, but {1}. {2}.",
        Basis.Semantic);

    /// <summary>A test that does not run, and nothing says what it waits for.</summary>
    public static DiagnosticDescriptor GB1008_DisabledTest { get; } = Rule(
        "GB1008", "A test that does not run, and nothing says what it waits for", Tests, DiagnosticSeverity.Info,
        "'{0}' claims to guard something, but {1}: it does not run, and {2}. Run it again, delete it, or name the issue or the condition that it waits for.",
        Basis.Syntax);

    /// <summary>A test whose name promises what no assertion checks.</summary>
    public static DiagnosticDescriptor GB1009_NameClaimsMore { get; } = Rule(
        "GB1009", "A test whose name promises what no assertion checks", Tests, DiagnosticSeverity.Info,
        "'{0}' promises {1}, but {2}. Assert what the name says, or name the test for what it checks.",
        Basis.Semantic);

    /// <summary>A column of test data that nothing reads, or a row that repeats another.</summary>
    public static DiagnosticDescriptor GB1010_UnusedTheoryData { get; } = Rule(
        "GB1010", "Test data that nothing reads, or that repeats", Tests, DiagnosticSeverity.Info,
        "The rows of '{0}' claim {1}, but {2}. {3}.",
        Basis.Semantic);

    /// <summary>An assertion that compares so loosely that it lets every plausible error through.</summary>
    public static DiagnosticDescriptor GB1011_OverbroadTolerance { get; } = Rule(
        "GB1011", "An assertion so loose that it lets every plausible error through", Tests, DiagnosticSeverity.Warning,
        "'{0}' claims to check the value, but {1}. Ask for no more room than rounding or the clock needs.",
        Basis.Flow);

    /// <summary>A method that tests run and whose loss none notices. `ghostbusters mutate` raises it, not a rule.</summary>
    public static DiagnosticDescriptor GB1012_PseudoTested { get; } = Rule(
        "GB1012", "A tested method whose body can be taken away without a test noticing", Tests, DiagnosticSeverity.Warning,
        "'{0}' is run by {1}, but none notices when '{2}' stands in the place of its body. Assert what it does, or remove what nobody needs.",
        Basis.Run);
}
