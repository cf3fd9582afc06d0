using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Testing;

/// <summary>Analyzer options as a <c>.globalconfig</c> sets them.</summary>
public static class GlobalOptions
{
    /// <summary>Options with these keys and values.</summary>
    public static AnalyzerOptions Of(params (string Key, string Value)[] values) =>
        new([], new Provider(new Values(values.ToImmutableDictionary(static v => v.Key, static v => v.Value, AnalyzerConfigOptions.KeyComparer))));

    private sealed class Provider(Values values) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => values;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => values;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => values;
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
