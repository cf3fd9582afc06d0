namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>What else a sentence must or must not hold for a phrase to put work off.</summary>
internal enum Place
{
    /// <summary>Anywhere.</summary>
    Anywhere,

    /// <summary>Only as the first words of the comment: a label.</summary>
    AtStart,

    /// <summary>Only as the whole comment.</summary>
    Alone,
}

/// <summary>A phrase that puts work off.</summary>
/// <param name="Pattern">Words in order; <c>a|b</c> is either, <c>a?</c> may be absent.</param>
internal sealed record DeferralPhrase(string Pattern)
{
    private readonly (HashSet<string> Words, bool IsOptional)[] _slots = [.. Pattern.Split(' ').Select(static slot =>
        (new HashSet<string>(slot.TrimEnd('?').Split('|'), StringComparer.Ordinal), slot.EndsWith("?", StringComparison.Ordinal)))];

    /// <summary>Where in the comment it counts.</summary>
    public Place Place { get; init; }

    /// <summary>Whether the words describe things as well: then a documentation comment, a denial or a name that owns up to it is honest.</summary>
    public bool IsWeak { get; init; }

    /// <summary>Whether a documentation comment that says it states a limit where callers see it, which is what the rule asks for.</summary>
    public bool IsOpenInDocs { get; init; }

    /// <summary>One of these must follow in the sentence; empty: nothing must.</summary>
    public string[] Then { get; init; } = [];

    /// <summary>One of these must stand somewhere else in the sentence; empty: nothing must.</summary>
    public string[] With { get; init; } = [];

    /// <summary>None of these may be the next word.</summary>
    public string[] NotBefore { get; init; } = [];

    /// <summary>None of these may stand among the three words before.</summary>
    public string[] NotAfter { get; init; } = [];

    /// <summary>None of these may stand in the sentence.</summary>
    public string[] NotWith { get; init; } = [];

    /// <summary>The words that it can start with; the first slot is never optional.</summary>
    public IEnumerable<string> FirstWords => _slots[0].Words;

    /// <summary>Words of which each place that matches has one, the longest that there are: a text without them need not be taken apart.</summary>
    public IEnumerable<string> NeededWords => _slots.Where(static s => !s.IsOptional).OrderByDescending(static s => s.Words.Min(static w => w.Length)).First().Words;

    /// <summary>The number of words that match at this place of a sentence; 0 where they do not, or their surroundings speak against it.</summary>
    public int Match(Sentence sentence, int at, bool isOnlySentence)
    {
        var count = MatchSlots(sentence.Words, at, 0);
        if (count == 0 || !IsInPlace(sentence, at, count, isOnlySentence))
            return 0;
        var words = sentence.Words;
        var after = at + count < words.Count ? words[at + count].Lower : "";
        return !NotBefore.Contains(after)
            && !words.Skip(Math.Max(0, at - 3)).Take(Math.Min(3, at)).Any(w => NotAfter.Contains(w.Lower) || (IsWeak && Denials.Contains(w.Lower)))
            && (Then.Length == 0 || words.Skip(at + count).Any(w => Then.Contains(w.Lower)))
            && (With.Length == 0 || words.Any(w => With.Contains(w.Lower)))
            && !words.Any(w => NotWith.Contains(w.Lower))
            ? count : 0;
    }

    private static readonly HashSet<string> Denials = new(StringComparer.Ordinal)
    {
        "not", "no", "never", "without", "isn't", "aren't", "wasn't", "don't", "doesn't", "avoid", "longer", "instead", "if", "whether", "was", "were",
    };

    private int MatchSlots(IReadOnlyList<Word> words, int at, int slot)
    {
        if (slot == _slots.Length)
            return 0;
        var isLast = slot == _slots.Length - 1;
        if (at < words.Count && _slots[slot].Words.Contains(words[at].Lower))
        {
            if (isLast)
                return 1;
            if (MatchSlots(words, at + 1, slot + 1) is > 0 and var rest)
                return rest + 1;
        }

        return _slots[slot].IsOptional && !isLast ? MatchSlots(words, at, slot + 1) : 0;
    }

    private bool IsInPlace(Sentence sentence, int at, int count, bool isOnlySentence) => Place switch
    {
        Place.AtStart => sentence.IsFirst && at == 0,
        Place.Alone => isOnlySentence && at == 0 && sentence.Words.Count == count,
        _ => true,
    };
}
