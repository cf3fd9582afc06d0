//@broken
using System.Text.RegularExpressions;

namespace Corpus.GB8219.True;

public sealed partial class Patterns
{
    private const string Words = @"^(\w+\s?)*$";

    private static readonly Regex Kept = new(@"^([a-z]+)+$"); //@true GB8219

    internal bool Nested(string text) => Regex.IsMatch(text, "^(a+)+$"); //@true GB8219

    internal bool Star(string text) => Regex.IsMatch(text, @"^(x*)*y"); //@true GB8219

    internal Match Alternatives(string text) => Regex.Match(text, "^S(T|U+)+V"); //@true GB8219

    internal bool Common(string text) => Regex.IsMatch(text, @"^(\w|_)+;"); //@true GB8219

    internal bool AnyOrSpace(string text) => Regex.IsMatch(text, @"<!--(.|\s)*-->"); //@true GB8219

    internal bool Optional(string text) => Regex.IsMatch(text, Words); //@true GB8219

    internal bool TwoLoops(string text) => new Regex("^(x+x+)+y$").IsMatch(text); //@true GB8219

    internal bool Lazy(string text) => new Regex("^(a+?)+?b").IsMatch(text); //@true GB8219

    internal bool Named(string text) => Regex.IsMatch(text, @"^(?<part>[0-9]+-?)+;$"); //@true GB8219

    internal bool NotCaptured(string text) => Regex.IsMatch(text, @"^(?:\d+,?)+$"); //@true GB8219

    internal bool Classes(string text) => Regex.IsMatch(text, @"^(([a-z])+.)+[A-Z]([a-z])+$"); //@true GB8219

    internal bool Braces(string text) => Regex.IsMatch(text, @"^([a-f0-9]{2,}){1,}$"); //@true GB8219

    internal bool Quoted(string text) => Regex.IsMatch(text, @"""([^""\\]+|\\.)*"""); //@true GB8219

    internal string Replaced(string text) => Regex.Replace(text, @"(\s*\S+\s*)*!", ""); //@true GB8219

    internal string[] Cut(string text) => Regex.Split(text, @"(?:-+)+;"); //@true GB8219

    internal bool Options(string text) => Regex.IsMatch(text, "^(b+)*c", RegexOptions.IgnoreCase | RegexOptions.Compiled); //@true GB8219

    internal bool Spaced(string text) => Regex.IsMatch(text, @"^ ( [a-z]+ _? )+ $", RegexOptions.IgnorePatternWhitespace); //@true GB8219

    internal Regex Endless() => new("^(a+)+$", RegexOptions.None, Regex.InfiniteMatchTimeout); //@true GB8219

    internal Regex EndlessWait() => new("^(a*)*$", RegexOptions.None, Timeout.InfiniteTimeSpan); //@true GB8219

    internal bool Kept2(string text)
    {
        var pattern = @"^(?:(?:[a-z0-9]+)*\.?)*@";
        var regex = new Regex(pattern); //@true GB8219
        return regex.IsMatch(text) && Kept.IsMatch(text);
    }

    internal Regex OfSomebody(string pattern) => new(pattern, RegexOptions.None, Regex.InfiniteMatchTimeout); //@true GB8219

    internal Regex OfSomebodyLong(string pattern) => new(pattern, RegexOptions.IgnoreCase, TimeSpan.FromMinutes(2)); //@true GB8219

    internal bool OfSomebodyNow(string text, string pattern) => Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(30)); //@true GB8219

    [GeneratedRegex(@"^(\d+)*$")] //@true GB8219
    internal static partial Regex Digits();

    [GeneratedRegex(@"^(?:[a-z]+[0-9]*)+;", RegexOptions.IgnoreCase)] //@true GB8219
    internal static partial Regex Names();
}
