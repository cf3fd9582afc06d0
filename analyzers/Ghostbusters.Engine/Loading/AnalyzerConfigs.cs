using System.Collections.Concurrent;
using Ghostbusters.Engine.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Engine.Loading;

/// <summary>The .editorconfig and .globalconfig files that hold for one project: severities for the compilation, values for the rules.</summary>
internal sealed class AnalyzerConfigs : AnalyzerConfigOptionsProvider
{
    // Section patterns are matched against absolute paths, and the tree has none.
    private const string Root = "/";

    private readonly AnalyzerConfigSet _set;
    private readonly ConcurrentDictionary<string, AnalyzerConfigOptionsResult> _byPath = new(StringComparer.Ordinal);

    private AnalyzerConfigs(AnalyzerConfigSet set)
    {
        _set = set;
        GlobalOptions = new Values(set.GlobalConfigOptions.AnalyzerOptions);
        Severities = new SeverityProvider(this);
    }

    /// <summary>For <see cref="CompilationOptions.SyntaxTreeOptionsProvider"/>.</summary>
    public SyntaxTreeOptionsProvider Severities { get; }

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GlobalOptions { get; }

    /// <summary>Reads the files at these paths of the tree; one that cannot be read gives a notice.</summary>
    /// <exception cref="ConfigurationException">One holds a setting of ours that no rule could read.</exception>
    public static AnalyzerConfigs Read(FileTree tree, IEnumerable<string> paths, NoticeList notices)
    {
        var configs = new List<AnalyzerConfig>();
        foreach (var path in paths)
        {
            try
            {
                var bytes = tree.Read(path).ToArray();
                var text = SourceText.From(bytes, bytes.Length);
                OwnSettings.Check(path, text);
                configs.Add(AnalyzerConfig.Parse(text, Root + path));
            }
            catch (IOException e)
            {
                notices.Add(path, e.Message, "Make the file readable; the defaults hold instead.");
            }
        }
        return new AnalyzerConfigs(AnalyzerConfigSet.Create(configs, out _));
    }

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(For(tree.FilePath).AnalyzerOptions);

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(For(textFile.Path).AnalyzerOptions);

    private AnalyzerConfigOptionsResult For(string path) => _byPath.GetOrAdd(path, static (p, set) => set.GetOptionsForSourcePath(Root + p), _set);

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);
    }

    private sealed class SeverityProvider(AnalyzerConfigs configs) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) =>
            configs.For(tree.FilePath).AnalyzerOptions.TryGetValue("generated_code", out var value) && bool.TryParse(value, out var isGenerated)
                ? isGenerated ? GeneratedKind.MarkedGenerated : GeneratedKind.NotGenerated
                : GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            configs.For(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            configs._set.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }
}
