namespace Ghostbusters.Engine.Git;

/// <summary>Where two lines of history parted.</summary>
internal sealed class MergeBase(GitRepository repository, CancellationToken cancellation)
{
    [Flags]
    private enum Sides
    {
        None = 0,
        First = 1,
        Second = 2,
        Both = First | Second,

        /// <summary>Below a common ancestor: nothing that is found from here on is a better one.</summary>
        Stale = 4,
    }

    private readonly Dictionary<ObjectId, Commit> _commits = [];

    /// <summary>
    /// The best common ancestor: one that is no ancestor of another common one. Of several, which criss-cross merges give, the
    /// one that was committed last; of equally old ones, the one with the lowest id.
    /// </summary>
    /// <exception cref="ConfigurationException">There is no common ancestor, or a shallow clone left it out.</exception>
    /// <exception cref="InvalidDataException">The history is damaged.</exception>
    public ObjectId Of(ObjectId first, ObjectId second)
    {
        var best = BestCommonAncestors(first, second);
        if (best.Count > 0)
            return best.OrderByDescending(id => Read(id).Seconds).ThenBy(static id => id.ToString(), StringComparer.Ordinal).First();

        throw new ConfigurationException(repository.Shallow.IsEmpty
            ? $"The commits {first} and {second} have no common history, so that there is no point to compare with. Give the commit that this work started from."
            : $"The clone is shallow and lacks the commit where {first} and {second} parted. Fetch the history: git fetch --unshallow (in GitHub's checkout action: fetch-depth: 0).");
    }

    /// <summary>
    /// Walks both histories from the newest commit on, until only what lies below a single common ancestor is left. Where
    /// there are several, one may lie below another, so that all of the rest is walked.
    /// </summary>
    private List<ObjectId> BestCommonAncestors(ObjectId first, ObjectId second)
    {
        var sides = new Dictionary<ObjectId, Sides>();
        var queue = new PriorityQueue<ObjectId, long>();
        var queued = new HashSet<ObjectId>();
        var common = new HashSet<ObjectId>();
        var open = 0;
        Paint(first, Sides.First);
        Paint(second, Sides.Second);
        while (open > 0 || (common.Count > 1 && queue.Count > 0))
        {
            cancellation.ThrowIfCancellationRequested();
            var id = queue.Dequeue();
            queued.Remove(id);
            var side = sides[id];
            if (!side.HasFlag(Sides.Stale))
                open--;
            if (side == Sides.Both)
            {
                common.Add(id);
                side |= Sides.Stale;
            }

            foreach (var parent in Read(id).Parents)
                Paint(parent, side);
        }

        return [.. common.Where(id => !sides[id].HasFlag(Sides.Stale))];

        void Paint(ObjectId id, Sides side)
        {
            var before = sides.GetValueOrDefault(id);
            var after = before | side;
            if (after == before)
                return;

            sides[id] = after;
            var isQueued = !queued.Add(id);
            if (!isQueued)
                queue.Enqueue(id, -Read(id).Seconds);
            if (isQueued && !before.HasFlag(Sides.Stale))
                open--;
            if (!after.HasFlag(Sides.Stale))
                open++;
        }
    }

    private Commit Read(ObjectId id)
    {
        if (!_commits.TryGetValue(id, out var commit))
            _commits.Add(id, commit = Commit.Read(repository, id));
        return commit;
    }
}
