using Ghostbusters.Engine.Diff;
using Ghostbusters.Engine.Files;

namespace Ghostbusters.Engine.Git;

/// <summary>What a work tree changed since its branch parted from another, read without git.</summary>
public static class GitChanges
{
    private static readonly LineRange[] WholeFile = [new LineRange(1, int.MaxValue)];

    /// <summary>
    /// The lines that were added or altered since the merge base of HEAD and <paramref name="reference"/>, committed or not
    /// (what <c>git diff --merge-base</c> shows, and files that git does not know yet). A file that was moved counts as new.
    /// A change of line ends alone is no change. Files of a submodule belong to another repository and are left out.
    /// </summary>
    /// <param name="workFolder">The analysed folder: a work tree or a folder within one.</param>
    /// <param name="reference">A branch, tag, remote branch or SHA-1 (four digits or more), with ~n or ^n.</param>
    /// <param name="files">The files of <paramref name="workFolder"/>.</param>
    /// <param name="isWanted">Which of the files to compare, such as those that end with <c>.cs</c>.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>Paths relative to <paramref name="workFolder"/>. A file that cannot be read or compared line by line has changed as a whole.</returns>
    /// <exception cref="ConfigurationException">No repository, an unknown reference, a shallow history, an unsupported format.</exception>
    /// <exception cref="InvalidDataException">The repository is damaged.</exception>
    /// <exception cref="IOException">A file of the repository cannot be read.</exception>
    public static ChangedLines Since(
        string workFolder, string reference, FileTree files, Predicate<string> isWanted, CancellationToken cancellation = default)
    {
        using var repository = GitRepository.Open(workFolder);
        var theirs = Revision.Resolve(repository, reference);
        var ours = Revision.Resolve(repository, "HEAD");
        var parted = new MergeBase(repository, cancellation).Of(ours, theirs);
        var tree = new TreePaths(repository.Objects, Commit.Read(repository, parted).Tree);

        var below = Path.GetRelativePath(repository.WorkTree, Path.GetFullPath(workFolder)).Replace(Path.DirectorySeparatorChar, '/');
        var prefix = below == "." ? "" : below + "/";
        var changed = new List<KeyValuePair<string, LineRange>>();
        foreach (var path in files.Paths.Where(path => isWanted(path)))
        {
            cancellation.ThrowIfCancellationRequested();
            var entry = tree.Find(prefix + path);
            if (entry is { Kind: TreeEntryKind.Submodule })
                continue;
            var ranges = TryRead(files, path) is { } content ? Changes(repository.Objects, entry, content.Span) : WholeFile;
            changed.AddRange(ranges.Select(range => KeyValuePair.Create(path, range)));
        }

        return new ChangedLines(changed);
    }

    /// <summary>Null where the file is gone or over the limit: the analysis says so itself (GB9003), and nothing of it is hidden.</summary>
    private static ReadOnlyMemory<byte>? TryRead(FileTree files, string path)
    {
        try
        {
            return files.Read(path);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static LineRange[] Changes(ObjectStore objects, TreeEntry? entry, ReadOnlySpan<byte> content)
    {
        if (entry is not { Kind: TreeEntryKind.File } file)
            return Whole(content);
        if (ObjectId.OfBlob(content) == file.Id || ObjectId.OfBlob(FileLines.WithLf(content)) == file.Id)
            return [];

        var old = objects.Read(file.Id, GitObjectKind.Blob);
        if (FileLines.IsBinary(old) || FileLines.IsBinary(content))
            return Whole(content);
        return
        [
            .. LineDiff.Between(FileLines.Split(old), FileLines.Split(content))
                .Where(static edit => edit.NewCount > 0)
                .Select(static edit => new LineRange(edit.NewStart + 1, edit.NewStart + edit.NewCount)),
        ];
    }

    private static LineRange[] Whole(ReadOnlySpan<byte> content) =>
        FileLines.IsBinary(content) ? WholeFile : [new LineRange(1, FileLines.Split(content).Count)];
}
