using System.Globalization;
using Ghostbusters.Engine.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Engine.Analysis;

/// <summary>What the engine tells the rules beyond the .editorconfig: the day, and what could not be resolved.</summary>
internal sealed class EngineOptions : AnalyzerConfigOptionsProvider
{
    private readonly AnalyzerConfigOptionsProvider _inner;

    private EngineOptions(AnalyzerConfigOptionsProvider inner, ImmutableDictionary<string, string> more)
    {
        _inner = inner;
        GlobalOptions = new Layered(inner.GlobalOptions, more);
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
        return new AnalyzerOptions(project.Options.AdditionalFiles, new EngineOptions(project.Options.AnalyzerConfigOptionsProvider, more));
    }

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _inner.GetOptions(tree);

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _inner.GetOptions(textFile);

    private sealed class Layered(AnalyzerConfigOptions below, ImmutableDictionary<string, string> above) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => above.Keys.Union(below.Keys, KeyComparer).Order(StringComparer.Ordinal);

        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
            above.TryGetValue(key, out value) || below.TryGetValue(key, out value);
    }
}
