using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Patterns;

public class PatternChecks : ControllerBase
{
    private const string Titles = "red shoes, blue shirts";

    public List<bool> Matches { get; } = [];

    public void SearchClean()
    {
        Matches.Add(Regex.IsMatch(Titles, Regex.Escape(Request.Query["search"].ToString()))); //@near GB8113
    }

    public void SearchCleanBelow()
    {
        var value = CleanedSearch(Request.Headers["X-search"].ToString());
        Matches.Add(Regex.IsMatch(Titles, value)); //@near GB8113
    }

    private static string CleanedSearch(string text) => Regex.Escape(text);

    public void SearchCleanList()
    {
        foreach (var part in Request.Form["search"].ToString().Split(',').Select(p => Regex.Escape(p)))
        {
            Matches.Add(Regex.IsMatch(Titles, part)); //@near GB8113
        }
    }

    public void SearchOtherIndex()
    {
        string[] values = ["red", (Request.Cookies["search"] ?? "")];
        Matches.Add(Regex.IsMatch(Titles, values[0])); //@near GB8113
    }

    private static readonly Dictionary<string, string> SearchTable = new() { ["a"] = "red", ["b"] = "blue" };

    public void SearchLooked()
    {
        if (SearchTable.TryGetValue((Request.RouteValues["search"]?.ToString() ?? ""), out var value))
        {
            Matches.Add(Regex.IsMatch(Titles, value)); //@near GB8113
        }
    }

    private string _searchState = "";

    public void SearchReset()
    {
        _searchState = Request.Path.ToString();
        ClearSearch();
        Matches.Add(Regex.IsMatch(Titles, _searchState)); //@near GB8113
    }

    private void ClearSearch() => _searchState = "red";

    public void SearchFixed()
    {
        ISearchLabel label = new FixedSearchLabel();
        Matches.Add(Regex.IsMatch(Titles, label.For(Console.ReadLine() ?? ""))); //@near GB8113
    }

    public void SearchCounted()
    {
        Func<string, string> kind = text => text.Length == 0 ? "red" : "blue";
        Matches.Add(Regex.IsMatch(Titles, kind(System.IO.File.ReadAllText("inbox.txt")))); //@near GB8113
    }

    public void SearchCleared()
    {
        var text = new System.Text.StringBuilder(Environment.GetEnvironmentVariable("SHOP_search") ?? "");
        text.Clear();
        text.Append("red");
        Matches.Add(Regex.IsMatch(Titles, text.ToString())); //@near GB8113
    }

    public void SearchFirstOut()
    {
        var waiting = new Queue<string>();
        waiting.Enqueue("red");
        waiting.Enqueue(Request.Query["search"].ToString());
        Matches.Add(Regex.IsMatch(Titles, waiting.Dequeue())); //@near GB8113
    }

    public void SearchOutFixed()
    {
        NameSearch(Request.Headers["X-search"].ToString(), out var value);
        Matches.Add(Regex.IsMatch(Titles, value)); //@near GB8113
    }

    private static void NameSearch(string text, out string value) => value = text.Length > 5 ? "red" : "blue";

    public void SearchYesNo()
    {
        var value = Request.Form["search"].ToString() == "1" ? "red" : "blue";
        Matches.Add(Regex.IsMatch(Titles, value)); //@near GB8113
    }

    public void SearchHashed()
    {
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Request.Cookies["search"] ?? ""));
        Matches.Add(Regex.IsMatch(Titles, Convert.ToHexString(hash))); //@near GB8113
    }

    public void SearchDate()
    {
        var day = DateTime.Parse((Request.RouteValues["search"]?.ToString() ?? ""), System.Globalization.CultureInfo.InvariantCulture);
        Matches.Add(Regex.IsMatch(Titles, day.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture))); //@near GB8113
    }

    private static readonly string[] AllowedSearch = ["red", "blue"];

    public void SearchOrThrow()
    {
        var value = Request.Path.ToString();
        if (!AllowedSearch.Contains(value))
            throw new ArgumentException("It is not known.");
        Matches.Add(Regex.IsMatch(Titles, value)); //@near GB8113
    }

    public void SearchRequired()
    {
        var value = Console.ReadLine() ?? "";
        RequireSearch(value);
        Matches.Add(Regex.IsMatch(Titles, value)); //@near GB8113
    }

    private static void RequireSearch(string value)
    {
        if (value is not ("red" or "blue"))
            throw new ArgumentException("It is not known.");
    }
}

public interface ISearchLabel
{
    string For(string text);
}

public class FixedSearchLabel : ISearchLabel
{
    public string For(string text) => text.Length > 3 ? "red" : "blue";
}
