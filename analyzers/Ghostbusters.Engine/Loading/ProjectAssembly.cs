using System.Text;
using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Loading.MSBuild;
using Ghostbusters.Engine.References;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Engine.Loading;

/// <summary>Puts sources, references and options together into compilations, dependencies first.</summary>
internal sealed class ProjectAssembly(TreeIndex index, LoadOptions options, NoticeList notices, CancellationToken cancellation)
{
    /// <summary>The folder of the sources that the loader writes itself; no tree has it.</summary>
    internal const string GeneratedFolder = "<generated>/";

    private static readonly string[] PackageProperties = ["PackageId", "PackageTags", "PackageReadmeFile", "PackageLicenseExpression", "PackageLicenseFile", "PackageProjectUrl", "PackageIcon", "PackageIconUrl", "NuspecFile"];

    private readonly Dictionary<string, LoadedProject> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<string>> _dependencies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResolvedReferences> _resolved = new(StringComparer.Ordinal);
    private readonly ImmutableArray<LoadedProject>.Builder _projects = ImmutableArray.CreateBuilder<LoadedProject>();
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);
    private readonly SourceParsing _parsing = new(index.Tree, options.MaximumFileSize, notices);
    private readonly ReferenceResolver _references = new(index, options, notices);

    public ImmutableArray<LoadedProject> Projects => SolutionNames.Link(_projects.ToImmutable(), index);

    /// <summary>C# files that belong to a project, each counted once.</summary>
    public int FilesFound => _files.Count;

    /// <summary>Whether the file belongs to a project that was added.</summary>
    public bool Contains(string path) => _files.Contains(path);

    /// <summary>Adds an evaluated project; those it depends on were added before.</summary>
    public void Add(ProjectGraph.Node node)
    {
        var project = node.Project;
        _dependencies.Add(project.Path, node.Dependencies);
        var paths = project.Items("Compile").Select(static item => item.Include)
            .Where(static path => path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var parseOptions = CompilationSettings.ParseOptions(project, node.Framework, options.Configuration);
        var dependencies = Closure(node.Dependencies);
        // Reading references is mostly one thread's work, and parsing needs none of it: they run beside each other.
        var resolving = Task.Run(() => _references.Resolve(project, node.Framework, [.. dependencies.Select(dependency => _resolved[dependency.Path!])]), cancellation);
        var trees = Parse(paths, parseOptions);
        if (GeneratedSource(project, trees, cancellation) is { Length: > 0 } generated)
            trees = trees.Add(CSharpSyntaxTree.ParseText(generated, parseOptions, GeneratedFolder + TreePath.StemOf(project.Path) + ".g.cs", Encoding.UTF8, cancellation));
        var resolved = resolving.GetAwaiter().GetResult();
        _resolved.Add(project.Path, resolved);
        var references = resolved.References
            .AddRange(dependencies.Select(static dependency => dependency.Compilation.ToMetadataReference()));
        Add(TreePath.StemOf(project.Path), project.Path, node.Framework.Name, project["AssemblyName"], trees, references,
            CompilationSettings.CompilationOptions(project),
            resolved.IsIncomplete || node.HasMissingDependency || trees.Any(tree => Generators.AddMembersTo(tree, cancellation)) || dependencies.Any(static dependency => dependency.HasUnresolvedReferences),
            TreePath.FolderOf(project.Path), project.Items("AdditionalFiles"), IsPackage(project));
    }

    /// <summary>
    /// Adds files without a project, with implicit usings and every framework reference. A program of top-level statements
    /// is one file, so where several have them each becomes its own compilation beside the files that all of them share.
    /// </summary>
    public void AddLoose(ImmutableArray<string> paths, string name, string? projectPath)
    {
        if (paths.IsEmpty) return;
        var framework = new Framework(Framework.Core, new Version(10, 0), "");
        var parseOptions = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Parse, SourceCodeKind.Regular,
            [.. framework.Symbols(), "TRACE", .. options.Configuration.Equals("Debug", StringComparison.OrdinalIgnoreCase) ? new[] { "DEBUG" } : []])
            .WithFeatures(CompilationSettings.Features(""));
        var trees = Parse(paths, parseOptions);
        var programs = trees.Where(tree => tree.GetCompilationUnitRoot(cancellation).Members.Any(SyntaxKind.GlobalStatement)).ToImmutableArray();
        var shared = trees.RemoveRange(programs);
        var usings = CSharpSyntaxTree.ParseText(LooseUsings, parseOptions, GeneratedFolder + "usings.g.cs", Encoding.UTF8, cancellation);
        var references = ImmutableArray<MetadataReference>.CastUp(FrameworkReferenceChoice.For(framework, isWeb: true)).AddRange(_references.Extra());
        var compilationOptions = new CSharpCompilationOptions(
            programs.Length == 1 ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable, deterministic: true);
        if (programs.Length <= 1)
        {
            Add(name, projectPath, framework.Name, name, trees.Add(usings), references, compilationOptions, null, "", []);
            return;
        }
        if (!shared.IsEmpty)
            Add(name, projectPath, framework.Name, name, shared.Add(usings), references, compilationOptions, null, "", []);
        var common = shared.IsEmpty ? references : references.Add(_projects[^1].Compilation.ToMetadataReference());
        foreach (var program in programs)
        {
            Add(program.FilePath, projectPath, framework.Name, TreePath.StemOf(program.FilePath), [program, usings], common,
                compilationOptions.WithOutputKind(OutputKind.ConsoleApplication), null, "", []);
        }
    }

    private const string LooseUsings = """
        // <auto-generated/>
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.IO;
        global using global::System.Linq;
        global using global::System.Net.Http;
        global using global::System.Threading;
        global using global::System.Threading.Tasks;
        """;

    private ImmutableArray<SyntaxTree> Parse(IReadOnlyList<string> paths, CSharpParseOptions parseOptions)
    {
        _files.UnionWith(paths);
        return _parsing.Parse(paths, parseOptions, cancellation);
    }

    private void Add(string name, string? path, string framework, string assemblyName, ImmutableArray<SyntaxTree> trees, ImmutableArray<MetadataReference> references,
        CSharpCompilationOptions compilationOptions, bool? isIncomplete, string folder, IEnumerable<ProjectItem> additionalFiles, bool isPackage = false)
    {
        var configs = AnalyzerConfigs.Read(index.Tree, ConfigPaths(trees, folder), notices);
        var compilation = CSharpCompilation.Create(
            assemblyName, trees, references, compilationOptions.WithSyntaxTreeOptionsProvider(configs.Severities));
        // Roslyn binds a compilation to its references when it is first asked, and takes over what others have bound. Where two threads did that at
        // the same moment, names that nothing declares were told differently from run to run, and with them what rules find.
        GC.KeepAlive(compilation.SourceModule.ReferencedAssemblySymbols);
        var additional = additionalFiles.Select(item => item.Include).Where(index.Tree.Contains).Concat(ProjectDocuments.Of(index, folder)).Distinct(StringComparer.Ordinal)
            .Select(file => (AdditionalText)new TreeText(index.Tree, file)).ToImmutableArray();
        var loaded = new LoadedProject(name, path, framework, compilation, new AnalyzerOptions(additional, configs),
            isIncomplete ?? ImportedNamespaces.AnyMissing(compilation, cancellation))
        { IsPackage = isPackage };
        _projects.Add(loaded);
        if (path is not null) _byPath[path] = loaded;
    }

    // The SDK would pack any library; who means it says more of the package.
    private static bool IsPackage(EvaluatedProject project) => !project["IsPackable"].Equals("false", StringComparison.OrdinalIgnoreCase)
        && (project.IsTrue("IsPackable") || project.IsTrue("GeneratePackageOnBuild") || PackageProperties.Any(property => project[property].Length > 0));

    // A reference to a project brings that project's references too.
    private List<LoadedProject> Closure(ImmutableArray<string> direct)
    {
        var closure = new List<LoadedProject>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(direct);
        while (waiting.TryDequeue(out var path))
        {
            if (!seen.Add(path)) continue;
            closure.Add(_byPath[path]);
            foreach (var next in _dependencies[path])
                waiting.Enqueue(next);
        }
        return closure;
    }

    private IEnumerable<string> ConfigPaths(ImmutableArray<SyntaxTree> trees, string folder)
    {
        var folders = trees.Select(static tree => TreePath.FolderOf(tree.FilePath)).Append(folder)
            .SelectMany(TreePath.Upwards).ToHashSet(StringComparer.Ordinal);
        return folders.SelectMany(static f => new[] { ".editorconfig", ".globalconfig" }.Select(name => f.Length == 0 ? name : f + "/" + name))
            .Where(index.Tree.Contains).Order(StringComparer.Ordinal);
    }

    private static string GeneratedSource(EvaluatedProject project, ImmutableArray<SyntaxTree> trees, CancellationToken cancellation)
    {
        var source = new StringBuilder();
        var removed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in project.Items("Using"))
        {
            if (!removed.Add(item.Include + "|" + item["Alias"] + item["Static"])) continue;
            source.Append("global using ");
            if (item.Is("Static", "true")) source.Append("static ");
            if (item["Alias"] is { Length: > 0 } alias) source.Append(alias).Append(" = ");
            source.Append("global::").Append(item.Include).Append(";\n");
        }
        // Nothing is signed here, so a friend that is named with a public key would not be known as one.
        foreach (var friend in project.Items("InternalsVisibleTo").Select(static item => item.Include)
            .Concat(trees.SelectMany(tree => FriendsWithKey(tree, cancellation))).Distinct(StringComparer.Ordinal))
        {
            source.Append("[assembly: global::System.Runtime.CompilerServices.InternalsVisibleTo(")
                .Append(SymbolDisplay.FormatLiteral(friend, quote: true)).Append(")]\n");
        }
        return source.Length == 0 ? "" : "// <auto-generated/>\n" + source;
    }

    // [assembly: InternalsVisibleTo("Name, PublicKey=" + …)]
    private static IEnumerable<string> FriendsWithKey(SyntaxTree tree, CancellationToken cancellation) => tree.GetCompilationUnitRoot(cancellation).AttributeLists
        .SelectMany(static list => list.Attributes)
        .Where(static attribute => attribute.Name.ToString() is var name && (name.EndsWith("InternalsVisibleTo", StringComparison.Ordinal) || name.EndsWith("InternalsVisibleToAttribute", StringComparison.Ordinal)))
        .Select(static attribute => attribute.DescendantTokens().FirstOrDefault(static token => token.IsKind(SyntaxKind.StringLiteralToken)).ValueText.Split(','))
        .Where(static parts => parts.Length > 1)
        .Select(static parts => parts[0].Trim());
}
