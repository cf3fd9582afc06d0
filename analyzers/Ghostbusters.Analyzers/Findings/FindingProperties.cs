using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Findings;

/// <summary>
/// The keys of a diagnostic's property bag. They are public: they stand in the compiler's error log too, so that a build
/// and the command line can be compared finding by finding.
/// </summary>
public static class FindingProperties
{
    /// <summary>The quoted claim.</summary>
    public const string Claim = "claim";

    /// <summary><c>1</c> where the first additional location is the claim's; else it is evidence like the others.</summary>
    public const string ClaimIsLocated = "claimIsLocated";

    /// <summary>One sentence of evidence.</summary>
    public const string Evidence = "evidence";

    /// <summary>What happens at each place of the evidence, a line each; missing where the evidence says it for all.</summary>
    public const string Steps = "steps";

    /// <summary>How deep the rule looked, see <see cref="Findings.Basis"/>.</summary>
    public const string Basis = "basis";

    /// <summary>Identity of the finding that survives moves and reformatting, see <see cref="Findings.Fingerprint"/>.</summary>
    public const string Fingerprint = "fingerprint";

    internal static ImmutableDictionary<string, string?> Create(
        DiagnosticDescriptor rule, Location location, Claim? claim, Evidence evidence, IEnumerable<KeyValuePair<string, string?>>? more)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        if (more is not null)
            properties.AddRange(more);
        if (claim is not null)
            properties[Claim] = claim.Text;
        if (claim?.Location is not null)
            properties[ClaimIsLocated] = "1";
        properties[Evidence] = evidence.Text;
        if (!evidence.Steps.IsEmpty)
            properties[Steps] = string.Join("\n", evidence.Steps);
        properties[Basis] = BasisNames.FromTags(rule.CustomTags);
        properties[Fingerprint] = Findings.Fingerprint.Of(rule.Id, location);
        return properties.ToImmutable();
    }
}
