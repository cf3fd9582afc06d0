using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>What a method claims to do that a wait cannot do, and whether it says itself that it only waits.</summary>
internal static class SimulationClaim
{
    // Verbs that a constant may honour, so that they are no claim of GB2001, but a wait does not.
    private static readonly HashSet<string> Deeds = new(StringComparer.Ordinal)
    {
        "connect", "execute", "perform", "run", "handle", "initialize", "apply", "create", "register", "build", "install", "call", "invoke", "request", "post", "put",
        "complete", "cancel", "ship", "order", "notify", "write", "read", "get", "capture", "settle", "provision", "index", "crawl", "rebuild", "refresh", "lookup", "login", "push", "pull", "commit", "print",
    };

    // Waiting is what they are for, or they say that nothing is done.
    private static readonly HashSet<string> Waits = new(StringComparer.OrdinalIgnoreCase)
    {
        "delay", "delayed", "wait", "sleep", "pause", "throttle", "throttled", "throttler", "debounce", "debouncer", "backoff", "retry", "retries", "poll", "polling", "poller", "timer", "tick", "timeout",
        "animate", "animation", "animator", "fade", "blink", "idle", "cooldown", "heartbeat", "yield", "rate", "limit", "limiter", "slow", "latency", "hold", "settling", "jitter", "clock", "schedule",
        "simulate", "simulated", "simulator", "simulation", "fake", "mock", "chaos", "spinner", "splash", "stagger", "demo", "sample", "random", "randomly", "dice", "lottery", "playback", "typing",
    };

    // What the documentation tells callers, or a comment gives as the reason of the wait.
    private static readonly string[] Documented = ["simulat", "fake", "mock", "pretend", "demo", "for testing", "delay", "wait", "sleep", "pause", "random"];

    private static readonly string[] Reasons =
        ["wait for", "wait until", "wait a", "give ", "gives ", "let the", "let it", "settle", "time to", "rate limit", "debounce", "throttl", "grace", "race", "flicker", "avoid", "prevent", "timing attack", "brute"];

    /// <summary>The claim; null where the method claims no work.</summary>
    public static WorkClaim? Of(MethodDeclarationSyntax method)
    {
        if (WorkClaim.Of(method) is { IsWide: false } claim)
            return claim;
        var words = PascalWords.Of(method.Identifier.ValueText);
        return !words.IsEmpty && Deeds.Contains(words[0].ToLowerInvariant())
            ? new WorkClaim(string.Join(" ", words.Where(static w => w != "Async").Select(static w => w.ToLowerInvariant())), IsComputation: false, IsEffect: false) : null;
    }

    /// <summary>Whether a name, the documentation or a comment says that it waits, why it waits, or that it is simulated.</summary>
    public static bool SaysSo(MethodDeclarationSyntax method) =>
        PascalWords.Of(method.Identifier.ValueText).Any(Waits.Contains)
        || method.Ancestors().OfType<BaseTypeDeclarationSyntax>().Any(static t => PascalWords.Of(t.Identifier.ValueText).Any(Waits.Contains) || IsDocumented(t))
        || method.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Any(static n => n.Name.ToString().Split('.').Any(static part => PascalWords.Of(part).Any(Waits.Contains)))
        || IsDocumented(method)
        || method.DescendantTrivia().Any(static t => t.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia && Says(t, Reasons));

    private static bool IsDocumented(MemberDeclarationSyntax member) =>
        member.GetLeadingTrivia().Any(static t => t.Kind() is SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia && Says(t, Documented));

    private static bool Says(SyntaxTrivia comment, string[] words) =>
        comment.ToFullString() is var text && words.Any(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
