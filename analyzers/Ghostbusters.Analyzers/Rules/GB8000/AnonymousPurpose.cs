using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>Routes that have to be open, and routes that ask by themselves who calls.</summary>
internal static class AnonymousPurpose
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "login", "logon", "logout", "logoff", "signin", "signout", "signup", "register", "registration", "forgot", "forgotten", "reset", "confirm", "confirmation", "activate", "activation", "authenticate", "authentication", "auth", "authorize", "token", "tokens",
        "refresh", "health", "healthz", "ping", "status", "version", "webhook", "webhooks", "hook", "hooks", "callback", "notify", "notification", "ipn", "error", "errors", "public", "anonymous", "guest", "contact", "captcha", "challenge", "oauth", "sso", "saml", "oidc", "acs",
        "lti", "wellknown", "metadata", "robots", "sitemap", "subscribe", "unsubscribe", "invite", "invitation", "invited", "accept", "password", "otp", "swagger", "culture", "language", "locale", "cookie", "consent", "payment", "landing",
        "setup", "install", "installer", "share", "shared", "embed", "impersonate", "session", "telemetry", "feedback", "identity", "prelogin", "enroll", "unlock", "verify", "verification", "external", "favicon", "csp", "exception", "denied",
    };

    // A class that holds what is said before somebody is known.
    private static readonly HashSet<string> Fronts = new(StringComparer.Ordinal) { "account", "accounts", "home", "connect", "live", "ready", "return", "info", "config", "configuration", "culture", "index", "default" };

    // A question that is sent by POST because it is long.
    private static readonly HashSet<string> Questions = new(StringComparer.Ordinal)
        { "search", "query", "list", "find", "filter", "check", "validate", "calculate", "preview", "exists", "get", "lookup", "estimate", "quote", "graphql", "page", "count", "test" };

    private static readonly string[] Asking = ["Authoriz", "IsAuthenticated", "IsInRole", "Signature", "ApiKey", "Unauthorized", "Forbid", "Challenge", "Captcha", "Permission", "VerifyHash", "Hmac", "AccessDenied", "Secret", "CurrentUser", "GetUserId", "FindFirst"];

    /// <summary>Whether a name, of a route or of what holds it, is one that everybody has to reach.</summary>
    public static bool IsNamed(string name) => WordsOf(name) is var words && (words.Any(Words.Contains) || words.Zip(words.Skip(1), static (a, b) => a + b).Any(Words.Contains));

    /// <summary>Whether the name is of a class that everybody has to reach.</summary>
    public static bool IsFront(string name) => IsNamed(name) || WordsOf(name).Any(Fronts.Contains);

    /// <summary>Whether the name is of a question.</summary>
    public static bool IsQuestion(string name) => WordsOf(name).Take(1).Any(Questions.Contains) || WordsOf(name).Any(static w => w is "search" or "query" or "preview" or "validate");

    /// <summary>Whether the code asks by itself who calls.</summary>
    public static bool Asks(SyntaxNode code) => code.DescendantTokens().Any(static t => t.IsKind(SyntaxKind.IdentifierToken) && Asking.Any(a => t.ValueText.IndexOf(a, StringComparison.OrdinalIgnoreCase) >= 0));

    private static List<string> WordsOf(string name) => [.. PascalWords.Of(name).Select(static w => w.ToLowerInvariant())];
}
