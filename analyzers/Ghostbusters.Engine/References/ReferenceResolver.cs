using Ghostbusters.Engine.Loading;
using Ghostbusters.Engine.Loading.MSBuild;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Engine.References;

/// <summary>Finds what a project references: its framework, packages, assemblies, and those that the user passed.</summary>
internal sealed class ReferenceResolver(TreeIndex index, LoadOptions options, NoticeList notices)
{
    public ResolvedReferences Resolve(EvaluatedProject project, Framework framework)
    {
        var isIncomplete = FrameworkReferenceChoice.IsIncomplete(project, framework, notices);
        var references = ImmutableArray<MetadataReference>.CastUp(FrameworkReferenceChoice.For(framework, FrameworkReferenceChoice.IsWeb(project)));
        foreach (var package in project.Items("PackageReference"))
        {
            isIncomplete = true;
            notices.Add(project.Path, $"The package '{package.Include}' is not resolved.", "Run `dotnet restore`, or pass --reference.");
        }
        return new ResolvedReferences(references.AddRange(Extra()), isIncomplete || index.Tree.Paths.IsEmpty);
    }

    /// <summary>The assemblies of <see cref="LoadOptions.References"/>.</summary>
    public ImmutableArray<MetadataReference> Extra() => options.References.IsEmpty ? [] : [];
}
