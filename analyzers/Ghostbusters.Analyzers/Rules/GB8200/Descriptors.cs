using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules;

public static partial class Descriptors
{
    /// <summary>A secret that stands in the source.</summary>
    public static DiagnosticDescriptor GB8205_HardCodedSecret { get; } = Rule(
        "GB8205", "A secret stands in the source", UnsafeApi, DiagnosticSeverity.Warning,
        "{0} is a secret, but it stands in the source ({1}), for whoever reads the code or the assembly. Read it from a secret store or the configuration, and revoke this one.",
        Basis.Semantic, "CWE-798", "CWE-259", "CWE-321");
}
