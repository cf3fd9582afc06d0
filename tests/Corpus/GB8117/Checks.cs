using System.Security;
using System.Xml;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Documents;

public class DocumentChecks : ControllerBase
{
    private static readonly XmlDocument Document = new();

    public void NoteClean()
    {
        Document.DocumentElement!.InnerXml = SecurityElement.Escape(Request.Query["note"].ToString())!; //@near GB8117
    }

    public void NoteCleanBelow()
    {
        var value = CleanedNote(Request.Headers["X-note"].ToString());
        Document.DocumentElement!.InnerXml = value; //@near GB8117
    }

    private static string CleanedNote(string text) => SecurityElement.Escape(text)!;

    public void NoteCleanList()
    {
        foreach (var part in Request.Form["note"].ToString().Split(',').Select(p => SecurityElement.Escape(p)!))
        {
            Document.DocumentElement!.InnerXml = part; //@near GB8117
        }
    }

    public void NoteEqual()
    {
        var value = Request.Cookies["note"] ?? "";
        if (value == "empty")
        {
            Document.DocumentElement!.InnerXml = value; //@near GB8117
        }
    }

    public void NoteOneOf()
    {
        var value = Request.RouteValues["note"]?.ToString() ?? "";
        if (value is "empty" or "full")
        {
            Document.DocumentElement!.InnerXml = value; //@near GB8117
        }
    }

    public void NoteMapped()
    {
        var value = Request.Path.ToString() switch
        {
            "1" => "empty",
            _ => "full",
        };
        Document.DocumentElement!.InnerXml = value; //@near GB8117
    }

    public void NoteNumber()
    {
        if (int.TryParse((Console.ReadLine() ?? ""), out var number))
        {
            Document.DocumentElement!.InnerXml = number.ToString(System.Globalization.CultureInfo.InvariantCulture); //@near GB8117
        }
    }

    public void NoteId()
    {
        var id = Guid.Parse(System.IO.File.ReadAllText("inbox.txt"));
        Document.DocumentElement!.InnerXml = id.ToString("N"); //@near GB8117
    }

    public void NoteDay()
    {
        var day = Enum.Parse<DayOfWeek>((Environment.GetEnvironmentVariable("SHOP_note") ?? ""));
        Document.DocumentElement!.InnerXml = day.ToString(); //@near GB8117
    }

    public void NoteShaped()
    {
        var value = Request.Query["note"].ToString();
        if (!System.Text.RegularExpressions.Regex.IsMatch(value, "^[a-z]{1,20}\\z"))
            throw new ArgumentException("It is no name.");
        Document.DocumentElement!.InnerXml = value; //@near GB8117
    }

    public void NoteLetters()
    {
        var value = Request.Headers["X-note"].ToString();
        if (value.All(char.IsAsciiLetterOrDigit))
        {
            Document.DocumentElement!.InnerXml = value; //@near GB8117
        }
    }

    public void NoteOtherIndex()
    {
        string[] values = ["empty", Request.Form["note"].ToString()];
        Document.DocumentElement!.InnerXml = values[0]; //@near GB8117
    }

    private static readonly Dictionary<string, string> NoteTable = new() { ["a"] = "empty", ["b"] = "full" };

    public void NoteLooked()
    {
        if (NoteTable.TryGetValue((Request.Cookies["note"] ?? ""), out var value))
        {
            Document.DocumentElement!.InnerXml = value; //@near GB8117
        }
    }

    private string _noteState = "";

    public void NoteReset()
    {
        _noteState = Request.RouteValues["note"]?.ToString() ?? "";
        ClearNote();
        Document.DocumentElement!.InnerXml = _noteState; //@near GB8117
    }

    private void ClearNote() => _noteState = "empty";

    public void NoteFixed()
    {
        INoteLabel label = new FixedNoteLabel();
        Document.DocumentElement!.InnerXml = label.For(Request.Path.ToString()); //@near GB8117
    }

    public void NoteCounted()
    {
        Func<string, string> kind = text => text.Length == 0 ? "empty" : "full";
        Document.DocumentElement!.InnerXml = kind(Console.ReadLine() ?? ""); //@near GB8117
    }
}

public interface INoteLabel
{
    string For(string text);
}

public class FixedNoteLabel : INoteLabel
{
    public string For(string text) => text.Length > 3 ? "empty" : "full";
}
