using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Taint.Models;

/// <summary>A team's own models: sections of its rules file, read alike by the engine and by the package.</summary>
internal static class TeamModels
{
    /// <summary>What marks an additional file as a team's rules; the package's targets and the engine set it.</summary>
    public const string FileOption = "build_metadata.AdditionalFiles.GhostbustersTeamRules";

    private const int MaximumLength = 1 << 20;

    /// <summary>The sections of a rules file that are models.</summary>
    public static ImmutableArray<string> Sections { get; } = ["sources", "sinks", "sanitizers", "guards", "summaries"];

    // What else the file holds; the engine reads it.
    private static readonly string[] Others = ["banned_claims"];

    /// <summary>The rules files among the additional files.</summary>
    public static IEnumerable<AdditionalText> FilesOf(AnalyzerOptions options) => options.AdditionalFiles.Where(file =>
        options.AnalyzerConfigOptionsProvider.GetOptions(file).TryGetValue(FileOption, out var marked) && marked.Equals("true", StringComparison.OrdinalIgnoreCase));

    /// <summary>The models of one file.</summary>
    /// <exception cref="ModelFormatException">It is not such a file; the message says where, and what to write instead.</exception>
    public static ModelSet Read(string file, string text) => ModelReader.Read(Entries(file, text));

    /// <summary>The entries of its models, as they are written.</summary>
    /// <exception cref="ModelFormatException">They are not written as models are.</exception>
    public static ImmutableArray<ModelEntry> Entries(string file, string text)
    {
        if (text.Length > MaximumLength)
            throw new ModelFormatException(file, 1, $"It has {text.Length} characters; {MaximumLength} are the most.");
        // A file that has none may be written in any YAML.
        return Sections.Any(section => text.IndexOf(section, StringComparison.Ordinal) >= 0) ? ModelYaml.Read(file, text, Others) : [];
    }
}
