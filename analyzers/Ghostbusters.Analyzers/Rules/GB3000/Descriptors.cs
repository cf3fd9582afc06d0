using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules;

public static partial class Descriptors
{
    /// <summary>A catch path yields success.</summary>
    public static DiagnosticDescriptor GB3001_CatchReturnsSuccess { get; } = Rule(
        "GB3001", "A catch path yields success, true, 200 or Ok", Errors, DiagnosticSeverity.Warning,
        "{0} says by '{1}' that it succeeded, but the catch of '{2}' on line {3} ends in the same answer, so no caller learns of the failure. Return a failure there, or let the exception go on.",
        Basis.Flow);

    /// <summary>A failure becomes null, empty or 0.</summary>
    public static DiagnosticDescriptor GB3002_CatchReturnsDefault { get; } = Rule(
        "GB3002", "A failure becomes null, empty or 0, indistinguishable from a real answer", Errors, DiagnosticSeverity.Warning,
        "{0} answers '{1}' where {2}, but the catch of '{3}' on line {4} gives the same answer after a failure, so no caller can tell the two apart. Let the exception go on, or return a result that names the failure.",
        Basis.Flow);

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
