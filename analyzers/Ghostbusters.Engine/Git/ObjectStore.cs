namespace Ghostbusters.Engine.Git;

/// <summary>All objects of a repository: loose, in packs, and in the stores that it borrows from. Not for several threads at once.</summary>
internal sealed class ObjectStore : IDisposable
{
    /// <summary>An object over this many bytes is refused. A C# file that large is not analysed either.</summary>
    public const int MaximumObjectSize = 64 * 1024 * 1024;

    private const int MostStores = 64;

    private readonly List<LooseObjects> _loose = [];
    private readonly List<Pack> _packs = [];
    private int _nesting;

    /// <param name="folder">The repository's folder <c>objects</c>.</param>
    /// <exception cref="InvalidDataException">A pack's index is damaged.</exception>
    public ObjectStore(string folder)
    {
        var folders = new List<string> { Path.GetFullPath(folder) };
        for (var i = 0; i < folders.Count; i++)
        {
            _loose.Add(new LooseObjects(folders[i]));
            AddPacks(Path.Combine(folders[i], "pack"));
            foreach (var other in Alternates(folders[i]).Where(other => !folders.Contains(other)))
                folders.Add(other);
            if (folders.Count > MostStores)
                throw new InvalidDataException($"The git store '{folder}' borrows from more than {MostStores} others (objects/info/alternates).");
        }
    }

    /// <summary>One object.</summary>
    /// <exception cref="InvalidDataException">It is missing, damaged or over the limit.</exception>
    public GitObject Read(ObjectId id) => TryRead(id) ?? throw new InvalidDataException(
        $"The git object {id} is not in this repository. The clone is partial or damaged: run 'git fetch --refetch', or 'git fsck' to see what is missing.");

    /// <summary>One object of a kind.</summary>
    /// <exception cref="InvalidDataException">It is missing, damaged, over the limit or of another kind.</exception>
    public byte[] Read(ObjectId id, GitObjectKind kind)
    {
        var found = Read(id);
        return found.Kind == kind ? found.Content
            : throw new InvalidDataException($"The git object {id} is a {found.Kind}, not a {kind}. Run 'git fsck'.");
    }

    /// <summary>One object; null where it is in none of the stores.</summary>
    /// <exception cref="InvalidDataException">It is damaged or over the limit.</exception>
    public GitObject? TryRead(ObjectId id)
    {
        foreach (var pack in _packs)
        {
            if (pack.Read(id, MaximumObjectSize, ReadBase) is { } found)
                return found;
        }

        foreach (var store in _loose)
        {
            if (store.Read(id, MaximumObjectSize) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>The ids that start with these hexadecimal digits, four or more, in lower case.</summary>
    public IEnumerable<ObjectId> StartingWith(string prefix) =>
        _packs.SelectMany(pack => pack.StartingWith(prefix)).Concat(_loose.SelectMany(store => store.StartingWith(prefix))).Distinct();

    public void Dispose() => _packs.ForEach(static pack => pack.Dispose());

    /// <summary>The base of a delta that lies outside of its pack. Two packs that refer to one another would go round for ever.</summary>
    private GitObject ReadBase(ObjectId id)
    {
        if (++_nesting > MostStores)
            throw new InvalidDataException($"The git object {id} is a delta of itself. Run 'git fsck'.");
        try
        {
            return Read(id);
        }
        finally
        {
            _nesting--;
        }
    }

    private void AddPacks(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var index in Directory.GetFiles(folder, "*.idx").Order(StringComparer.Ordinal))
        {
            // Git removes the pack before its index; and a pipe, of length 0, is never opened.
            if (GitFile.Resolve(index) is { Length: > 0 } && GitFile.Resolve(Path.ChangeExtension(index, ".pack")) is { Length: > 0 })
                _packs.Add(new Pack(index));
        }
    }

    private static IEnumerable<string> Alternates(string folder) =>
        from line in (GitFile.ReadText(Path.Combine(folder, "info", "alternates")) ?? "").Split('\n')
        let path = line.TrimEnd('\r')
        where path.Length > 0 && path[0] != '#' && !path.Contains('\0')
        select Path.GetFullPath(path, folder);
}
