using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules;

public static partial class Descriptors
{
    /// <summary>A member that claims work, and a body that answers the same whatever it is given.</summary>
    public static DiagnosticDescriptor GB2001_StubBody { get; } = Rule(
        "GB2001", "A member claims work, and its body answers the same whatever it is given", Unfinished, DiagnosticSeverity.Warning,
        "'{0}' claims to {1}, but {2}. Implement it, or say in its name or docs that it does nothing.",
        Basis.Semantic);

    /// <summary>A comment that puts the real work off, beside code that ships.</summary>
    public static DiagnosticDescriptor GB2003_DeferralComment { get; } = Rule(
        "GB2003", "A comment puts the real work off, beside code that ships", Unfinished, DiagnosticSeverity.Info,
        "The comment '{0}' says that {1} is not the real thing, but it ships as if it were. Finish it, or state the limit in its name or docs, where callers see it.",
        Basis.Syntax);

    /// <summary>A changelog, a checklist or a documentation comment calls finished what is a stub or only throws.</summary>
    public static DiagnosticDescriptor GB2005_DoneClaimOverStub { get; } = Rule(
        "GB2005", "A document calls finished what is a stub or only throws", Unfinished, DiagnosticSeverity.Warning,
        "'{0}' is called finished by {1} ('{2}'), but {3}. Finish it, or take the claim back until it is.",
        Basis.CrossFile);
}
