using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules;

public static partial class Descriptors
{
    /// <summary>A test that calls its subject and checks nothing.</summary>
    public static DiagnosticDescriptor GB1002_NoOracle { get; } = Rule(
        "GB1002", "A test that calls its subject and checks nothing", Tests, DiagnosticSeverity.Warning,
        "'{0}' claims to test something, but {1}, and no assertion, verify or expected exception is reachable from it, helpers included. "
        + "Assert the outcome, or say in the name that it only must not throw.",
        Basis.CrossFile);
}
