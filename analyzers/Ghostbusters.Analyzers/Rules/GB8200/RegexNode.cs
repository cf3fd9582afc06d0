using System.Collections;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>A part of a regular expression, as far as it matters how often it can match the same text.</summary>
internal abstract record RegexNode
{
    /// <summary>How many characters are told apart; the last stands for all others.</summary>
    public const int Characters = 129;

    /// <summary>Whether it matches nothing, too.</summary>
    public abstract bool IsNullable { get; }

    /// <summary>The characters that it may take.</summary>
    public abstract BitArray Set { get; }

    /// <summary>One character of a set.</summary>
    internal sealed record Leaf(BitArray Of) : RegexNode
    {
        public override bool IsNullable => false;

        public override BitArray Set => Of;
    }

    /// <summary>A place between characters; <paramref name="MayFail"/> where it is not everywhere.</summary>
    internal sealed record Place(bool MayFail) : RegexNode
    {
        public override bool IsNullable => !MayFail;

        public override BitArray Set => new(Characters);
    }

    /// <summary>One after the other.</summary>
    internal sealed record Sequence(IReadOnlyList<RegexNode> Parts) : RegexNode
    {
        public override bool IsNullable => Parts.All(static p => p.IsNullable);

        public override BitArray Set => Union(Parts);
    }

    /// <summary>One or the other.</summary>
    internal sealed record Choice(IReadOnlyList<RegexNode> Branches) : RegexNode
    {
        public override bool IsNullable => Branches.Any(static b => b.IsNullable);

        public override BitArray Set => Union(Branches);
    }

    /// <summary>Again and again.</summary>
    internal sealed record Loop(RegexNode Body, bool MayBeNone, bool IsEndless, string Text) : RegexNode
    {
        public override bool IsNullable => MayBeNone || Body.IsNullable;

        public override BitArray Set => Body.Set;
    }

    /// <summary>What is never tried another way.</summary>
    internal sealed record Atomic(RegexNode Body) : RegexNode
    {
        public override bool IsNullable => Body.IsNullable;

        public override BitArray Set => Body.Set;
    }

    /// <summary>Whether two sets have a character in common.</summary>
    public static bool Overlap(BitArray a, BitArray b)
    {
        for (var i = 0; i < Characters; i++)
        {
            if (a[i] && b[i])
                return true;
        }

        return false;
    }

    private static BitArray Union(IReadOnlyList<RegexNode> parts)
    {
        var all = new BitArray(Characters);
        foreach (var part in parts)
            all.Or(part.Set);
        return all;
    }
}
