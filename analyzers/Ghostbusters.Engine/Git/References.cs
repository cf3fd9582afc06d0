namespace Ghostbusters.Engine.Git;

/// <summary>The names of commits: HEAD, branches, tags and remotes, in files of their own or in <c>packed-refs</c>.</summary>
internal sealed class References(string gitFolder, string commonFolder)
{
    private const int LongestChain = 5;

    // In git's order: the first that exists is meant.
    private static readonly string[] Places = ["{0}", "refs/{0}", "refs/tags/{0}", "refs/heads/{0}", "refs/remotes/{0}", "refs/remotes/{0}/HEAD"];

    private readonly Lazy<Dictionary<string, ObjectId>> _packed = new(() => ReadPacked(Path.Combine(commonFolder, "packed-refs")));

    /// <summary>What a name stands for; null where there is no such name.</summary>
    /// <exception cref="InvalidDataException">A reference is damaged.</exception>
    public ObjectId? Resolve(string name)
    {
        if (!IsValid(name))
            return null;
        foreach (var place in Places)
        {
            var full = place.Replace("{0}", name, StringComparison.Ordinal);
            if ((IsRoot(full) || full.StartsWith("refs/", StringComparison.Ordinal)) && Follow(full) is { } id)
                return id;
        }

        return null;
    }

    /// <summary>Such as HEAD and FETCH_HEAD; other files of the git folder are no references.</summary>
    private static bool IsRoot(string name) => name.All(static c => c is >= 'A' and <= 'Z' or '_');

    /// <summary>Git's rules for names; above all, none leads out of the git folder.</summary>
    private static bool IsValid(string name) =>
        name.Length > 0 && name.Split('/').All(static part => part.Length > 0 && part[0] != '.' && !part.EndsWith(".lock", StringComparison.Ordinal))
        && !name.Contains("..", StringComparison.Ordinal) && !name.EndsWith('.')
        && name.All(static c => c > ' ' && c != '\u007f' && !"~^:?*[\\".Contains(c));

    private ObjectId? Follow(string name)
    {
        for (var i = 0; i < LongestChain; i++)
        {
            if (ReadFile(name) is not { } text)
                return _packed.Value.TryGetValue(name, out var packed) ? packed : null;

            const string Symbolic = "ref:";
            if (!text.StartsWith(Symbolic, StringComparison.Ordinal))
            {
                // FETCH_HEAD has more behind the id.
                return ObjectId.TryParse(text.AsSpan(0, Math.Min(text.Length, 2 * ObjectId.Length)), out var id) ? id
                    : throw new InvalidDataException($"The git reference '{name}' is damaged: it holds no SHA-1. Run 'git fsck'.");
            }

            var target = text[Symbolic.Length..].Trim();
            if (!target.StartsWith("refs/", StringComparison.Ordinal) || !IsValid(target))
                throw new InvalidDataException($"The git reference '{name}' is damaged: it points to '{target}'. Run 'git fsck'.");
            name = target;
        }

        throw new InvalidDataException($"The git reference '{name}' points to others without end. Run 'git fsck'.");
    }

    /// <summary>What belongs to one work tree lies in its own folder, the rest in the common one.</summary>
    private string? ReadFile(string name)
    {
        var isOwn = IsRoot(name) || name.StartsWith("refs/worktree/", StringComparison.Ordinal) || name.StartsWith("refs/bisect/", StringComparison.Ordinal)
            || name.StartsWith("refs/rewritten/", StringComparison.Ordinal);
        return GitFile.ReadText(Path.Combine(isOwn ? gitFolder : commonFolder, name));
    }

    private static Dictionary<string, ObjectId> ReadPacked(string path)
    {
        var references = new Dictionary<string, ObjectId>(StringComparer.Ordinal);
        foreach (var line in (GitFile.ReadText(path) ?? "").Split('\n').Select(static line => line.TrimEnd('\r')))
        {
            // A '^' line peels the tag above it, a '#' line is the header.
            if (line.Length == 0 || line[0] is '#' or '^')
                continue;
            if (line.Length < 42 || line[40] != ' ' || !ObjectId.TryParse(line.AsSpan(0, 40), out var id))
                throw new InvalidDataException($"The git file '{path}' is damaged. Run 'git fsck'.");
            references[line[41..]] = id;
        }

        return references;
    }
}
