using System.Security;
using System.Xml;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Documents;

public class DocumentFlows : ControllerBase
{
    private static readonly XmlDocument Document = new();

    // Trimming takes nothing out that matters.
    public void NoteTrimmed()
    {
        var value = Request.Query["note"].ToString();
        var trimmed = value.Trim();
        Document.DocumentElement!.InnerXml = trimmed; //@true GB8117
    }

    private string _note = "";

    public void NoteKept()
    {
        _note = Request.Headers["X-note"].ToString();
        UseNote();
    }

    private void UseNote()
    {
        Document.DocumentElement!.InnerXml = _note; //@true GB8117
    }

    public void NoteRecord()
    {
        var line = new NoteLine(Request.Form["note"].ToString(), 3);
        Document.DocumentElement!.InnerXml = line.Name; //@true GB8117
    }

    public void NotePair()
    {
        var (kind, value) = ("plain", (Request.Cookies["note"] ?? ""));
        Document.DocumentElement!.InnerXml = value; //@true GB8117
    }

    public void NoteKeyed()
    {
        var values = new Dictionary<string, string> { ["fixed"] = "none", ["given"] = (Request.RouteValues["note"]?.ToString() ?? "") };
        Document.DocumentElement!.InnerXml = values["given"]; //@true GB8117
    }

    public void NoteListed()
    {
        var values = new List<string> { "none" };
        values.Add(Request.Path.ToString());
        Document.DocumentElement!.InnerXml = values[1]; //@true GB8117
    }

    public void NoteMarked()
    {
        Func<string, string> mark = text => text + "x";
        Document.DocumentElement!.InnerXml = mark(Console.ReadLine() ?? ""); //@true GB8117
    }

    public void NoteHanded()
    {
        Action<string> use = text =>
        {
            Document.DocumentElement!.InnerXml = text; //@true GB8117
        };
        use(System.IO.File.ReadAllText("inbox.txt"));
    }

    public async Task NoteAsync()
    {
        var value = await ReadNoteAsync();
        Document.DocumentElement!.InnerXml = value; //@true GB8117
    }

    private async Task<string> ReadNoteAsync()
    {
        await Task.Yield();
        return Environment.GetEnvironmentVariable("SHOP_note") ?? "";
    }

    public void NoteParts()
    {
        foreach (var part in PartsOfNote(Request.Query["note"].ToString()))
        {
            Document.DocumentElement!.InnerXml = part; //@true GB8117
        }
    }

    private static IEnumerable<string> PartsOfNote(string text)
    {
        for (var i = 0; i < 2; i++)
            yield return text;
    }

    public void NoteSplit()
    {
        foreach (var part in Request.Headers["X-note"].ToString().Split(',').Where(p => p.Length > 0).Select(p => p.Trim()))
        {
            Document.DocumentElement!.InnerXml = part; //@true GB8117
        }
    }

    public void NoteByInterface()
    {
        INoteForm form = new PlainNoteForm();
        Document.DocumentElement!.InnerXml = form.Of(Request.Form["note"].ToString()); //@true GB8117
    }

    public void NoteBoxed()
    {
        var box = new NoteBox<string>((Request.Cookies["note"] ?? ""));
        Document.DocumentElement!.InnerXml = box.Value; //@true GB8117
    }

    public void NoteOut()
    {
        if (TryTakeNote(out var value))
        {
            Document.DocumentElement!.InnerXml = value; //@true GB8117
        }
    }

    private bool TryTakeNote(out string value)
    {
        value = Request.RouteValues["note"]?.ToString() ?? "";
        return value.Length > 0;
    }

    public void NoteRef()
    {
        var value = "none";
        FillNote(ref value);
        Document.DocumentElement!.InnerXml = value; //@true GB8117
    }

    private void FillNote(ref string value)
    {
        value = Request.Path.ToString();
    }

    public void NoteThrown()
    {
        try
        {
            throw new InvalidOperationException(Console.ReadLine() ?? "");
        }
        catch (InvalidOperationException failure)
        {
            Document.DocumentElement!.InnerXml = failure.Message; //@true GB8117
        }
    }
}

public record NoteLine(string Name, int Count);

public interface INoteForm
{
    string Of(string text);
}

public class PlainNoteForm : INoteForm
{
    public string Of(string text) => text.TrimEnd();
}

public class NoteBox<T>(T value)
{
    public T Value => value;
}
