using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules;

public static partial class Descriptors
{
    /// <summary>A reported measurement that no input has a say in.</summary>
    public static DiagnosticDescriptor GB4001_HardCodedMetric { get; } = Rule(
        "GB4001", "A reported measurement does not depend on any input", Invented, DiagnosticSeverity.Warning,
        "'{0}' reports {1}, but {2}, whatever the input. Measure or compute it, or name it as the constant that it is.",
        Basis.Flow, WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Shipped code answers with mock, fake or sample data.</summary>
    public static DiagnosticDescriptor GB4002_MockInProduction { get; } = Rule(
        "GB4002", "Shipped code answers with mock, fake or sample data", Invented, DiagnosticSeverity.Warning,
        "{0}, but {1}. {2}.",
        Basis.Semantic);

    /// <summary>A shipped branch compares an input with a literal that also occurs in the tests, and answers it by a constant.</summary>
    public static DiagnosticDescriptor GB4003_TestSpecialCase { get; } = Rule(
        "GB4003", "A shipped branch answers an input of the tests specially", Invented, DiagnosticSeverity.Warning,
        "'{0}' claims to work its answer out, but {1} singles out {2}, which the test '{3}' asks it for, and answers by a constant. Work the answer out, or declare the case as a named rule of the domain.",
        Basis.CrossFile, WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Behaviour switches on a test host, CI or a debugger.</summary>
    public static DiagnosticDescriptor GB4004_EnvironmentSniffing { get; } = Rule(
        "GB4004", "Behaviour switches on a test host, CI or a debugger", Invented, DiagnosticSeverity.Info,
        "'{0}' ships as one behaviour, but it asks by '{1}' whether it runs {2}, and line {3} then {4}: what is seen there is not what users get. Drop the difference, or make it an option that is set from outside.",
        Basis.Semantic);

    /// <summary>A health check that checks nothing.</summary>
    public static DiagnosticDescriptor GB4005_ConstantHealth { get; } = Rule(
        "GB4005", "A health check that checks nothing", Invented, DiagnosticSeverity.Warning,
        "'{0}' answers for the health of {1}, but {2}, so it is healthy when all else is down. Ask what it depends on, or name it as the liveness probe that it is.",
        Basis.Flow);

    /// <summary>An equality, order or hash that is the same whatever is compared.</summary>
    public static DiagnosticDescriptor GB4006_EqualityGaming { get; } = Rule(
        "GB4006", "An equality, order or hash that is the same whatever is compared", Invented, DiagnosticSeverity.Info,
        "'{0}' says {1}, but it answers {2} and looks at nothing that they hold. {3}, or say in its docs why all are the same.",
        Basis.Semantic);

    /// <summary>A reported measurement that a random number feeds.</summary>
    public static DiagnosticDescriptor GB4007_RandomAsMeasure { get; } = Rule(
        "GB4007", "A random number feeds a reported measurement", Invented, DiagnosticSeverity.Warning,
        "'{0}' reports {1}, but '{2}' feeds it, so it says nothing about what it names. Measure or compute it, or name it as the random value that it is.",
        Basis.Flow);
}
