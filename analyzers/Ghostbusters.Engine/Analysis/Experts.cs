using Ghostbusters.Analyzers.Rules;
using Ghostbusters.Engine.TeamRules;

namespace Ghostbusters.Engine.Analysis;

/// <summary>
/// Experts: named groups of rules that can be chosen for a run. A rule may belong to several; team rules say themselves
/// which experts they belong to, and may found new ones.
/// </summary>
public static class Experts
{
    // By beginnings of ids. An expert is there as soon as one of its rules is.
    private static readonly (string Name, string Title, string[] Rules)[] BuiltIn =
    [
        ("test", "Tests that can fail, and are not worked around", ["GB1", "GB4003", "GB4004", "GB7001", "GB7002", "GB7005"]),
        ("code-quality", "Work that is done, errors that are not swallowed, words that are true", ["GB2", "GB3", "GB6"]),
        ("security", "Security holes", ["GB8"]),
        ("model", "What is made up: results nobody computed, things that do not exist", ["GB4", "GB5"]),
        ("architecture", "Parts that fit together: reachable, wired, agreed on", ["GB2002", "GB2006", "GB4002", "GB5004", "GB5005", "GB5007"]),
        ("build", "Gates that hold: packages, warnings, suppressions", ["GB5001", "GB5002", "GB7003", "GB7004", "GB7006", "GB9"]),
        ("performance", "Work that is asynchronous where it says so", ["GB6008"]),
    ];

    /// <summary>The experts that have rules, by name.</summary>
    public static ImmutableArray<Expert> All(TeamRuleSet team)
    {
        var experts = BuiltIn.Select(expert => new Expert(expert.Name, expert.Title, RulesOf(expert.Name, expert.Rules, team)));
        var founded = team.BannedClaims.SelectMany(static c => c.Experts).Distinct(StringComparer.Ordinal)
            .Where(static name => !BuiltIn.Any(e => e.Name == name))
            .Select(name => new Expert(name, "Of the team's rules", RulesOf(name, [], team)));
        return [.. experts.Concat(founded).Where(static e => !e.RuleIds.IsEmpty).OrderBy(static e => e.Name, StringComparer.Ordinal)];
    }

    /// <summary>The ids of the rules of the named experts.</summary>
    /// <exception cref="ConfigurationException">There is no such expert, or it has no rules.</exception>
    public static ImmutableArray<string> RulesOf(IEnumerable<string> names, TeamRuleSet team)
    {
        var all = All(team);
        return [.. names.SelectMany(name => all.FirstOrDefault(e => e.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.RuleIds
            ?? throw new ConfigurationException($"There is no expert '{name}' with rules. There are: {string.Join(", ", all.Select(static e => e.Name))}."))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static ImmutableArray<string> RulesOf(string name, string[] beginnings, TeamRuleSet team) =>
    [
        .. RuleCatalog.Descriptors.Select(static d => d.Id).Where(id => beginnings.Any(b => id.StartsWith(b, StringComparison.Ordinal))),
        .. team.BannedClaims.Where(c => c.Experts.Contains(name)).Select(static c => c.Id).Order(StringComparer.Ordinal),
    ];
}

/// <summary>A named group of rules.</summary>
/// <param name="Name">By which it is chosen.</param>
/// <param name="Title">What it looks after.</param>
/// <param name="RuleIds">Its rules, in the order of their ids, the team's last.</param>
public sealed record Expert(string Name, string Title, ImmutableArray<string> RuleIds);
