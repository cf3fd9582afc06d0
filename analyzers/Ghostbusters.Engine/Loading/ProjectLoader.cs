using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Loading.MSBuild;

namespace Ghostbusters.Engine.Loading;

/// <summary>
/// Makes compilations of a tree from its solution and project files, read as data: no build, no process, no code of the
/// tree is run or loaded. docs/loading.md says what of MSBuild is understood.
/// </summary>
public static class ProjectLoader
{
    /// <summary>Loads the projects of a tree, or all its C# files as one where it has no project.</summary>
    /// <exception cref="ConfigurationException"><see cref="LoadOptions.EntryPoint"/> is not in the tree, or cannot be one.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static LoadedSolution Load(FileTree tree, LoadOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(options);
        var notices = new NoticeList();
        // What could not be read elsewhere in the repository is nobody's gap here.
        var below = options.EntryPoint?.EndsWith('/') == true ? options.EntryPoint : "";
        notices.AddRange(tree.Notices.Where(n => n.Subject.StartsWith(below, StringComparison.Ordinal)));
        var index = new TreeIndex(tree);
        var assembly = new ProjectAssembly(index, options, notices, cancellation);

        if (options.EntryPoint is { } file && file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
        {
            var path = index.Find(file.Replace('\\', '/')) ?? throw new ConfigurationException($"There is no '{file}' in {tree.Name}.");
            assembly.AddLoose([path], tree.Name, projectPath: null);
        }
        else if (ProjectDiscovery.Projects(index, options.EntryPoint, notices) is { Count: > 0 } projects)
        {
            var graph = new ProjectGraph(index, options, notices, cancellation);
            foreach (var node in graph.Build(projects))
                assembly.Add(node);
            foreach (var malformed in graph.Malformed.Order(StringComparer.Ordinal))
                assembly.AddLoose(LooseFiles.Of(index, TreePath.FolderOf(malformed)), TreePath.StemOf(malformed), malformed);
            if (options.EntryPoint is null && LooseFiles.Of(index, "").Count(path => !assembly.Contains(path)) is var strays and > 0)
                notices.Add(tree.Name, $"{strays} C# {(strays == 1 ? "file belongs" : "files belong")} to no project and were not analysed.", "Nothing to do if that is meant; else add them to a project.", isPartial: false);
        }
        else if (options.EntryPoint is null || options.EntryPoint.EndsWith('/'))
        {
            assembly.AddLoose(LooseFiles.Of(index, options.EntryPoint?.TrimEnd('/') ?? ""), tree.Name, projectPath: null);
        }
        return new LoadedSolution(assembly.Projects, notices.InOrder(), assembly.FilesFound);
    }
}
