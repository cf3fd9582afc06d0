using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules;

public static partial class Descriptors
{
    private const string AboutTheAnalysis = "About the analysis";

    /// <summary>A finding is silenced in the code, and nothing says why.</summary>
    public static DiagnosticDescriptor GB9001_SuppressionWithoutReason { get; } = Rule(
        "GB9001", "A finding is silenced, and nothing says why", AboutTheAnalysis, DiagnosticSeverity.Warning,
        "This {0} claims that {1} need not be heard, but {2}. Say beside it why the finding is wrong or accepted.",
        Basis.Semantic);

    /// <summary>A silencing outlived the day on which it was to end.</summary>
    public static DiagnosticDescriptor GB9002_SuppressionExpired { get; } = Rule(
        "GB9002", "A silencing outlived its own end", AboutTheAnalysis, DiagnosticSeverity.Warning,
        "The silencing of {0} says that it ends after {1}, but {2}. Mend what it silences, or give it a new reason and day.",
        Basis.Semantic);

    /// <summary>A file, project, reference or setting that was left out. The engine raises it; in a build, SettingNotRead does.</summary>
    public static DiagnosticDescriptor GB9003_NotAnalysed { get; } = Rule(
        "GB9003", "Something that was not analysed", AboutTheAnalysis, DiagnosticSeverity.Warning,
        "'{0}' was to be analysed, but it was not: {1}. Mend the cause and analyse it again.",
        Basis.CrossFile);

    /// <summary>A rule that threw. The engine raises it, not a rule.</summary>
    public static DiagnosticDescriptor GB9004_RuleFailed { get; } = Rule(
        "GB9004", "A rule that failed", AboutTheAnalysis, DiagnosticSeverity.Warning,
        "The rule {0} was to read this, but it failed: {1}. Report it with the file that it happened on.",
        Basis.Syntax);
}
