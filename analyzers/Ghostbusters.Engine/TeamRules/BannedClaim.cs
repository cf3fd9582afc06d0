using System.Text.RegularExpressions;
using Ghostbusters.Analyzers.Findings;
using Ghostbusters.Engine.Loading.MSBuild;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Engine.TeamRules;

/// <summary>Words that a team does not let its code say.</summary>
public sealed record BannedClaim
{
    /// <summary>The rule's id, such as <c>TEAM001</c>; not one of ours.</summary>
    public required string Id { get; init; }

    /// <summary>The words or the expression, as written.</summary>
    public required string Text { get; init; }

    /// <summary>What is looked for; never backtracks, so that no text is slow.</summary>
    public required Regex Pattern { get; init; }

    /// <summary>Where it is looked for.</summary>
    public required ClaimPlaces Places { get; init; }

    /// <summary>Why it is not allowed, as half a sentence.</summary>
    public required string Because { get; init; }

    /// <summary>What to do about it, as a sentence.</summary>
    public required string Remedy { get; init; }

    /// <summary>How bad it is, where no .editorconfig says otherwise.</summary>
    public Severity Severity { get; init; } = Severity.Warning;

    /// <summary>Globs of the files that it holds for; empty for all.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>Globs of the files that it does not hold for.</summary>
    public ImmutableArray<string> Except { get; init; } = [];

    /// <summary>The experts that it belongs to.</summary>
    public ImmutableArray<string> Experts { get; init; } = [];

    /// <summary>What Roslyn and the reports know of it.</summary>
    public DiagnosticDescriptor Descriptor => _descriptor ??= new(
        Id, $"'{Text}' is not claimed here", "{0}", "Team rules",
        Severity switch
        {
            Severity.Error => DiagnosticSeverity.Error,
            Severity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        },
        isEnabledByDefault: true,
        description: $"A rule of this team: the code does not say '{Text}', because {Because}.",
        customTags: [Basis.Syntax.ToTag()]);

    private DiagnosticDescriptor? _descriptor;

    /// <summary>Whether it holds for a file.</summary>
    /// <param name="path">Relative to the tree.</param>
    public bool HoldsFor(string path) =>
        (Paths.IsEmpty || Paths.Any(glob => Matches(glob, path))) && !Except.Any(glob => Matches(glob, path));

    // Patterns that lead out of the tree match nothing in it.
    private static bool Matches(string glob, string path) => GlobPattern.Create("", glob)?.IsMatch(path) == true;
}
