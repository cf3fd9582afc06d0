//@broken
using System.Text.RegularExpressions;

namespace Corpus.GB8219.Near;

public sealed partial class Patterns
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(250);

    internal bool OneLoop(string text) => Regex.IsMatch(text, "^a+$"); //@near GB8219

    internal bool Separated(string text) => Regex.IsMatch(text, @"^(\w+\.)*\w+$"); //@near GB8219

    internal bool List(string text) => Regex.IsMatch(text, @"^\d+(,\d+)*$"); //@near GB8219

    internal bool Exact(string text) => Regex.IsMatch(text, "^([0-9]{3}-)+$"); //@near GB8219

    internal bool NothingBehind(string text) => Regex.IsMatch(text, "^(a+)+"); //@near GB8219

    internal bool AllOptionalBehind(string text) => Regex.IsMatch(text, "(a+)+b?"); //@near GB8219

    internal bool Atomic(string text) => Regex.IsMatch(text, "^(?>a+)+$"); //@near GB8219

    internal bool AtomicWhole(string text) => Regex.IsMatch(text, "^(?>(a+)+)b"); //@near GB8219

    internal bool NewLines(string text) => Regex.IsMatch(text, @"/\*(.|\n)*?\*/"); //@near GB8219

    internal bool Strings(string text) => Regex.IsMatch(text, @"""([^""\\]|\\.)*"""); //@near GB8219

    internal bool Disjoint(string text) => Regex.IsMatch(text, "^(a|b)+c"); //@near GB8219

    internal bool LineEnds(string text) => Regex.IsMatch(text, @"^(\r?\n)+x"); //@near GB8219

    internal bool Limited(string text) => Regex.IsMatch(text, "^(a+)+$", RegexOptions.None, TimeSpan.FromSeconds(1)); //@near GB8219

    internal Regex LimitedMade() => new("^(a+)+$", RegexOptions.None, Limit); //@near GB8219

    internal Regex LimitedLong() => new("^(a+)+$", RegexOptions.None, TimeSpan.FromSeconds(20)); //@near GB8219

    internal string LimitedReplace(string text) => Regex.Replace(text, "^(a+)+$", "", RegexOptions.None, Limit); //@near GB8219

    internal bool Linear(string text) => Regex.IsMatch(text, "^(a+)+$", RegexOptions.NonBacktracking); //@near GB8219

    internal Regex LinearMade() => new("^(a+)+$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase); //@near GB8219

    internal bool OwnText() => Regex.IsMatch("aaaa", "^(a+)+$"); //@near GB8219

    internal bool NoPattern(string text) => text.Contains("(a+)+$", StringComparison.Ordinal); //@near GB8219

    internal bool Escaped(string text) => Regex.IsMatch(text, @"^(a\+)\+$"); //@near GB8219

    internal bool InClass(string text) => Regex.IsMatch(text, "^[(a+)+]$"); //@near GB8219

    internal Regex OfSomebody(string pattern) => new(pattern, RegexOptions.None, TimeSpan.FromSeconds(2)); //@near GB8219

    internal Regex OfSomebodyGiven(string pattern, TimeSpan limit) => new(pattern, RegexOptions.None, limit); //@near GB8219

    internal Regex OfSomebodyEscaped(string word) => new("^" + Regex.Escape(word), RegexOptions.None, Regex.InfiniteMatchTimeout); //@near GB8219

    internal Regex EndlessButSimple() => new("^[a-z]+$", RegexOptions.None, Regex.InfiniteMatchTimeout); //@near GB8219

    internal Match At(Regex regex, string text) => regex.Match(text, 3); //@near GB8219

    [GeneratedRegex(@"^(\d+)*$", RegexOptions.None, 500)] //@near GB8219
    internal static partial Regex Digits();

    [GeneratedRegex(@"^(\d+)*$", RegexOptions.None, matchTimeoutMilliseconds: 500)] //@near GB8219
    internal static partial Regex DigitsNamed();

    [GeneratedRegex(@"^\d+(\.\d+)?$")] //@near GB8219
    internal static partial Regex Number();
}
