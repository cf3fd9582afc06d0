using System.Collections.Concurrent;
using Ghostbusters.Analyzers.Rules;
using Ghostbusters.Analyzers.Rules.GB2000;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Engine.Loading;

/// <summary>
/// What the rest of a solution mentions of a project: a compilation shows whom it calls, not who calls it. Each answer is made when
/// it is first asked for.
/// </summary>
internal sealed class SolutionNames
{
    private readonly ImmutableArray<LoadedProject> _projects;
    private readonly ConcurrentDictionary<LoadedProject, IReadOnlyCollection<string>> _names = new(ReferenceEqualityComparer.Instance);

    private SolutionNames(ImmutableArray<LoadedProject> projects) => _projects = projects;

    /// <summary>Tells every project what the others mention.</summary>
    public static ImmutableArray<LoadedProject> Link(ImmutableArray<LoadedProject> projects)
    {
        var names = new SolutionNames(projects);
        return [.. projects.Select(project => project with { NamesOutside = new Lazy<string?>(() => names.Around(project)) })];
    }

    // Null where somebody outside of the solution may call: a package, or a library that no application here uses.
    private string? Around(LoadedProject project)
    {
        var users = _projects.Where(p => p != project && Ships(p) && Uses(p, project)).ToList();
        if (!IsApplication(project) && (project.IsPackage || users.Exists(static u => u.IsPackage && !IsApplication(u)) || !users.Exists(IsApplication)))
            return null;
        return users.Count == 0 ? null : string.Join(' ', users.SelectMany(Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private IReadOnlyCollection<string> Of(LoadedProject project) => _names.GetOrAdd(project, static p =>
        new HashSet<string>(p.Compilation.SyntaxTrees.Where(static t => !ShippedCode.LiesBeside(t.FilePath)).SelectMany(static t => MentionedNames.In(t.GetRoot())), StringComparer.Ordinal));

    // By reference, or because both compile the same file.
    private static bool Uses(LoadedProject user, LoadedProject used) =>
        user.Compilation.References.OfType<CompilationReference>().Any(r => r.Compilation == used.Compilation)
        || user.Compilation.SyntaxTrees.Select(static t => t.FilePath).Where(static p => !p.StartsWith('<')).Intersect(used.Compilation.SyntaxTrees.Select(static t => t.FilePath)).Any();

    private static bool Ships(LoadedProject project) => !ShippedCode.LiesBeside(project.Path ?? "") && !ShippedCode.Of(project.Compilation).IsTestProject;

    private static bool IsApplication(LoadedProject project) =>
        project.Compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication;
}
