using System.Globalization;
using Ghostbusters.Analyzers.Rules.GB2000;
using Ghostbusters.Analyzers.Taint.Models;
using Ghostbusters.Engine.Loading;
using Ghostbusters.Engine.TeamRules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Engine.Analysis;

/// <summary>What the engine tells the rules beyond the .editorconfig: the day, what could not be resolved, and who else mentions what.</summary>
internal sealed class EngineOptions : AnalyzerConfigOptionsProvider
{
    private readonly AnalyzerConfigOptionsProvider _inner;

    // As the package's targets mark the file.
    private static readonly Layered TeamModelsOptions = new(null, ImmutableDictionary<string, string>.Empty.Add(TeamModels.FileOption, "true"), null);

    private EngineOptions(AnalyzerConfigOptionsProvider inner, ImmutableDictionary<string, string> more, Lazy<string?> namesOutside)
    {
        _inner = inner;
        GlobalOptions = new Layered(inner.GlobalOptions, more, namesOutside);
    }

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GlobalOptions { get; }

    /// <summary>The project's options with the engine's on top.</summary>
    public static AnalyzerOptions Of(LoadedProject project, DateOnly today, TeamRuleSet team)
    {
        var unresolved = project.HasUnresolvedReferences ? "true" : "false";
        var more = ImmutableDictionary<string, string>.Empty
            .Add("ghostbusters_today", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .Add("ghostbusters_unresolved_references", unresolved)
            .Add("ghostbusters_generators", unresolved);
        return new AnalyzerOptions([.. project.Options.AdditionalFiles, .. team.Models], new EngineOptions(project.Options.AnalyzerConfigOptionsProvider, more, project.NamesOutside));
    }

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _inner.GetOptions(tree);

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => textFile is TeamModelsText ? TeamModelsOptions : _inner.GetOptions(textFile);

    private sealed class Layered(AnalyzerConfigOptions? below, ImmutableDictionary<string, string> above, Lazy<string?>? namesOutside) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => above.Keys.Union(below?.Keys ?? [], KeyComparer).Order(StringComparer.Ordinal);

        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            // Asked for by one rule, and only then made.
            if (key != ClosedWorld.OutsideOption)
                return above.TryGetValue(key, out value) || below?.TryGetValue(key, out value) == true;
            value = namesOutside?.Value;
            return value is not null;
        }
    }
}
