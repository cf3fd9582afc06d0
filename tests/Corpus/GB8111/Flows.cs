using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Shop.Journals;

public class JournalFlows(ILogger<JournalFlows> log) : ControllerBase
{
    // Trimming takes nothing out that matters.
    public void VisitorTrimmed()
    {
        var value = Request.Query["visitor"].ToString();
        var trimmed = value.Trim();
        log.LogInformation("visitor " + trimmed); //@true GB8111
    }

    private string _visitor = "";

    public void VisitorKept()
    {
        _visitor = Request.Headers["X-visitor"].ToString();
        UseVisitor();
    }

    private void UseVisitor()
    {
        log.LogInformation("visitor " + _visitor); //@true GB8111
    }

    public void VisitorRecord()
    {
        var line = new VisitorLine(Request.Form["visitor"].ToString(), 3);
        log.LogInformation("visitor " + line.Name); //@true GB8111
    }

    public void VisitorPair()
    {
        var (kind, value) = ("plain", (Request.Cookies["visitor"] ?? ""));
        log.LogInformation("visitor " + value); //@true GB8111
    }

    public void VisitorKeyed()
    {
        var values = new Dictionary<string, string> { ["fixed"] = "none", ["given"] = (Request.RouteValues["visitor"]?.ToString() ?? "") };
        log.LogInformation("visitor " + values["given"]); //@true GB8111
    }

    public void VisitorListed()
    {
        var values = new List<string> { "none" };
        values.Add(Request.Path.ToString());
        log.LogInformation("visitor " + values[1]); //@true GB8111
    }

    public void VisitorMarked()
    {
        Func<string, string> mark = text => text + "x";
        log.LogInformation("visitor " + mark(Console.ReadLine() ?? "")); //@true GB8111
    }

    public void VisitorHanded()
    {
        Action<string> use = text =>
        {
            log.LogInformation("visitor " + text); //@true GB8111
        };
        use(System.IO.File.ReadAllText("inbox.txt"));
    }

    public async Task VisitorAsync()
    {
        var value = await ReadVisitorAsync();
        log.LogInformation("visitor " + value); //@true GB8111
    }

    private async Task<string> ReadVisitorAsync()
    {
        await Task.Yield();
        return Environment.GetEnvironmentVariable("SHOP_visitor") ?? "";
    }

    public void VisitorParts()
    {
        foreach (var part in PartsOfVisitor(Request.Query["visitor"].ToString()))
        {
            log.LogInformation("visitor " + part); //@true GB8111
        }
    }

    private static IEnumerable<string> PartsOfVisitor(string text)
    {
        for (var i = 0; i < 2; i++)
            yield return text;
    }

    public void VisitorSplit()
    {
        foreach (var part in Request.Headers["X-visitor"].ToString().Split(',').Where(p => p.Length > 0).Select(p => p.Trim()))
        {
            log.LogInformation("visitor " + part); //@true GB8111
        }
    }

    public void VisitorByInterface()
    {
        IVisitorForm form = new PlainVisitorForm();
        log.LogInformation("visitor " + form.Of(Request.Form["visitor"].ToString())); //@true GB8111
    }

    public void VisitorBoxed()
    {
        var box = new VisitorBox<string>((Request.Cookies["visitor"] ?? ""));
        log.LogInformation("visitor " + box.Value); //@true GB8111
    }

    public void VisitorOut()
    {
        if (TryTakeVisitor(out var value))
        {
            log.LogInformation("visitor " + value); //@true GB8111
        }
    }

    private bool TryTakeVisitor(out string value)
    {
        value = Request.RouteValues["visitor"]?.ToString() ?? "";
        return value.Length > 0;
    }

    public void VisitorRef()
    {
        var value = "none";
        FillVisitor(ref value);
        log.LogInformation("visitor " + value); //@true GB8111
    }

    private void FillVisitor(ref string value)
    {
        value = Request.Path.ToString();
    }

    public void VisitorThrown()
    {
        try
        {
            throw new InvalidOperationException(Console.ReadLine() ?? "");
        }
        catch (InvalidOperationException failure)
        {
            log.LogInformation("visitor " + failure.Message); //@true GB8111
        }
    }
}

public record VisitorLine(string Name, int Count);

public interface IVisitorForm
{
    string Of(string text);
}

public class PlainVisitorForm : IVisitorForm
{
    public string Of(string text) => text.TrimEnd();
}

public class VisitorBox<T>(T value)
{
    public T Value => value;
}
