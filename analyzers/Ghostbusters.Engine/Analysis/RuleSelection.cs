using Ghostbusters.Analyzers.Rules;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Engine.Analysis;

/// <summary>Which rules run, by id or by the beginning of an id.</summary>
public sealed class RuleSelection
{
    private readonly ImmutableArray<string> _included;
    private readonly ImmutableArray<string> _excluded;

    private RuleSelection(ImmutableArray<string> included, ImmutableArray<string> excluded)
    {
        _included = included;
        _excluded = excluded;
    }

    /// <summary>Every rule.</summary>
    public static RuleSelection All { get; } = new([], []);

    /// <summary>
    /// Reads a list such as <c>GB1001,GB3,-GB3003</c>: ids or beginnings of ids; a minus leaves out. Without an included
    /// one all are meant.
    /// </summary>
    /// <exception cref="ConfigurationException">A part names no rule.</exception>
    public static RuleSelection Parse(string list)
    {
        var parts = list.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var part in parts)
        {
            var id = part.TrimStart('-');
            if (id.Length < 2 || !RuleCatalog.Descriptors.Any(d => d.Id.StartsWith(id, StringComparison.OrdinalIgnoreCase)))
                throw new ConfigurationException($"'{part}' names no rule. `ghostbusters rules` lists them; a beginning such as GB3 selects a family, a minus leaves out.");
        }

        return new RuleSelection(
            [.. parts.Where(static p => p[0] != '-').Select(static p => p.ToUpperInvariant())],
            [.. parts.Where(static p => p[0] == '-').Select(static p => p[1..].ToUpperInvariant())]);
    }

    /// <summary>Whether the rule runs.</summary>
    public bool Contains(string ruleId) =>
        (_included.IsEmpty || _included.Any(i => ruleId.StartsWith(i, StringComparison.Ordinal)))
        && !_excluded.Any(e => ruleId.StartsWith(e, StringComparison.Ordinal));

    /// <summary>A new instance of every rule that runs.</summary>
    public ImmutableArray<DiagnosticAnalyzer> CreateRules() =>
        [.. RuleCatalog.CreateRules().Where(rule => rule.SupportedDiagnostics.Any(d => Contains(d.Id)))];

    /// <summary>The same text for the same selection.</summary>
    public override string ToString() => string.Join(",", _included.Order(StringComparer.Ordinal).Concat(_excluded.Order(StringComparer.Ordinal).Select(static e => "-" + e)));
}
