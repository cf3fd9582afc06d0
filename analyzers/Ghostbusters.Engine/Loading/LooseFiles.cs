using Ghostbusters.Engine.Loading.MSBuild;

namespace Ghostbusters.Engine.Loading;

/// <summary>The C# files of a folder that has no project.</summary>
internal static class LooseFiles
{
    /// <summary>Every C# file below the folder, without build output and folders whose names start with a dot.</summary>
    public static ImmutableArray<string> Of(TreeIndex index, string folder)
    {
        var files = ImmutableArray.CreateBuilder<string>();
        foreach (var path in index.Under(folder))
        {
            if (path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && !path.Split('/')[..^1].Any(static part => part is "bin" or "obj" || part.StartsWith('.')))
                files.Add(path);
        }
        return files.ToImmutable();
    }
}
