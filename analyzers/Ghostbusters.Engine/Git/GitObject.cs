namespace Ghostbusters.Engine.Git;

/// <summary>What a git object is; the numbers are those of the pack format.</summary>
internal enum GitObjectKind
{
    Commit = 1,
    Tree = 2,
    Blob = 3,
    Tag = 4,
}

/// <summary>A git object as it was stored.</summary>
internal sealed record GitObject(GitObjectKind Kind, byte[] Content);
