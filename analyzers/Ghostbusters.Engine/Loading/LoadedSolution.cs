using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Engine.Loading;

/// <summary>Every project of a tree as a compilation, without a build.</summary>
/// <param name="Projects">In dependency order; equal inputs give the same order.</param>
/// <param name="Notices">What could not be loaded or resolved.</param>
/// <param name="FilesFound">C# files that belong to a project, or to the folder where there is no project.</param>
public sealed record LoadedSolution(ImmutableArray<LoadedProject> Projects, ImmutableArray<Notice> Notices, int FilesFound);

/// <summary>One project, ready for the rules.</summary>
/// <param name="Name">The project file's name without extension; the tree's name where there is no project.</param>
/// <param name="Path">The project file, relative; null where there is no project.</param>
/// <param name="TargetFramework">The one that is analysed, such as <c>net10.0</c>.</param>
/// <param name="Compilation">Sources (tree file paths are the relative paths), references, options, .editorconfig severities.</param>
/// <param name="Options">The .editorconfig values and additional files, for the rules.</param>
/// <param name="HasUnresolvedReferences">True where a reference is missing: what does not bind is then nobody's delusion.</param>
public sealed record LoadedProject(
    string Name, string? Path, string TargetFramework, CSharpCompilation Compilation, AnalyzerOptions Options, bool HasUnresolvedReferences)
{
    /// <summary>Whether the project says that it is packed: then anybody may call what it makes public.</summary>
    public bool IsPackage { get; init; }

    /// <summary>The names that the shipped projects which use this one mention, separated by spaces; null where outsiders may use it, or nobody does.</summary>
    internal Lazy<string?> NamesOutside { get; init; } = new(static () => null);
}
