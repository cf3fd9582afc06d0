using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules;

public static partial class Descriptors
{
    /// <summary>A broken hash protects something.</summary>
    public static DiagnosticDescriptor GB8201_WeakHash { get; } = Rule(
        "GB8201", "A broken hash protects something", UnsafeApi, DiagnosticSeverity.Warning,
        "{0} is broken, and here it protects {1}: others can make a different input with the same hash, or find the input. Use SHA-256 or better, or HMAC-SHA-256 with a key.",
        Basis.Semantic, "CWE-328");

    /// <summary>A weak cipher encrypts data.</summary>
    public static DiagnosticDescriptor GB8202_WeakCipher { get; } = Rule(
        "GB8202", "A weak cipher encrypts data", UnsafeApi, DiagnosticSeverity.Warning,
        "'{0}' says that it encrypts, but {1}. Use AES-GCM, and OAEP padding or 2048 bits and more for RSA.",
        Basis.Semantic, "CWE-327");

    /// <summary>A secret is made of predictable numbers.</summary>
    public static DiagnosticDescriptor GB8203_PredictableRandom { get; } = Rule(
        "GB8203", "A secret is made of predictable numbers", UnsafeApi, DiagnosticSeverity.Info,
        "'{0}' is meant to be secret, but {1} gives numbers that can be computed from earlier ones. Use RandomNumberGenerator.",
        Basis.Semantic, "CWE-338");

    /// <summary>Every certificate is accepted.</summary>
    public static DiagnosticDescriptor GB8204_CertificateValidationDisabled { get; } = Rule(
        "GB8204", "Every certificate is accepted", UnsafeApi, DiagnosticSeverity.Warning,
        "'{0}' is where certificates are checked, but {1}. Let the platform check them, or compare the errors or a thumbprint.",
        Basis.Semantic, "CWE-295");

    /// <summary>A secret that stands in the source.</summary>
    public static DiagnosticDescriptor GB8205_HardCodedSecret { get; } = Rule(
        "GB8205", "A secret stands in the source", UnsafeApi, DiagnosticSeverity.Info,
        "{0} is a secret, but it stands in the source ({1}), for whoever reads the code or the assembly. Read it from a secret store or the configuration, and revoke this one.",
        Basis.Semantic, "CWE-798", "CWE-259", "CWE-321");

    /// <summary>Tokens are taken unchecked.</summary>
    public static DiagnosticDescriptor GB8206_TokenValidationDisabled { get; } = Rule(
        "GB8206", "Tokens are taken unchecked", UnsafeApi, DiagnosticSeverity.Warning,
        "'{0}' is part of checking tokens, but with it {1}. Leave the check on.",
        Basis.Semantic, "CWE-347");

    /// <summary>A cookie that identifies somebody is open.</summary>
    public static DiagnosticDescriptor GB8207_InsecureCookie { get; } = Rule(
        "GB8207", "A cookie that identifies somebody is open", UnsafeApi, DiagnosticSeverity.Warning,
        "The cookie ('{0}') identifies somebody, but {1}. Set Secure and HttpOnly.",
        Basis.Semantic, "CWE-614", "CWE-1004");

    /// <summary>Any site may act as the user.</summary>
    public static DiagnosticDescriptor GB8208_PermissiveCors { get; } = Rule(
        "GB8208", "Any site may act as the user", UnsafeApi, DiagnosticSeverity.Warning,
        "'{0}' lets any site in, and {1}. Name the origins that may.",
        Basis.Semantic, "CWE-942");

    /// <summary>A form is taken from any site.</summary>
    public static DiagnosticDescriptor GB8209_MissingAntiforgery { get; } = Rule(
        "GB8209", "A form is taken from any site", UnsafeApi, DiagnosticSeverity.Warning,
        "'{0}' takes a browser's form by {1}, but does not ask where it comes from. Add [ValidateAntiForgeryToken], or a global AutoValidateAntiforgeryToken filter.",
        Basis.Semantic, "CWE-352");

    /// <summary>A broken version of TLS is allowed.</summary>
    public static DiagnosticDescriptor GB8210_ObsoleteTls { get; } = Rule(
        "GB8210", "A broken version of TLS is allowed", UnsafeApi, DiagnosticSeverity.Warning,
        "'{0}' allows {1}, which is broken and switched off elsewhere. Let the operating system choose, or allow TLS 1.2 and 1.3 only.",
        Basis.Semantic, "CWE-326");

    /// <summary>A password is hashed too fast.</summary>
    public static DiagnosticDescriptor GB8211_WeakPasswordHash { get; } = Rule(
        "GB8211", "A password is hashed too fast", UnsafeApi, DiagnosticSeverity.Warning,
        "{0} is to keep a password from being found, but {1}. Use PBKDF2 with 600,000 iterations or more, bcrypt, scrypt or Argon2.",
        Basis.Semantic, "CWE-916");

    /// <summary>An initialization vector or salt is the same each time.</summary>
    public static DiagnosticDescriptor GB8212_StaticIvOrSalt { get; } = Rule(
        "GB8212", "An initialization vector or salt is the same each time", UnsafeApi, DiagnosticSeverity.Warning,
        "The {0} is to make equal inputs look different, but it is {1}. Generate it by RandomNumberGenerator each time, and store it beside the result.",
        Basis.Semantic, "CWE-329", "CWE-760");

    /// <summary>What helps developers is on for everybody.</summary>
    public static DiagnosticDescriptor GB8213_DebugExposed { get; } = Rule(
        "GB8213", "What helps developers is on for everybody", UnsafeApi, DiagnosticSeverity.Warning,
        "'{0}' is on for everybody: {1}. Switch it off, or on only where the environment is Development.",
        Basis.Semantic, "CWE-489", "CWE-548");

    /// <summary>A temporary file has a name that others can foresee.</summary>
    public static DiagnosticDescriptor GB8214_InsecureTempFile { get; } = Rule(
        "GB8214", "A temporary file has a name that others can foresee", UnsafeApi, DiagnosticSeverity.Info,
        "'{0}' lies in the folder that all users share, and {1}: another user can put a file or link there first. Use Directory.CreateTempSubdirectory, or Path.GetRandomFileName with FileMode.CreateNew.",
        Basis.Semantic, "CWE-377");

    /// <summary>Data goes over the network unencrypted.</summary>
    public static DiagnosticDescriptor GB8215_ClearTextTransport { get; } = Rule(
        "GB8215", "Data goes over the network unencrypted", UnsafeApi, DiagnosticSeverity.Warning,
        "'{0}' has no encryption: {1}. Use HTTPS or TLS.",
        Basis.Semantic, "CWE-319");

    /// <summary>Everybody may change it.</summary>
    public static DiagnosticDescriptor GB8216_BroadPermissions { get; } = Rule(
        "GB8216", "Everybody may change it", UnsafeApi, DiagnosticSeverity.Warning,
        "'{0}' is given far more than it needs: {1}. Name the users, the modes or the actions that are needed.",
        Basis.Semantic, "CWE-732");

    /// <summary>Data may choose the types that are made.</summary>
    public static DiagnosticDescriptor GB8217_UnsafeFormatter { get; } = Rule(
        "GB8217", "Data may choose the types that are made", UnsafeApi, DiagnosticSeverity.Warning,
        "'{0}' leaves it to the data which types are made: {1}. Use a serializer of fixed types, such as System.Text.Json, or a list of known types.",
        Basis.Semantic, "CWE-502");

    /// <summary>Passwords may be guessed without end.</summary>
    public static DiagnosticDescriptor GB8218_MissingLockout { get; } = Rule(
        "GB8218", "Passwords may be guessed without end", UnsafeApi, DiagnosticSeverity.Warning,
        "'{0}' lets somebody try one password after the other: {1}. Lock the account for a while after a few failures.",
        Basis.Semantic, "CWE-307");

    /// <summary>A pattern may take for ever.</summary>
    public static DiagnosticDescriptor GB8219_RegexWithoutLimit { get; } = Rule(
        "GB8219", "A pattern may take for ever", UnsafeApi, DiagnosticSeverity.Warning,
        "'{0}' may take for ever on some texts: {1}. Give a time limit of about a second, use RegexOptions.NonBacktracking, or rewrite the pattern.",
        Basis.Semantic, "CWE-1333");

    /// <summary>A server answers to any name.</summary>
    public static DiagnosticDescriptor GB8220_UnrestrictedBinding { get; } = Rule(
        "GB8220", "A server answers to any name", UnsafeApi, DiagnosticSeverity.Info,
        "'{0}' takes requests for names that nobody has thought of: {1}. Name the host.",
        Basis.Semantic, "CWE-1327");

    /// <summary>A page or action takes what the framework would refuse.</summary>
    public static DiagnosticDescriptor GB8221_RequestValidationDisabled { get; } = Rule(
        "GB8221", "A page or action takes what the framework would refuse", UnsafeApi, DiagnosticSeverity.Warning,
        "'{0}' switches a check of ASP.NET off: {1}. Leave it on, and let in by [AllowHtml] or Request.Unvalidated what you encode or sanitize yourself.",
        Basis.Semantic, "CWE-554", "CWE-642");
}
