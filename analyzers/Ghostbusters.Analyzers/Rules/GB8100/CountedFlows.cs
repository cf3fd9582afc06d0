using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8100;

/// <summary>Which data counts where it arrives, for one rule.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Sinks">The sinks that it looks at.</param>
/// <param name="Sources">The sources that count, where no .editorconfig says otherwise.</param>
internal sealed record CountedFlows(string RuleId, SinkKinds Sinks, SourceKinds Sources)
{
    // Sources whose data may be an attack: all but those that are about what must not be shown.
    private const SourceKinds Data = CountedSources.Every & ~(SourceKinds.Secret | SourceKinds.Exception);

    /// <summary>What each rule counts.</summary>
    public static IReadOnlyList<CountedFlows> All { get; } =
    [
        new("GB8101", SinkKinds.Sql, Data),
        new("GB8102", SinkKinds.Command, Data),
        new("GB8103", SinkKinds.Path, Data & ~SourceKinds.Archive),
        new("GB8104", SinkKinds.Xss, Data),
        new("GB8105", SinkKinds.Redirect, Data),
        new("GB8106", SinkKinds.Ldap, Data),
        new("GB8107", SinkKinds.XPath, Data),
        new("GB8108", SinkKinds.Xxe, Data),
        new("GB8109", SinkKinds.Deserialization, Data),
        new("GB8110", SinkKinds.Ssrf, Data),
        new("GB8111", SinkKinds.Log, Data & ~(SourceKinds.Parameter | SourceKinds.CommandLine | SourceKinds.Setting)),
        new("GB8112", SinkKinds.Header, Data & ~SourceKinds.Parameter),
        new("GB8113", SinkKinds.Regex, Data),
        new("GB8114", SinkKinds.Code | SinkKinds.Reflection, Data),
        new("GB8115", SinkKinds.Setting, Data & ~(SourceKinds.Setting | SourceKinds.Parameter)),
        new("GB8116", SinkKinds.SearchPath, Data & ~(SourceKinds.Setting | SourceKinds.Parameter)),
        new("GB8117", SinkKinds.Xml, Data),
        new("GB8118", SinkKinds.Format, Data & ~SourceKinds.Parameter),
        new("GB8119", SinkKinds.Resource, Data & ~(SourceKinds.Parameter | SourceKinds.Setting | SourceKinds.CommandLine)),
        new("GB8120", SinkKinds.ZipSlip, SourceKinds.Archive),
        new("GB8121", SinkKinds.Trust, Data & ~SourceKinds.Parameter),
        new("GB8122", SinkKinds.Exposure, SourceKinds.Secret | SourceKinds.Exception),
    ];

    /// <summary>What a rule counts.</summary>
    public static CountedFlows Of(string ruleId) => All.First(c => c.RuleId == ruleId);

    /// <summary>What all rules count in a compilation, what the .editorconfig of any of its files adds included.</summary>
    public static CountedPairs In(Compilation compilation, AnalyzerConfigOptionsProvider options)
    {
        var files = compilation.SyntaxTrees.Select(options.GetOptions).Distinct().Where(SaysAnything).ToList();
        return CountedPairs.Of(All.Select(rule => (rule.Sinks, files.Aggregate(rule.Sources, (all, file) => all | CountedSources.Of(file, rule.RuleId, rule.Sources).Kinds))));
    }

    private static bool SaysAnything(AnalyzerConfigOptions options) => All.Any(rule => options.TryGetValue(CountedSources.KeyOf(rule.RuleId), out _));
}
