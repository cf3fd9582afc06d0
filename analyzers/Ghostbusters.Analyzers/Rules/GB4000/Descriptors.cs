using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules;

public static partial class Descriptors
{
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
        "GB4004", "Behaviour switches on a test host, CI or a debugger", Invented, DiagnosticSeverity.Warning,
        "'{0}' ships as one behaviour, but it asks by '{1}' whether it runs {2}, and line {3} then {4}: what is seen there is not what users get. Drop the difference, or make it an option that is set from outside.",
        Basis.Semantic);
}
