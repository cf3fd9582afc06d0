using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Shop.PatternCalls;

public class FindController : ControllerBase
{
    private const string Titles = "red shoes, blue shirts";

    [HttpGet]
    public string Matched(string pattern) => Regex.Match(Titles, pattern).Value; //@true GB8113

    [HttpGet]
    public int Counted(string pattern) => Regex.Count(Titles, pattern); //@true GB8113

    [HttpGet]
    public string[] Split(string separator) => Regex.Split(Titles, separator); //@true GB8113

    [HttpGet]
    public string Replaced(string pattern) => Regex.Replace(Titles, pattern, "-"); //@true GB8113

    [HttpGet]
    public string Evaluated(string pattern) => Regex.Replace(Titles, pattern, match => match.Value.ToUpperInvariant()); //@true GB8113

    // A frame around a pattern leaves it a pattern.
    [HttpGet]
    public object Framed(string word) => new Regex(@"\b" + word + @"\b", RegexOptions.IgnoreCase); //@true GB8113

    [HttpGet]
    public object Target(string word)
    {
        Regex regex = new($"^{word}"); //@true GB8113
        return regex.Matches(Titles).Count;
    }

    // Escaped is the other text.
    [HttpGet]
    public object Half(string before, string after) => new Regex(Regex.Escape(before) + after); //@true GB8113

    // Slashes are not what makes a pattern.
    [HttpGet]
    public bool Stripped(string pattern) => Regex.IsMatch(Titles, pattern.Replace("/", "")); //@true GB8113
}
