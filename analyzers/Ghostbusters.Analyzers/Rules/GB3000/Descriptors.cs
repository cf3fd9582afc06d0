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

    /// <summary>The value by which a call says that it failed is read on no way.</summary>
    public static DiagnosticDescriptor GB3007_IgnoredOutcome { get; } = Rule(
        "GB3007", "The outcome of a call, which says whether it failed, is dropped", Errors, DiagnosticSeverity.Warning,
        "'{0}' tells by {1}, but {2}, so a failure goes on as if it were none. {3}.",
        Basis.Flow);

    /// <summary>A catch keeps a failure from what would try again.</summary>
    public static DiagnosticDescriptor GB3008_RetryThatCannotRetry { get; } = Rule(
        "GB3008", "A catch keeps the failure from the queue, loop or policy that would try again", Errors, DiagnosticSeverity.Warning,
        "{0} is {1}, but this catch {2}. {3}.",
        Basis.Flow);
}
