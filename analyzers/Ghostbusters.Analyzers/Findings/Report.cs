using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Findings;

/// <summary>The one way in which a rule speaks: a diagnostic with its claim, evidence, basis and fingerprint.</summary>
internal static class Report
{
    /// <summary>Builds the diagnostic of one finding.</summary>
    /// <param name="rule">The rule that speaks.</param>
    /// <param name="location">The place to mend.</param>
    /// <param name="claim">What the code says; null where nothing is quoted.</param>
    /// <param name="evidence">What it does instead, and where.</param>
    /// <param name="messageArguments">For the rule's message format.</param>
    public static Diagnostic Finding(
        DiagnosticDescriptor rule, Location location, Claim? claim, Evidence evidence, params object?[] messageArguments) =>
        Finding(rule, location, claim, evidence, properties: null, messageArguments);

    /// <summary>The same, with more properties, such as what a code fix needs to know.</summary>
    public static Diagnostic Finding(
        DiagnosticDescriptor rule, Location location, Claim? claim, Evidence evidence,
        IEnumerable<KeyValuePair<string, string?>>? properties, object?[] messageArguments)
    {
        IEnumerable<Location> additional = claim?.Location is { } claimed ? [claimed, .. evidence.Locations] : evidence.Locations;
        return Diagnostic.Create(
            rule, location, additional, FindingProperties.Create(rule, location, claim, evidence, properties), messageArguments);
    }

    /// <summary>The same, less or more severe than the rule is by default.</summary>
    public static Diagnostic Finding(
        DiagnosticDescriptor rule, DiagnosticSeverity severity, Location location, Claim? claim, Evidence evidence, object?[] messageArguments) =>
        Diagnostic.Create(
            rule, location, severity, claim?.Location is { } claimed ? [claimed, .. evidence.Locations] : evidence.Locations,
            FindingProperties.Create(rule, location, claim, evidence, null), messageArguments);
}
