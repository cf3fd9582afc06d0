using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ghostbusters.Engine.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Engine.Analysis;

/// <summary>
/// Results of projects by the content of everything that they depend on: sources, options, references, rules and the
/// tool itself. An unchanged project is not analysed again; the output is the same with and without the cache.
/// </summary>
/// <remarks>A cache that cannot be read or written is as good as none: the analysis runs, and nothing is lost.</remarks>
public sealed class ResultCache
{
    private readonly string _folder;
    private readonly string _tool;

    /// <summary>A cache in a folder, which is made when it is needed.</summary>
    /// <param name="folder">Its absolute path.</param>
    /// <param name="tool">What tells one build of the tool from another.</param>
    public ResultCache(string folder, string tool)
    {
        _folder = folder;
        _tool = tool;
    }

    /// <summary>How many projects were answered from the cache.</summary>
    public int Hits => _hits;

    private int _hits;

    /// <summary>What is known of the project; null where it changed, or never was analysed.</summary>
    internal ProjectOutcome? Find(LoadedProject project, AnalysisRequest request)
    {
        if (Read(PathOf(project, request)) is not { } known)
            return null;
        Interlocked.Increment(ref _hits);
        return new ProjectOutcome(known.Findings, known.Notices.IsDefault ? [] : known.Notices, []) { IsKnown = true };
    }

    /// <summary>Keeps an outcome. One with failed rules is not kept: they may not fail again.</summary>
    internal void Keep(LoadedProject project, AnalysisRequest request, ProjectOutcome outcome)
    {
        if (!outcome.IsKnown && outcome.Notices.All(static n => n.RuleId != Notice.FailedRule))
            Write(PathOf(project, request), new CachedProject(outcome.Findings, outcome.Notices));
    }

    private string PathOf(LoadedProject project, AnalysisRequest request) => Path.Combine(_folder, KeyOf(project, request) + ".json");

    private static CachedProject? Read(string path)
    {
        try
        {
            if (!File.Exists(path))
                return null;
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize(stream, CacheJson.Default.CachedProject);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null; // Broken or locked: computed anew, and written anew.
        }
    }

    private void Write(string path, CachedProject project)
    {
        var draft = $"{path}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}";
        try
        {
            Directory.CreateDirectory(_folder);
            File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(project, CacheJson.Default.CachedProject));
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A full or read-only disk costs speed, not truth: the result is in hand.
        }
    }

    private string KeyOf(LoadedProject project, AnalysisRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string? text) => hash.AppendData(Encoding.UTF8.GetBytes((text ?? "\u0001") + "\0"));

        Add(_tool);
        Add(request.Rules.ToString());
        Add(request.Floor?.ToString());
        Add(request.ProveFixes.ToString());
        Add(request.Today.ToString("O", CultureInfo.InvariantCulture));
        Add(project.Name);
        AddOptions(project.Options.AnalyzerConfigOptionsProvider.GlobalOptions, Add);
        Add(project.HasUnresolvedReferences.ToString());
        Add(project.NamesOutside.Value);
        foreach (var file in project.Options.AdditionalFiles)
        {
            Add(file.Path);
            Add(file.GetText() is { } text ? Convert.ToHexString([.. text.GetContentHash()]) : null);
        }

        AddCompilation(project.Compilation, project, Add);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void AddCompilation(Compilation compilation, LoadedProject? project, Action<string?> add)
    {
        add(compilation.AssemblyName);
        var options = (Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions)compilation.Options;
        add($"{options.OutputKind} {options.NullableContextOptions} {options.AllowUnsafe} {options.CheckOverflow} {options.GeneralDiagnosticOption}");
        foreach (var option in options.SpecificDiagnosticOptions.OrderBy(static o => o.Key, StringComparer.Ordinal))
            add($"{option.Key}={option.Value}");
        foreach (var tree in compilation.SyntaxTrees)
        {
            var parse = (Microsoft.CodeAnalysis.CSharp.CSharpParseOptions)tree.Options;
            add($"{tree.FilePath} {parse.LanguageVersion} {string.Join(",", parse.PreprocessorSymbolNames)}");
            add(Convert.ToHexString([.. tree.GetText().GetContentHash()]));
            if (project is not null)
                AddConfiguration(project, tree, add);
        }

        foreach (var reference in compilation.References)
        {
            if (reference is CompilationReference inner)
                AddCompilation(inner.Compilation, project: null, add);
            else
                AddReference((PortableExecutableReference)reference, add);
        }
    }

    private static void AddConfiguration(LoadedProject project, SyntaxTree tree, Action<string?> add)
    {
        AddOptions(project.Options.AnalyzerConfigOptionsProvider.GetOptions(tree), add);
        var severities = project.Compilation.Options.SyntaxTreeOptionsProvider;
        if (severities is null)
            return;
        foreach (var rule in Ghostbusters.Analyzers.Rules.RuleCatalog.Descriptors)
        {
            if (severities.TryGetDiagnosticValue(tree, rule.Id, CancellationToken.None, out var severity))
                add($"{rule.Id}={severity}");
        }
    }

    private static void AddOptions(AnalyzerConfigOptions options, Action<string?> add)
    {
        foreach (var key in options.Keys.Order(StringComparer.Ordinal))
            add($"{key}={(options.TryGetValue(key, out var value) ? value : null)}");
    }

    // A file by what tells its versions apart; the tool's own references by name, since the tool is in the key.
    private static void AddReference(PortableExecutableReference reference, Action<string?> add)
    {
        add(reference.Display);
        if (reference.FilePath is { } path && File.Exists(path))
            add($"{new FileInfo(path).Length} {File.GetLastWriteTimeUtc(path).Ticks}");
    }
}
