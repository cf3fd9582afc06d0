using System.Collections.Immutable;
using System.Globalization;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>
/// Reads the promises out of a test's name: <c>Parse_ThrowsWhenEmpty</c>, <c>Should_return_null_if_missing</c>. What is a condition in
/// the name (<c>WhenHandlerThrows</c>), a part of the subject (<c>ThrowHelper</c>) or denied (<c>DoesNotThrow</c>) promises nothing.
/// </summary>
internal static class NamePromises
{
    private static readonly HashSet<string> Conditions = Words("when if for on with without given after before unless until once while because from upon during as where although though even since at despite whenever per via using");
    private static readonly HashSet<string> Duties = Words("should must will shall then");
    private static readonly HashSet<string> Denials = Words("not no never none nothing doesnt dont cannot cant wont isnt shouldnt or nor neither either rather instead can could may might only");
    private static readonly HashSet<string> Subjects = Words("assert asserts expect expects verify verifies mock mocks setup setups that which whose who callback delegate and but catch catches handle handles swallow swallows");
    private static readonly HashSet<string> Thrown = Words("argument invalid format key timeout validation operation overflow index unauthorized object aggregate exception error exceptions an a the not io http json null");
    private static readonly HashSet<string> Manners = Words("correctly properly immediately synchronously eagerly always early");
    private static readonly HashSet<string> Gives = Words("returns return gives give yields yield be");
    private static readonly HashSet<string> Sequences = Words("list collection array string sequence enumerable result results set dictionary");
    private static readonly HashSet<string> Orders = Words("ascending descending sorted alphabetical chronological numerical lexicographic reverse");
    private static readonly HashSet<string> Arranged = Words("sorted alphabetically chronologically ascending descending");
    private static readonly HashSet<string> Containers = Words("set list dictionary map collection enumerable queryable");
    private static readonly ImmutableArray<string> Numbers = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>Every promise of the name.</summary>
    public static ImmutableArray<NamePromise> Of(string name)
    {
        var segments = name.Split(new[] { '_' }, StringSplitOptions.RemoveEmptyEntries)
            .Select(static s => PascalWords.Of(s).Select(static w => w.ToLowerInvariant()).ToList()).Where(static s => s.Count > 0).ToList();
        // Should_throw_when_empty: the underscores are blanks.
        if (segments.Count >= 3 && segments.All(static s => s.Count == 1))
            segments = [segments.SelectMany(static s => s).ToList()];
        if (OutcomeOf(segments) is not { Count: > 0 } words)
            return [];

        var isWhole = segments.Count == 1;
        var promises = ImmutableArray.CreateBuilder<NamePromise>();
        if (PromisesThrow(words))
            promises.Add(NamePromise.Throw);
        if (PromisesGift(words, isWhole, static rest => rest.Count == 1 && rest[0] == "null"))
            promises.Add(NamePromise.Null);
        if (PromisesOrder(words))
            promises.Add(NamePromise.Order);
        if (PromisesGift(words, isWhole, static rest => rest.Count is 1 or 2 && rest[0] == "empty" && (rest.Count == 1 || Sequences.Contains(rest[1]))))
            promises.Add(NamePromise.Empty);
        if (PromisesGift(words, isWhole, static rest => rest.Count is 2 or 3 && IsNumber(rest[0]) && rest[rest.Count - 1].EndsWith("s", StringComparison.Ordinal)))
            promises.Add(NamePromise.Count);
        return promises.ToImmutable();
    }

    // The clause of the last segment that is more than a condition; what stands before it names the subject or the scenario.
    private static List<string>? OutcomeOf(List<List<string>> segments)
    {
        for (var i = segments.Count - 1; i >= 0; i--)
        {
            var words = segments[i];
            var duty = words.FindIndex(Duties.Contains);
            var start = Math.Max(0, duty);
            if (duty < 0 && Conditions.Contains(words[0]))
                continue;
            // "Save_when_empty_throws" says nothing that is certain: the condition stands before the verb.
            return words.Skip(start).TakeWhile(static w => !Conditions.Contains(w)).ToList();
        }

        return null;
    }

    private static bool PromisesThrow(List<string> words)
    {
        var at = words.FindIndex(static w => w is "throws" or "throw");
        if (at < 0 || (words[at] == "throw" && (at == 0 || !Duties.Contains(words[at - 1]))))
            return false;
        var (before, after) = (words.Take(at), words.Skip(at + 1).ToList());
        // "NoConnectionThrows": what is not there is the scenario, not the throw.
        if (before.Where((w, i) => w != "no" || i == at - 1).Any(static w => Denials.Contains(w) || Subjects.Contains(w)) || after.Any(static w => w is "no" or "nothing" or "or"))
            return false;
        return after.Count == 0 || Thrown.Contains(after[0]) || Manners.Contains(after[0]) || after[after.Count - 1] is "exception" or "error";
    }

    // Its verb opens the clause, else what gives may be another: "ServiceReturnsNull" is a scenario.
    private static bool PromisesGift(List<string> words, bool isWhole, Predicate<List<string>> isPromised)
    {
        var at = words.FindIndex(Gives.Contains);
        if (at < 0 || (at > 0 && !Duties.Contains(words[at - 1]) && !isWhole) || (words[at] is "be" or "return" or "give" or "yield" && (at == 0 || !Duties.Contains(words[at - 1]))))
            return false;
        return !words.Any(w => Denials.Contains(w) || Subjects.Contains(w)) && isPromised(words.Skip(at + 1).ToList());
    }

    private static bool PromisesOrder(List<string> words)
    {
        if (words.Any(static w => Denials.Contains(w) || Subjects.Contains(w)))
            return false;
        for (var i = 0; i < words.Count; i++)
        {
            var (before, next) = (i == 0 ? "" : words[i - 1], i + 1 < words.Count ? words[i + 1] : "");
            if (words[i] == "in" && Orders.Contains(next) && i + 2 < words.Count && words[i + 2] == "order")
                return true;
            if (words[i] is "sorts" or "ordered" && next == "by")
                return true;
            if (Arranged.Contains(words[i]) && !Containers.Contains(next) && words.Take(i).Any(static w => w is "returns" or "return" or "is" or "are" or "be" or "stays" or "keeps" or "lists"))
                return true;
            if (words[i] == "ordered" && before is "is" or "are" or "be" && next is "")
                return true;
        }

        return false;
    }

    private static bool IsNumber(string word) =>
        Numbers.Contains(word) || (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 1 and < 1000);

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
