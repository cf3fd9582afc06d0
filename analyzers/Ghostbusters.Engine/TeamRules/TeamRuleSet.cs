using Ghostbusters.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Engine.TeamRules;

/// <summary>The rules that a team has written down itself, as data: no code of theirs ever runs.</summary>
/// <param name="BannedClaims">Words that the code must not say.</param>
public sealed record TeamRuleSet(ImmutableArray<BannedClaim> BannedClaims)
{
    /// <summary>No rules.</summary>
    public static TeamRuleSet Empty { get; } = new([]);

    /// <summary>The files that say more sources, sinks, sanitizers, guards and summaries for the rules of GB81xx.</summary>
    internal ImmutableArray<TeamModelsText> Models { get; init; } = [];

    /// <summary>What the reports know of them.</summary>
    public ImmutableArray<DiagnosticDescriptor> Descriptors => [.. BannedClaims.Select(static c => c.Descriptor).OrderBy(static d => d.Id, StringComparer.Ordinal)];

    /// <summary>The rules of several files together.</summary>
    /// <exception cref="ConfigurationException">Two rules have one id.</exception>
    public static TeamRuleSet Combine(IEnumerable<TeamRuleSet> sets)
    {
        var all = sets.ToList();
        var claims = all.SelectMany(static s => s.BannedClaims).ToImmutableArray();
        if (claims.GroupBy(static c => c.Id, StringComparer.OrdinalIgnoreCase).FirstOrDefault(static g => g.Count() > 1) is { } twice)
            throw new ConfigurationException($"Two team rules have the id '{twice.Key}': give each its own.");
        return new TeamRuleSet(claims) { Models = [.. all.SelectMany(static s => s.Models)] };
    }

    /// <summary>The same text for the same rules: the cache's key.</summary>
    public string Identity => string.Join("\n", BannedClaims.Select(static c =>
        string.Join("\t", [c.Id, c.Pattern.ToString(), c.Places.ToString(), c.Because, c.Remedy, c.Severity.ToString(), string.Join(",", c.Paths), string.Join(",", c.Except)])).Concat(Models.Select(static m => m.GetText().ToString())));

    /// <summary>Whether an id is one of the built-in rules' or looks like one.</summary>
    internal static bool IsReserved(string id) =>
        id.StartsWith("GB", StringComparison.OrdinalIgnoreCase) || RuleCatalog.Descriptors.Any(d => d.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
}
