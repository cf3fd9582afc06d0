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

    /// <summary>A "not implemented" that callers from outside come to.</summary>
    public static DiagnosticDescriptor GB2002_ReachableNotImplemented { get; } = Rule(
        "GB2002", "What is not implemented can be called from outside", Unfinished, DiagnosticSeverity.Info,
        "{0} {1}, but ends in {2}, so who calls it gets a failure instead of an answer. Implement it, or take it out of reach.",
        Basis.Flow);

    /// <summary>A comment that puts the real work off, beside code that ships.</summary>
    public static DiagnosticDescriptor GB2003_DeferralComment { get; } = Rule(
        "GB2003", "A comment puts the real work off, beside code that ships", Unfinished, DiagnosticSeverity.Info,
        "The comment '{0}' says that {1} is not the real thing, but it ships as if it were. Finish it, or state the limit in its name or docs, where callers see it.",
        Basis.Syntax);

    /// <summary>A delay, a random number or a fixed timestamp stands where work is claimed.</summary>
    public static DiagnosticDescriptor GB2004_SimulatedWork { get; } = Rule(
        "GB2004", "A delay, a random number or a fixed timestamp stands where work is claimed", Unfinished, DiagnosticSeverity.Warning,
        "'{0}' claims to {1}, but all that it does is '{2}', and then it answers as if it were done. Do the work, or say in its name that it is simulated.",
        Basis.Flow);

    /// <summary>A changelog, a checklist or a documentation comment calls finished what is a stub or only throws.</summary>
    public static DiagnosticDescriptor GB2005_DoneClaimOverStub { get; } = Rule(
        "GB2005", "A document calls finished what is a stub or only throws", Unfinished, DiagnosticSeverity.Warning,
        "'{0}' is called finished by {1} ('{2}'), but {3}. Finish it, or take the claim back until it is.",
        Basis.CrossFile);

    /// <summary>A documented public member of an application that no entry point reaches.</summary>
    public static DiagnosticDescriptor GB2006_DeadFeature { get; } = Rule(
        "GB2006", "A documented member of an application is reached by no entry point", Unfinished, DiagnosticSeverity.Info,
        "'{0}' is offered by {1} ('{2}'), but {3}, so nobody gets what is offered. Call it where it belongs, or remove it with the claim.",
        Basis.CrossFile);

    /// <summary>A handler that is called to act, and whose body is empty.</summary>
    public static DiagnosticDescriptor GB2007_EmptyHandler { get; } = Rule(
        "GB2007", "A handler is called to act, and its body is empty", Unfinished, DiagnosticSeverity.Info,
        "'{0}' {1}, but its body is empty, so nothing happens when it is called. Implement it, remove it, or say in a comment why nothing is to be done.",
        Basis.Semantic);

    /// <summary>A parameter whose name promises an effect, and that has none.</summary>
    public static DiagnosticDescriptor GB2008_ParameterIgnored { get; } = Rule(
        "GB2008", "A parameter promises an effect, and the body ignores it", Unfinished, DiagnosticSeverity.Warning,
        "'{0}' of '{1}' promises {2}, but {3}, so callers get none of it. Honour '{0}', or remove it.",
        Basis.Flow);
}
