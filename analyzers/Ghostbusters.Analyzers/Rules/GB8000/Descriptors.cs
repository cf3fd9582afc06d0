using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules;

public static partial class Descriptors
{
    /// <summary>A check that lets everything pass.</summary>
    public static DiagnosticDescriptor GB8001_VerificationInNameOnly { get; } = Rule(
        "GB8001", "A check lets everything pass", Guards, DiagnosticSeverity.Warning,
        "'{0}' claims to {1}, but {2}: whoever relies on it is not protected. Decide by the input, or fail until it can be decided.",
        Basis.Flow, "CWE-287", "CWE-863");

    /// <summary>Something is verified, and nothing is decided by the answer.</summary>
    public static DiagnosticDescriptor GB8002_VerificationResultUnused { get; } = Rule(
        "GB8002", "The answer of a check is not read", Guards, DiagnosticSeverity.Warning,
        "'{0}' says by its result alone whether {1}, but {2}: what fails the check goes on like what passes it. Test the result, and stop where it says no.",
        Basis.Flow, "CWE-252", "CWE-347");

    /// <summary>A text is said to be made harmless, and is not.</summary>
    public static DiagnosticDescriptor GB8003_SanitizerThatDoesNot { get; } = Rule(
        "GB8003", "A text is not made harmless", Guards, DiagnosticSeverity.Warning,
        "'{0}' is to make a text harmless, but {1}. {2}.",
        Basis.Flow, "CWE-116", "CWE-184");

    /// <summary>What is said to be encrypted is only written in another way.</summary>
    public static DiagnosticDescriptor GB8004_EncryptionInNameOnly { get; } = Rule(
        "GB8004", "What is said to be encrypted is not", Guards, DiagnosticSeverity.Warning,
        "'{0}' claims to {1}, but it only {2}: whoever gets the result can undo that without a key. {3}.",
        Basis.Flow, "CWE-327", "CWE-321");

    /// <summary>A check comes after what it is to prevent.</summary>
    public static DiagnosticDescriptor GB8005_GuardAfterUse { get; } = Rule(
        "GB8005", "A check comes too late", Guards, DiagnosticSeverity.Warning,
        "'{0}' {1}, but every way to it has passed '{2}' on line {3}: what it is to prevent has happened by then. Put the check first.",
        Basis.Flow, "CWE-696", "CWE-367");

    /// <summary>A route is open among routes that are not.</summary>
    public static DiagnosticDescriptor GB8006_AnonymousByDefault { get; } = Rule(
        "GB8006", "A route is open among routes that are not", Guards, DiagnosticSeverity.Info,
        "'{0}' stands beside {1}, which ask who calls, but anybody may call it: no attribute, no policy and no code of its own asks. Add the same, or [AllowAnonymous] where that is meant.",
        Basis.CrossFile, "CWE-306");
}
