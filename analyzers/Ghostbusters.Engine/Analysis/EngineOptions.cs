using System.Globalization;
using Ghostbusters.Analyzers.Rules.GB2000;
using Ghostbusters.Engine.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Engine.Analysis;

/// <summary>What the engine tells the rules beyond the .editorconfig: the day, what could not be resolved, and who else mentions what.</summary>
internal sealed class EngineOptions : AnalyzerConfigOptionsProvider
{
    private readonly AnalyzerConfigOptionsProvider _inner;

    private EngineOptions(AnalyzerConfigOptionsProvider inner, ImmutableDictionary<string, string> more, Lazy<string?> namesOutside)
    {
        _inner = inner;
        GlobalOptions = new Layered(inner.GlobalOptions, more, namesOutside);
    }

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GlobalOptions { get; }

    /// <summary>The project's options with the engine's on top.</summary>
    public static AnalyzerOptions Of(LoadedProject project, DateOnly today)
    {
        var unresolved = project.HasUnresolvedReferences ? "true" : "false";
        var more = ImmutableDictionary<string, string>.Empty
            .Add("ghostbusters_today", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .Add("ghostbusters_unresolved_references", unresolved)
            .Add("ghostbusters_generators", unresolved);
        return new AnalyzerOptions(project.Options.AdditionalFiles, new EngineOptions(project.Options.AnalyzerConfigOptionsProvider, more, project.NamesOutside));
    }

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _inner.GetOptions(tree);

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _inner.GetOptions(textFile);

    private sealed class Layered(AnalyzerConfigOptions below, ImmutableDictionary<string, string> above, Lazy<string?> namesOutside) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => above.Keys.Union(below.Keys, KeyComparer).Order(StringComparer.Ordinal);

        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            // Asked for by one rule, and only then made.
            if (key != ClosedWorld.OutsideOption)
                return above.TryGetValue(key, out value) || below.TryGetValue(key, out value);
            value = namesOutside.Value;
            return value is not null;
        }
    }
}
