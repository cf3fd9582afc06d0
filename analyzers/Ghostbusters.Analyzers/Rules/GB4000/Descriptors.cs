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

    /// <summary>A health check that checks nothing.</summary>
    public static DiagnosticDescriptor GB4005_ConstantHealth { get; } = Rule(
        "GB4005", "A health check that checks nothing", Invented, DiagnosticSeverity.Warning,
        "'{0}' answers for the health of {1}, but {2}, so it is healthy when all else is down. Ask what it depends on, or name it as the liveness probe that it is.",
        Basis.Flow);
}
