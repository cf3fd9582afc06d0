using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules;

public static partial class Descriptors
{
    private const string AboutTheAnalysis = "About the analysis";

    /// <summary>A file, project or reference that was left out. The engine raises it, not a rule.</summary>
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
