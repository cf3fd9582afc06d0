using System.Globalization;
using System.Text;

namespace Ghostbusters.Engine.Git;

/// <summary>What the history needs of a commit.</summary>
/// <param name="Tree">Its files.</param>
/// <param name="Parents">In order; none for a first commit.</param>
/// <param name="Seconds">When it was committed, in seconds since 1970; zero where that is damaged.</param>
internal sealed record Commit(ObjectId Tree, ImmutableArray<ObjectId> Parents, long Seconds)
{
    /// <summary>Reads a commit of a repository; one whose parents a shallow clone left out has none.</summary>
    /// <exception cref="InvalidDataException">It is missing, damaged, or no commit.</exception>
    public static Commit Read(GitRepository repository, ObjectId id)
    {
        var commit = Parse(repository.Objects.Read(id, GitObjectKind.Commit), id);
        return repository.Shallow.Contains(id) ? commit with { Parents = [] } : commit;
    }

    private static Commit Parse(byte[] content, ObjectId id)
    {
        ObjectId? tree = null;
        var parents = ImmutableArray.CreateBuilder<ObjectId>();
        var seconds = 0L;
        foreach (var line in Encoding.Latin1.GetString(content).Split('\n').TakeWhile(static line => line.Length > 0))
        {
            if (line.StartsWith("tree ", StringComparison.Ordinal) && ObjectId.TryParse(line.AsSpan(5), out var treeId))
                tree = treeId;
            else if (line.StartsWith("parent ", StringComparison.Ordinal) && ObjectId.TryParse(line.AsSpan(7), out var parentId))
                parents.Add(parentId);
            else if (line.StartsWith("committer ", StringComparison.Ordinal))
                seconds = SecondsIn(line);
        }

        return new Commit(
            tree ?? throw new InvalidDataException($"The git commit {id} is damaged: it has no tree. Run 'git fsck'."), parents.ToImmutable(), seconds);
    }

    /// <summary><c>committer name &lt;mail&gt; seconds zone</c>.</summary>
    private static long SecondsIn(string line) =>
        long.TryParse(line[(line.LastIndexOf('>') + 1)..].Trim().Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;
}
