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
}
