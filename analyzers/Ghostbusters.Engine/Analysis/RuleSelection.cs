using Ghostbusters.Analyzers.Rules;
using Ghostbusters.Engine.TeamRules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Engine.Analysis;

/// <summary>Which rules run: the built-in ones and a team's, by id, by the beginning of an id, by expert.</summary>
public sealed class RuleSelection
{
    private readonly ImmutableArray<string> _included;
    private readonly ImmutableArray<string> _excluded;
    private readonly ImmutableArray<string>? _ofExperts;

    private RuleSelection(TeamRuleSet team, ImmutableArray<string> included, ImmutableArray<string> excluded, ImmutableArray<string>? ofExperts)
    {
        Team = team;
        _included = included;
        _excluded = excluded;
        _ofExperts = ofExperts;
    }

    /// <summary>Every built-in rule.</summary>
    public static RuleSelection All { get; } = new(TeamRuleSet.Empty, [], [], null);

    /// <summary>The team's rules.</summary>
    public TeamRuleSet Team { get; }

    /// <summary>Every rule that there is, the team's included.</summary>
    public RuleSelection Everything => new(Team, [], [], null);

    /// <summary>What the reports know of the rules that there are, in the order of their ids, the team's last.</summary>
    public ImmutableArray<DiagnosticDescriptor> Descriptors => [.. RuleCatalog.Descriptors, .. Team.Descriptors];

    /// <summary>Reads a list such as <c>GB1001,GB3,-GB3003</c>, see <see cref="Of"/>.</summary>
    /// <exception cref="ConfigurationException">A part names no rule.</exception>
    public static RuleSelection Parse(string list) => Of(TeamRuleSet.Empty, list, []);

    /// <summary>The rules that the experts and the list agree on.</summary>
    /// <param name="team">The team's rules; they are there beside the built-in ones.</param>
    /// <param name="list">Ids or beginnings of ids, a minus leaves out; without an included one all are meant. Null for all.</param>
    /// <param name="experts">Names of experts; empty for all.</param>
    /// <exception cref="ConfigurationException">A part names no rule, a name no expert.</exception>
    public static RuleSelection Of(TeamRuleSet team, string? list, IReadOnlyCollection<string> experts)
    {
        var known = new RuleSelection(team, [], [], null).Descriptors;
        var parts = (list ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var part in parts)
        {
            var id = part.TrimStart('-');
            if (id.Length < 2 || !known.Any(d => d.Id.StartsWith(id, StringComparison.OrdinalIgnoreCase)))
                throw new ConfigurationException($"'{part}' names no rule. `ghostbusters rules` lists them; a beginning such as GB3 selects a family, a minus leaves out.");
        }

        return new RuleSelection(
            team,
            [.. parts.Where(static p => p[0] != '-').Select(static p => p.ToUpperInvariant())],
            [.. parts.Where(static p => p[0] == '-').Select(static p => p[1..].ToUpperInvariant())],
            experts.Count == 0 ? null : Experts.RulesOf(experts, team));
    }

    /// <summary>Whether the rule runs.</summary>
    public bool Contains(string ruleId) =>
        (_included.IsEmpty || _included.Any(i => ruleId.StartsWith(i, StringComparison.Ordinal)))
        && !_excluded.Any(e => ruleId.StartsWith(e, StringComparison.Ordinal))
        && (_ofExperts is not { } ids || ids.Contains(ruleId, StringComparer.Ordinal));

    /// <summary>A new instance of every rule that runs.</summary>
    public ImmutableArray<DiagnosticAnalyzer> CreateRules()
    {
        var claims = Team.BannedClaims.Where(c => Contains(c.Id)).ToImmutableArray();
        ImmutableArray<DiagnosticAnalyzer> ofTeam = claims.IsEmpty ? [] : [new BannedClaimRule(claims)];
        return [.. RuleCatalog.CreateRules().Where(rule => rule.SupportedDiagnostics.Any(d => Contains(d.Id))), .. ofTeam];
    }

    /// <summary>The same text for the same selection of the same rules.</summary>
    public override string ToString() => string.Join(
        ",",
        _included.Order(StringComparer.Ordinal)
            .Concat(_excluded.Order(StringComparer.Ordinal).Select(static e => "-" + e))
            .Concat((_ofExperts ?? []).Select(static e => "@" + e))
            .Append(Team.Identity));
}
