using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules;

public static partial class Descriptors
{
    /// <summary>A catch path yields success.</summary>
    public static DiagnosticDescriptor GB3001_CatchReturnsSuccess { get; } = Rule(
        "GB3001", "A catch path yields success, true, 200 or Ok", Errors, DiagnosticSeverity.Info,
        "{0} says by '{1}' that it succeeded, but the catch of '{2}' on line {3} ends in the same answer, so no caller learns of the failure. Return a failure there, or let the exception go on.",
        Basis.Flow);

    /// <summary>A failure becomes null, empty or 0.</summary>
    public static DiagnosticDescriptor GB3002_CatchReturnsDefault { get; } = Rule(
        "GB3002", "A failure becomes null, empty or 0, indistinguishable from a real answer", Errors, DiagnosticSeverity.Info,
        "{0} answers '{1}' where {2}, but the catch of '{3}' on line {4} gives the same answer after a failure, so no caller can tell the two apart. Let the exception go on, or return a result that names the failure.",
        Basis.Flow);

    /// <summary>A catch that does nothing, without a stated reason.</summary>
    public static DiagnosticDescriptor GB3003_EmptyCatch { get; } = Rule(
        "GB3003", "A catch that does nothing, without a stated reason", Errors, DiagnosticSeverity.Info,
        "This catch claims to handle '{0}', but it does nothing: {1}. Handle it, rethrow it, or state in the catch why it may be dropped.",
        Basis.Syntax);

    /// <summary>The error is logged, and the path reports completion.</summary>
    public static DiagnosticDescriptor GB3004_LoggedThenSucceeded { get; } = Rule(
        "GB3004", "The error is logged, and the path joins the one that reports completion", Errors, DiagnosticSeverity.Warning,
        "'{0}' reports completion, but it also follows the catch of '{1}' on line {2}, which only logs the failure. Report it inside the try, or leave or rethrow in the catch.",
        Basis.Flow);

    /// <summary>Success is reported before the effect.</summary>
    public static DiagnosticDescriptor GB3005_SuccessBeforeEffect { get; } = Rule(
        "GB3005", "Success is reported before the effect has happened or been awaited", Errors, DiagnosticSeverity.Warning,
        "'{0}' reports what has not happened: {1}. Await the effect first, and report it then.",
        Basis.Flow);

    /// <summary>A task started and lost, or returned out of the try whose catch is meant for it.</summary>
    public static DiagnosticDescriptor GB3006_UnobservedTask { get; } = Rule(
        "GB3006", "A task is started and lost, or leaves the try that should guard it", Errors, DiagnosticSeverity.Info,
        "'{0}' starts work, but {1}. {2}.",
        Basis.Semantic);

    /// <summary>The value by which a call says that it failed is read on no way.</summary>
    public static DiagnosticDescriptor GB3007_IgnoredOutcome { get; } = Rule(
        "GB3007", "The outcome of a call, which says whether it failed, is dropped", Errors, DiagnosticSeverity.Info,
        "'{0}' tells by {1}, but {2}, so a failure goes on as if it were none. {3}.",
        Basis.Flow);

    /// <summary>A catch keeps a failure from what would try again.</summary>
    public static DiagnosticDescriptor GB3008_RetryThatCannotRetry { get; } = Rule(
        "GB3008", "A catch keeps the failure from the queue, loop or policy that would try again", Errors, DiagnosticSeverity.Info,
        "{0} is {1}, but this catch {2}. {3}.",
        Basis.Flow);

    /// <summary>Success is logged on a way that a failure dominates.</summary>
    public static DiagnosticDescriptor GB3009_FailureLoggedAsSuccess { get; } = Rule(
        "GB3009", "Success is logged on a path that a failure dominates", Errors, DiagnosticSeverity.Warning,
        "This message says '{0}', but {1}. Log it where the work has succeeded, and name the failure here.",
        Basis.Flow);

    /// <summary>A loop drops failed items, and the whole is reported as done.</summary>
    public static DiagnosticDescriptor GB3010_PartialFailureHidden { get; } = Rule(
        "GB3010", "A loop drops the items that failed, and the whole is reported as done", Errors, DiagnosticSeverity.Warning,
        "'{0}' reports the whole of '{1}' as done, but {2}, so items that failed pass for done. Count them and tell of them in the report.",
        Basis.Flow);
}
