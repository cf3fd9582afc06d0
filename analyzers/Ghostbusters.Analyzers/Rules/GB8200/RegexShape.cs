namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>Finds the part of a pattern for which a text of n characters can be cut up in 2ⁿ ways, all of which are tried where the rest does not match.</summary>
internal static class RegexShape
{
    /// <summary>The part; null where there is none that is sure.</summary>
    public static string? EndlessPart(string pattern, bool skipsSpace) => RegexText.Read(pattern, skipsSpace) is { } node ? PartOf(node, isFollowed: false) : null;

    // Only where something behind it can fail: else the first way is the last.
    private static string? PartOf(RegexNode node, bool isFollowed)
    {
        switch (node)
        {
            case RegexNode.Loop { IsEndless: true } loop when isFollowed && IsAmbiguous(loop.Body):
                return loop.Text;
            case RegexNode.Loop loop:
                return PartOf(loop.Body, isFollowed);
            case RegexNode.Choice choice:
                return choice.Branches.Select(b => PartOf(b, isFollowed)).FirstOrDefault(static p => p is not null);
            case RegexNode.Atomic atomic:
                return PartOf(atomic.Body, isFollowed: false);
            case RegexNode.Sequence sequence:
                for (var i = 0; i < sequence.Parts.Count; i++)
                {
                    if (PartOf(sequence.Parts[i], isFollowed || sequence.Parts.Skip(i + 1).Any(static p => !p.IsNullable)) is { } part)
                        return part;
                }

                return null;
            default:
                return null;
        }
    }

    // `(a+)+`, `(a+b?)+`, `(a+a)+`, `(a|b+)+`, `(\w|_)+`: what two rounds match, one round matches, too.
    private static bool IsAmbiguous(RegexNode body) => body switch
    {
        RegexNode.Loop { IsEndless: true } => true,
        RegexNode.Loop loop => IsAmbiguous(loop.Body),
        RegexNode.Choice choice => choice.Branches.Any(IsAmbiguous) || HaveCommonCharacter(choice.Branches),
        RegexNode.Sequence sequence => sequence.Parts.Any(part => part is RegexNode.Loop { IsEndless: true } && sequence.Parts.All(other => ReferenceEquals(other, part) || IsSwallowed(other, part))),
        _ => false,
    };

    private static bool IsSwallowed(RegexNode other, RegexNode loop) =>
        (other.IsNullable && other is not RegexNode.Place) || other is RegexNode.Place { MayFail: false } || (other is RegexNode.Leaf or RegexNode.Loop && RegexNode.Overlap(other.Set, loop.Set));

    private static bool HaveCommonCharacter(IReadOnlyList<RegexNode> branches)
    {
        var leaves = branches.OfType<RegexNode.Leaf>().ToList();
        return leaves.Where((leaf, i) => leaves.Skip(i + 1).Any(other => RegexNode.Overlap(leaf.Of, other.Of))).Any();
    }
}
