using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>Which methods mean success when they return true.</summary>
internal static class SuccessClaims
{
    // What is done: true means that it was.
    private static readonly HashSet<string> Actions =
    [
        "Add", "Apply", "Approve", "Archive", "Authenticate", "Authorize", "Backup", "Book", "Charge", "Commit", "Complete", "Confirm", "Connect", "Copy",
        "Create", "Delete", "Deliver", "Deploy", "Dispatch", "Download", "Encrypt", "Enqueue", "Execute", "Export", "Flush", "Grant", "Handle", "Import",
        "Init", "Initialize", "Insert", "Install", "Load", "Login", "Migrate", "Move", "Notify", "Open", "Patch", "Pay", "Persist", "Ping", "Post",
        "Process", "Publish", "Push", "Put", "Refund", "Register", "Remove", "Restore", "Revoke", "Rollback", "Run", "Save", "Schedule", "Send", "Set", "Sign",
        "Start", "Stop", "Store", "Submit", "Sync", "Synchronize", "Test", "Transfer", "Try", "Update", "Upgrade", "Upload", "Upsert", "Validate",
        "Verify", "Write",
    ];

    // What lets somebody in.
    private static readonly string[] Guards =
    [
        "IsValid", "IsAuthorized", "IsAuthenticated", "IsAllowed", "IsVerified", "IsHealthy", "IsTrusted", "IsPermitted", "CanAccess", "HasPermission",
        "HasAccess", "HasRole", "CheckPassword", "CheckPermission", "CheckAccess", "CheckToken", "CheckSignature", "CheckLicense", "CheckHealth",
    ];

    // Methods whose question is the failure itself: `ShouldRetry`, `TryDetectFailure`, `HandleException`.
    private static readonly string[] AboutFailure =
        ["Fail", "Error", "Throw", "Exception", "Fault", "Retry", "Transient", "Locked", "Disposed", "Stale", "Expired", "Invalid", "Missing", "Broken", "Recover", "BestEffort", "Ignor"];

    /// <summary>Whether <c>true</c> from this method says that something went well.</summary>
    public static bool MeansSuccess(IMethodSymbol method)
    {
        var name = method.Name.Substring(method.Name.LastIndexOf('.') + 1);
        if (AboutFailure.Any(w => name.IndexOf(w, StringComparison.Ordinal) >= 0))
            return false;
        return Actions.Contains(FirstWord(name)) || Guards.Any(g => name.StartsWith(g, StringComparison.Ordinal));
    }

    /// <summary>Whether the method is given an exception to judge.</summary>
    public static bool TakesException(IMethodSymbol method) => method.Parameters.Any(static p => FailureTypes.IsException(p.Type));

    private static string FirstWord(string name)
    {
        var end = 1;
        while (end < name.Length && !char.IsUpper(name[end]))
            end++;
        return name.Substring(0, Math.Min(end, name.Length));
    }
}
