using System.Xml;
using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Loading.MSBuild;

namespace Ghostbusters.Engine.Loading;

/// <summary>Evaluates projects and all that they reference, and puts them in dependency order.</summary>
internal sealed class ProjectGraph(TreeIndex index, LoadOptions options, NoticeList notices, CancellationToken cancellation)
{
    private readonly Dictionary<string, Node?> _nodes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly List<Node> _order = [];

    /// <summary>A project with the projects that it references, as far as they are in the tree.</summary>
    public sealed record Node(EvaluatedProject Project, Framework Framework, ImmutableArray<string> Dependencies, bool HasMissingDependency);

    /// <summary>Projects that could not be evaluated, with their folders' files still to be analysed.</summary>
    public List<string> Malformed { get; } = [];

    /// <summary>The nodes, dependencies first.</summary>
    public IReadOnlyList<Node> Build(IEnumerable<string> projects)
    {
        foreach (var project in projects.Order(StringComparer.Ordinal))
            Visit(project);
        return _order;
    }

    private void Visit(string path)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_nodes.ContainsKey(path)) return;
        _nodes.Add(path, null);
        EvaluatedProject project;
        Framework framework;
        try
        {
            (project, framework) = Evaluate(path);
        }
        catch (Exception e) when (e is XmlException or IOException)
        {
            notices.Add(path, $"The project file is not readable: {e.Message}", "Mend the file; its sources were analysed without it.");
            Malformed.Add(path);
            return;
        }
        notices.AddRange(project.Notices);
        _open.Add(path);
        var dependencies = ImmutableArray.CreateBuilder<string>();
        var isMissing = false;
        foreach (var reference in project.Items("ProjectReference"))
        {
            if (reference.Is("ReferenceOutputAssembly", "false")) continue;
            var target = index.Find(PropertyFunctions.ToTree(TreePath.FolderOf(path), reference.Include));
            if (target is null || !target.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase))
            {
                isMissing = true;
                notices.Add(path, target is null
                        ? $"It references the project '{Display(reference.Include)}', which is not in the tree."
                        : $"It references '{target}', which is not a C# project.",
                    "Analyse from a folder above both; what depends on it was not judged.");
            }
            else if (_open.Contains(target))
            {
                isMissing = true;
                notices.Add(path, $"Its reference to '{target}' closes a cycle of projects and is left out.", "Break the cycle: a build refuses it too.");
            }
            else
            {
                Visit(target);
                if (_nodes[target] is null) isMissing = true;
                else if (!dependencies.Contains(target)) dependencies.Add(target);
            }
        }
        _open.Remove(path);
        var node = new Node(project, framework, dependencies.ToImmutable(), isMissing);
        _nodes[path] = node;
        _order.Add(node);
    }

    private static string Display(string include) => include.Replace(PropertyFunctions.Root, "", StringComparison.Ordinal).Replace('\\', '/');

    // A project of several frameworks is evaluated once to learn them and once for the chosen one.
    private (EvaluatedProject Project, Framework Framework) Evaluate(string path)
    {
        var project = ProjectEvaluator.Evaluate(index, path, options.Configuration);
        if (project["TargetFramework"].Length > 0 && Framework.Parse(project["TargetFramework"]) is { } single)
            return (project, single);
        var names = project["TargetFrameworks"].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var asked = options.TargetFramework is { } wanted ? Array.Find(names, name => name.Equals(wanted, StringComparison.OrdinalIgnoreCase)) : null;
        var chosen = asked ?? names
            .Where(static name => Framework.Parse(name) is not null)
            .OrderByDescending(static name => Framework.Parse(name)!.Identifier, Comparer<string>.Create(CompareIdentifiers))
            .ThenByDescending(static name => Framework.Parse(name)!.Version)
            .ThenBy(static name => Framework.Parse(name)!.Platform, StringComparer.Ordinal)
            .FirstOrDefault();
        if (chosen is not null && Framework.Parse(chosen) is { } framework)
            return (ProjectEvaluator.Evaluate(index, path, options.Configuration, chosen), framework);
        if (project.Sdk.Length == 0)
            return (project, Framework.ParseClassic(project["TargetFrameworkVersion"]) ?? new Framework(Framework.Classic, new Version(4, 7, 2), ""));
        var latest = new Framework(Framework.Core, new Version(10, 0), "");
        var stated = project["TargetFramework"] is { Length: > 0 } one ? one : project["TargetFrameworks"];
        notices.Add(path, stated.Length > 0 ? $"The target framework '{stated}' is not known; {latest.Name} stands in." : $"It states no target framework that can be evaluated; {latest.Name} stands in.",
            "Name the framework in the project file.", isPartial: false);
        return (ProjectEvaluator.Evaluate(index, path, options.Configuration, latest.Name), latest);
    }

    private static int CompareIdentifiers(string left, string right) => Rank(left).CompareTo(Rank(right));

    private static int Rank(string identifier) => identifier switch
    {
        Framework.Core => 2,
        Framework.Standard => 1,
        _ => 0,
    };
}
