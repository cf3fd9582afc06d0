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
        "GB1005", "The expected value is computed by calling the subject itself", Tests, DiagnosticSeverity.Warning,
        "This assertion claims to check what '{0}' gives, but what it expects comes from '{0}' with the same arguments, on line {1}: it holds whatever that computes. "
        + "Write the expected value down, or compute it in another way.",
        Basis.Flow);

    /// <summary>An async assertion that nobody awaits, or a test that is async void.</summary>
    public static DiagnosticDescriptor GB1007_UnawaitedAssertion { get; } = Rule(
        "GB1007", "An async assertion that nobody awaits, or a test that is async void", Tests, DiagnosticSeverity.Warning,
        "'{0}' claims to check something, but {1}. {2}.",
        Basis.Semantic);
}
