using System.Text.RegularExpressions;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>Sentences that call something finished, and words by which they do not.</summary>
internal static class DoneWords
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex Done = new(
        @"\bfully[- ](implemented|functional|working|tested|featured|operational|supported)\b|\bcomplete(ly)? (implemented|implementation|working|functional)\b|\bproduction[- ](ready|grade|quality)\b"
        + @"|\bready for production\b|\b(implementation|feature|status) (is )?(now )?(complete|done|finished)\b|\bstatus\s*:\s*(done|complete|completed|finished|implemented|shipped)\b"
        + @"|\b(is|are|has been|was) (now )?(finished|complete|implemented( and tested)?)\s*($|[.!;,)]|and )|\bimplemented and tested\b|\bbattle[- ]tested\b|\bfeature[- ]complete\b|\bnow (works|implemented|complete)\b",
        Options, OwnPattern.Patience);

    private static readonly Regex Reserve = new(
        @"\b(not|no|never|until|when|once|should|must|shall|will|would|could|todo|fixme|wip|yet|if|whether|partial(ly)?|plan(s|ned)?|later|soon|upcoming|coming|future|stub(s|bed)?|placeholder|skeleton|experimental|draft|mock(s|ed)?"
        + @"|remove[sd]?|deprecat\w*|drop(s|ped)?|revert(s|ed)?|disabled?|obsolete|except|without|unless|unimplemented|missing|proposal|proposed|idea|maybe|scaffold\w*|interface|abstract|test(s|ing)? (for|of))\b|n't\b|~~|\?",
        Options, OwnPattern.Patience);

    /// <summary>Whether the sentence calls its subject finished, without a reserve.</summary>
    public static bool CallFinished(string sentence) => Done.IsMatch(sentence) && !AreReserved(sentence.Replace("no longer a stub", ""));

    /// <summary>Whether the sentence has a word that takes a claim back or puts it off.</summary>
    public static bool AreReserved(string sentence) => Reserve.IsMatch(sentence);
}
