using System.Text;
using Ghostbusters.Engine.Files;

namespace Ghostbusters.Mutation;

/// <summary>A copy of a tree in a folder of its own, which goes when it is done. The original is only read.</summary>
internal sealed class WorkingCopy : IDisposable
{
    private static readonly string[] LeftOut = [".git", ".vs", ".idea", "bin", "obj", "artifacts", "node_modules", "TestResults"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ghostbusters-mutate-");

    /// <summary>The copy's root.</summary>
    public string Root => Path.Combine(_folder.FullName, "code");

    /// <summary>Where the probes write.</summary>
    public string CoverageFolder => Path.Combine(_folder.FullName, "coverage");

    /// <summary>Copies a folder. Links are not followed: what they lead to is not the tree's.</summary>
    public static WorkingCopy Of(FolderTree tree, CancellationToken cancellation)
    {
        var copy = new WorkingCopy();
        try
        {
            Directory.CreateDirectory(copy.CoverageFolder);
            Copy(new DirectoryInfo(tree.Root), copy.Root, cancellation);
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    /// <summary>An absolute path in the copy.</summary>
    public string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>Writes a file of the copy.</summary>
    public void Write(string relative, string text) => File.WriteAllText(PathOf(relative), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private static void Copy(DirectoryInfo from, string to, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Directory.CreateDirectory(to);
        foreach (var file in from.EnumerateFiles().Where(static f => f.LinkTarget is null))
            file.CopyTo(Path.Combine(to, file.Name));
        foreach (var folder in from.EnumerateDirectories().Where(static d => d.LinkTarget is null && !LeftOut.Contains(d.Name, StringComparer.OrdinalIgnoreCase)))
            Copy(folder, Path.Combine(to, folder.Name), cancellation);
    }
}
