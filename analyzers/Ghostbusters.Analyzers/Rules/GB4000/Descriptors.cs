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
}
