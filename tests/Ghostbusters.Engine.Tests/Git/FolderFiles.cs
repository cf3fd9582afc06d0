using System.Collections.Immutable;
using Ghostbusters.Engine.Files;
using Ghostbusters.Engine.Model;

namespace Ghostbusters.Engine.Tests.Git;

/// <summary>The files of a folder without git's own.</summary>
internal sealed class FolderFiles(string folder) : FileTree
{
    public override string Name => Path.GetFileName(folder);

    public override ImmutableArray<string> Paths { get; } =
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(static path => !path.Split('/').Contains(".git"))
            .Order(StringComparer.Ordinal),
    ];

    public override ImmutableArray<Notice> Notices => [];

    public override bool Contains(string path) => Paths.Contains(path);

    public override ReadOnlyMemory<byte> Read(string path) => File.ReadAllBytes(Path.Combine(folder, path));
}
