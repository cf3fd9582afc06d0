using System.Collections.Concurrent;
using Ghostbusters.Analyzers.Rules;
using Ghostbusters.Analyzers.Rules.GB2000;
using Ghostbusters.Engine.Loading.MSBuild;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Engine.Loading;

/// <summary>
/// What the rest of a solution mentions of a project: a compilation shows whom it calls, not who calls it. Markup is part of the
/// rest. Each answer is made when it is first asked for.
/// </summary>
internal sealed class SolutionNames
{
    private const int LongestMarkup = 1024 * 1024;

    private static readonly string[] MarkupEndings = [".cshtml", ".razor", ".xaml", ".axaml", ".vbhtml", ".aspx", ".ascx", ".master"];

    private readonly ImmutableArray<LoadedProject> _projects;
    private readonly ConcurrentDictionary<LoadedProject, Mentions> _mentions = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<HashSet<string>> _markup;

    private SolutionNames(ImmutableArray<LoadedProject> projects, TreeIndex index)
    {
        _projects = projects;
        _markup = new(() => [.. index.Under("").ToArray().Where(IsMarkup).SelectMany(path => MentionedNames.Words(new TreeText(index.Tree, path).GetText() is { Length: <= LongestMarkup } text ? text.ToString() : ""))]);
    }

    /// <summary>Tells every project what the others mention.</summary>
    public static ImmutableArray<LoadedProject> Link(ImmutableArray<LoadedProject> projects, TreeIndex index)
    {
        var names = new SolutionNames(projects, index);
        return [.. projects.Select(project => project with { NamesOutside = new Lazy<string?>(() => names.Around(project)) })];
    }

    // Null where somebody outside of the solution may call: a package, or a library that no application here uses.
    private string? Around(LoadedProject project)
    {
        var users = _projects.Where(p => !ReferenceEquals(p, project) && Ships(p) && Uses(p, project)).ToList();
        if (!IsApplication(project) && (project.IsPackage || users.Exists(static u => u.IsPackage && !IsApplication(u)) || !users.Exists(IsApplication)))
            return null;
        // Whoever is open ends the question: the others are not read.
        return users.Exists(user => Of(user).IsOpen) ? ClosedWorld.IsOpenOutside
            : string.Join(' ', users.ConvertAll(Of).SelectMany(static m => m.Names).Concat(_markup.Value).Append(ClosedWorld.MarkupKnown).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private Mentions Of(LoadedProject project) => _mentions.GetOrAdd(project, static p =>
    {
        var shipped = p.Compilation.SyntaxTrees.Where(static t => !ShippedCode.LiesBeside(t.FilePath)).Select(static t => t.GetRoot()).ToList();
        return shipped.SelectMany(static r => r.DescendantNodes()).OfType<SimpleNameSyntax>().Any(static n => OpenWorldSigns.Is(n, isMarkupKnown: true))
            ? new Mentions([], IsOpen: true)
            : new Mentions(new HashSet<string>(shipped.SelectMany(static r => MentionedNames.In(r)), StringComparer.Ordinal), IsOpen: false);
    });

    // By reference, or because both compile the same file.
    private static bool Uses(LoadedProject user, LoadedProject used) =>
        user.Compilation.References.OfType<CompilationReference>().Any(r => r.Compilation == used.Compilation)
        || user.Compilation.SyntaxTrees.Select(static t => t.FilePath).Where(static p => !p.StartsWith('<')).Intersect(used.Compilation.SyntaxTrees.Select(static t => t.FilePath)).Any();

    private static bool Ships(LoadedProject project) => !ShippedCode.LiesBeside(project.Path ?? "") && !ShippedCode.Of(project.Compilation).IsTestProject;

    private static bool IsApplication(LoadedProject project) =>
        project.Compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication;

    private static bool IsMarkup(string path) => Array.Exists(MarkupEndings, end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private sealed record Mentions(IReadOnlyCollection<string> Names, bool IsOpen);
}
