using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>Places where an outcome may be dropped, because the code says so or nothing else is left to do.</summary>
internal static class MeantDrop
{
    private static readonly string[] Names =
        ["BestEffort", "Ignor", "Safe", "Quiet", "Silent", "Swallow", "Cleanup", "CleanUp", "TearDown", "Shutdown", "WarmUp", "Warmup", "KeepAlive", "Ping", "OrDefault", "Prefetch", "Preload", "Telemetry", "Benchmark", "Drain", "Skip"];

    private static readonly string[] Reasons =
    [
        "ignore", "best effort", "best-effort", "don't care", "do not care", "doesn't matter", "does not matter", "no matter", "regardless", "fine", "default",
        "optional", "may fail", "can fail", "already", "either way", "on purpose", "intention", "deliberate", "not needed", "irrelevant", "never fails", "cannot fail", "can't fail", "if it fails", "not fatal", "non-fatal",
        "whether or not", "fallback", "fall back", "zero if", "0 if", "null if", "side effect", "fire and forget", "fire-and-forget", "harmless", "no-op", "discard", "if not", "otherwise", "because",
    ];

    /// <summary>Whether a comment or the member says that it is meant, or the place is a handler, a finally or Dispose.</summary>
    public static bool IsAt(SyntaxNode node)
    {
        var statement = node.FirstAncestorOrSelf<StatementSyntax>() ?? node;
        var comments = statement.GetLeadingTrivia().Concat(statement.GetTrailingTrivia())
            .Where(static t => t.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia).Select(static t => t.ToString());
        return comments.Any(static c => Reasons.Any(r => c.IndexOf(r, StringComparison.OrdinalIgnoreCase) >= 0))
            || ExpectedFailure.MustNotThrow(node)
            || (ExpectedFailure.Name(ExpectedFailure.Member(node)) is { } name && IsName(name));
    }

    /// <summary>Whether a method of this name may drop outcomes.</summary>
    public static bool IsName(string name) => Names.Any(n => name.IndexOf(n, StringComparison.Ordinal) >= 0);
}
