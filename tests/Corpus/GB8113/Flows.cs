using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Patterns;

public class PatternFlows : ControllerBase
{
    private const string Titles = "red shoes, blue shirts";

    public List<bool> Matches { get; } = [];

    public void SearchRef()
    {
        var value = "none";
        FillSearch(ref value);
        Matches.Add(Regex.IsMatch(Titles, value)); //@true GB8113
    }

    private void FillSearch(ref string value)
    {
        value = Request.Query["search"].ToString();
    }

    public void SearchThrown()
    {
        try
        {
            throw new InvalidOperationException(Request.Headers["X-search"].ToString());
        }
        catch (InvalidOperationException failure)
        {
            Matches.Add(Regex.IsMatch(Titles, failure.Message)); //@true GB8113
        }
    }

    public void SearchBuilt()
    {
        var text = new System.Text.StringBuilder();
        text.Append(Request.Form["search"].ToString());
        Matches.Add(Regex.IsMatch(Titles, text.ToString())); //@true GB8113
    }

    private static string s_lastSearch = "";

    public void SearchStatic()
    {
        s_lastSearch = Request.Cookies["search"] ?? "";
        Matches.Add(Regex.IsMatch(Titles, s_lastSearch)); //@true GB8113
    }

    public void SearchProperty()
    {
        var form = new SearchForm { Text = (Request.RouteValues["search"]?.ToString() ?? "") };
        Matches.Add(Regex.IsMatch(Titles, form.Text)); //@true GB8113
    }

    public void SearchJoined()
    {
        var whole = string.Join("", new[] { "a", Request.Path.ToString() });
        Matches.Add(Regex.IsMatch(Titles, whole)); //@true GB8113
    }

    public void SearchEither(bool isGiven)
    {
        var value = isGiven ? (Console.ReadLine() ?? "") : "none";
        Matches.Add(Regex.IsMatch(Titles, value)); //@true GB8113
    }

    public void SearchChosen(int mode)
    {
        var value = mode switch
        {
            0 => "none",
            1 => "all",
            _ => System.IO.File.ReadAllText("inbox.txt"),
        };
        Matches.Add(Regex.IsMatch(Titles, value)); //@true GB8113
    }

    public void SearchOverridden()
    {
        SearchText text = new LoudSearchText(Environment.GetEnvironmentVariable("SHOP_search") ?? "");
        Matches.Add(Regex.IsMatch(Titles, text.Show())); //@true GB8113
    }

    public void SearchLocal()
    {
        var value = Request.Query["search"].ToString();
        Use();

        void Use()
        {
            Matches.Add(Regex.IsMatch(Titles, value)); //@true GB8113
        }
    }

    public void SearchExtended()
    {
        Matches.Add(Regex.IsMatch(Titles, Request.Headers["X-search"].ToString().ShortenedSearch())); //@true GB8113
    }

    public void SearchQueued()
    {
        var waiting = new Queue<string>();
        waiting.Enqueue(Request.Form["search"].ToString());
        Matches.Add(Regex.IsMatch(Titles, waiting.Dequeue())); //@true GB8113
    }

    public void SearchNested()
    {
        var order = new SearchOrder { Buyer = new SearchBuyer { Name = (Request.Cookies["search"] ?? "") } };
        Matches.Add(Regex.IsMatch(Titles, order.Buyer.Name)); //@true GB8113
    }

    public void SearchWith()
    {
        var start = new SearchRow("none");
        var changed = start with { Name = (Request.RouteValues["search"]?.ToString() ?? "") };
        Matches.Add(Regex.IsMatch(Titles, changed.Name)); //@true GB8113
    }

    public void SearchFinally()
    {
        var value = "none";
        try
        {
            value = Request.Path.ToString();
        }
        finally
        {
            Matches.Add(Regex.IsMatch(Titles, value)); //@true GB8113
        }
    }

    public void SearchGathered()
    {
        var parts = (Console.ReadLine() ?? "").Split(';');
        var text = "";
        for (var i = 0; i < parts.Length; i++)
            text += parts[i];
        Matches.Add(Regex.IsMatch(Titles, text)); //@true GB8113
    }
}

public class SearchForm
{
    private string _text = "";

    public string Text
    {
        get => _text;
        set => _text = value.Trim();
    }
}

public abstract class SearchText(string text)
{
    protected string Text { get; } = text;

    public abstract string Show();
}

public class LoudSearchText(string text) : SearchText(text)
{
    public override string Show() => Text.ToUpperInvariant();
}

public static class SearchTexts
{
    public static string ShortenedSearch(this string text) => text.Length > 500 ? text[..500] : text;
}

public class SearchBuyer
{
    public string Name { get; set; } = "";
}

public class SearchOrder
{
    public SearchBuyer Buyer { get; set; } = new();
}

public record SearchRow(string Name);
