using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules;

public static partial class Descriptors
{
    /// <summary>A catch that does nothing, without a stated reason.</summary>
    public static DiagnosticDescriptor GB3003_EmptyCatch { get; } = Rule(
        "GB3003", "A catch that does nothing, without a stated reason", Errors, DiagnosticSeverity.Warning,
        "This catch claims to handle '{0}', but it does nothing: {1}. Handle it, rethrow it, or state in the catch why it may be dropped.",
        Basis.Syntax);

    /// <summary>A task started and lost, or returned out of the try whose catch is meant for it.</summary>
    public static DiagnosticDescriptor GB3006_UnobservedTask { get; } = Rule(
        "GB3006", "A task is started and lost, or leaves the try that should guard it", Errors, DiagnosticSeverity.Warning,
        "'{0}' starts work, but {1}. {2}.",
        Basis.Semantic);
}
