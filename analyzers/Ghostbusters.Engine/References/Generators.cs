using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Loading.MSBuild;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Engine.References;

/// <summary>Tells whether code of a project is made by a source generator. None is ever run, so its members are missing.</summary>
internal sealed class Generators(TreeIndex index)
{
    private readonly Dictionary<string, bool> _projects = new(StringComparer.Ordinal);

    /// <summary>Whether the project's items bring a generator, or markup that classes are made from.</summary>
    public bool AreUsedBy(EvaluatedProject project) =>
        project.Items("Analyzer").Count > 0
        || project.Items("Protobuf").Count > 0
        || project.Items("PackageReference").Any(static item => GeneratorPackages.IsKnown(item.Include))
        || project.Items("ProjectReference").Any(item => item.Is("OutputItemType", "Analyzer") && IsGenerator(PropertyFunctions.ToTree(TreePath.FolderOf(project.Path), item.Include)))
        || HasMarkup(TreePath.FolderOf(project.Path));

    /// <summary>Whether a type of the file gets new members from a generator of the framework itself.</summary>
    public static bool AddMembersTo(SyntaxTree tree, CancellationToken cancellation) => tree.GetRoot(cancellation)
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
        .OfType<TypeDeclarationSyntax>()
        .SelectMany(static type => type.AttributeLists)
        .SelectMany(static list => list.Attributes)
        .Any(static attribute => attribute.Name.ToString().EndsWith("JsonSerializable", StringComparison.Ordinal)
            || attribute.Name.ToString().EndsWith("JsonSerializableAttribute", StringComparison.Ordinal));

    // A project of analyzers alone makes no code. One outside the tree cannot be looked at, so it may.
    private bool IsGenerator(string? path)
    {
        if (index.Find(path) is not { } project) return true;
        if (_projects.TryGetValue(project, out var known)) return known;
        var isGenerator = false;
        foreach (var file in index.Under(TreePath.FolderOf(project)))
            isGenerator |= file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && NamesAGenerator(file);
        _projects.Add(project, isGenerator);
        return isGenerator;
    }

    private bool NamesAGenerator(string file)
    {
        try
        {
            var content = index.Tree.Read(file).Span;
            return content.IndexOf("IIncrementalGenerator"u8) >= 0 || content.IndexOf("ISourceGenerator"u8) >= 0;
        }
        catch (IOException)
        {
            return true; // Unknown counts as one; the file's own project reports that it cannot be read.
        }
    }

    private bool HasMarkup(string folder)
    {
        foreach (var path in index.Under(folder))
        {
            if (Path.GetExtension(path).ToLowerInvariant() is ".razor" or ".cshtml" or ".xaml" or ".axaml") return true;
        }
        return false;
    }
}
