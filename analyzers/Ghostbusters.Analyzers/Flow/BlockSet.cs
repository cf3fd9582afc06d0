namespace Ghostbusters.Analyzers.Flow;

/// <summary>A set of blocks of one graph, by ordinal.</summary>
internal sealed class BlockSet
{
    private readonly bool[] _members;

    internal BlockSet(bool[] members) => _members = members;

    /// <summary>Whether the block is in the set.</summary>
    public bool Contains(int block) => _members[block];

    /// <summary>The members in ascending order.</summary>
    public IEnumerable<int> Members() => Enumerable.Range(0, _members.Length).Where(Contains);
}
