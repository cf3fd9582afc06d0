using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Shop.HonestPatterns;

public partial class CheckController : ControllerBase
{
    private const string Titles = "red shoes, blue shirts";

    // The pattern is the program's; the text is not.
    [HttpGet]
    public bool Valid(string email) => Regex.IsMatch(email, "^[^@]+@[^@]+$"); //@near GB8113

    [HttpGet]
    public bool Generated(string zip) => Zip().IsMatch(zip); //@near GB8113

    [GeneratedRegex("^[0-9]{5}$")]
    private static partial Regex Zip();

    [HttpGet]
    public object Limited(string pattern) => new Regex(pattern, RegexOptions.IgnoreCase, TimeSpan.FromMilliseconds(50)); //@near GB8113

    [HttpGet]
    public bool LimitedCall(string pattern) => Regex.IsMatch(Titles, pattern, RegexOptions.None, TimeSpan.FromMilliseconds(50)); //@near GB8113

    [HttpGet]
    public string LimitedReplace(string pattern) => Regex.Replace(Titles, pattern, "", RegexOptions.None, TimeSpan.FromMilliseconds(50)); //@near GB8113

    // Its time grows with the text only.
    [HttpGet]
    public object Linear(string pattern) => new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.NonBacktracking); //@near GB8113

    [HttpGet]
    public string Replacement(string colour) => Regex.Replace(Titles, "red|blue", colour); //@near GB8113

    [HttpGet]
    public object Times(int count) => new Regex("^(ab){" + count + "}$"); //@near GB8113

    [HttpGet]
    public object Word(string word) => new Regex(@"\b" + Regex.Escape(word) + @"\b"); //@near GB8113

    [HttpGet]
    public bool Plain(string word) => Titles.Contains(word, StringComparison.Ordinal); //@near GB8113
}

public partial class CheckController
{
    private static partial Regex Zip() => new("^[0-9]{5}$");
}
