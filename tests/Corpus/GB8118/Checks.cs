using Microsoft.AspNetCore.Mvc;

namespace Shop.Templates;

public class TemplateChecks : ControllerBase
{
    public List<string> Lines { get; } = [];

    public void TemplateClean()
    {
        Lines.Add(string.Format(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Request.Query["template"].ToString())), 1, 2)); //@near GB8118
    }

    public void TemplateCleanBelow()
    {
        var value = CleanedTemplate(Request.Headers["X-template"].ToString());
        Lines.Add(string.Format(value, 1, 2)); //@near GB8118
    }

    private static string CleanedTemplate(string text) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text));

    public void TemplateCleanList()
    {
        foreach (var part in Request.Form["template"].ToString().Split(',').Select(p => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(p))))
        {
            Lines.Add(string.Format(part, 1, 2)); //@near GB8118
        }
    }

    public void TemplateLetters()
    {
        var value = Request.Cookies["template"] ?? "";
        if (value.All(char.IsAsciiLetterOrDigit))
        {
            Lines.Add(string.Format(value, 1, 2)); //@near GB8118
        }
    }

    public void TemplateOtherIndex()
    {
        string[] values = ["plain", (Request.RouteValues["template"]?.ToString() ?? "")];
        Lines.Add(string.Format(values[0], 1, 2)); //@near GB8118
    }

    private static readonly Dictionary<string, string> TemplateTable = new() { ["a"] = "plain", ["b"] = "rich" };

    public void TemplateLooked()
    {
        if (TemplateTable.TryGetValue(Request.Path.ToString(), out var value))
        {
            Lines.Add(string.Format(value, 1, 2)); //@near GB8118
        }
    }

    private string _templateState = "";

    public void TemplateReset()
    {
        _templateState = Console.ReadLine() ?? "";
        ClearTemplate();
        Lines.Add(string.Format(_templateState, 1, 2)); //@near GB8118
    }

    private void ClearTemplate() => _templateState = "plain";

    public void TemplateFixed()
    {
        ITemplateLabel label = new FixedTemplateLabel();
        Lines.Add(string.Format(label.For(System.IO.File.ReadAllText("inbox.txt")), 1, 2)); //@near GB8118
    }

    public void TemplateCounted()
    {
        Func<string, string> kind = text => text.Length == 0 ? "plain" : "rich";
        Lines.Add(string.Format(kind(Environment.GetEnvironmentVariable("SHOP_template") ?? ""), 1, 2)); //@near GB8118
    }

    public void TemplateCleared()
    {
        var text = new System.Text.StringBuilder(Request.Query["template"].ToString());
        text.Clear();
        text.Append("plain");
        Lines.Add(string.Format(text.ToString(), 1, 2)); //@near GB8118
    }

    public void TemplateFirstOut()
    {
        var waiting = new Queue<string>();
        waiting.Enqueue("plain");
        waiting.Enqueue(Request.Headers["X-template"].ToString());
        Lines.Add(string.Format(waiting.Dequeue(), 1, 2)); //@near GB8118
    }

    public void TemplateOutFixed()
    {
        NameTemplate(Request.Form["template"].ToString(), out var value);
        Lines.Add(string.Format(value, 1, 2)); //@near GB8118
    }

    private static void NameTemplate(string text, out string value) => value = text.Length > 5 ? "plain" : "rich";

    public void TemplateYesNo()
    {
        var value = (Request.Cookies["template"] ?? "") == "1" ? "plain" : "rich";
        Lines.Add(string.Format(value, 1, 2)); //@near GB8118
    }

    public void TemplateHashed()
    {
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Request.RouteValues["template"]?.ToString() ?? ""));
        Lines.Add(string.Format(Convert.ToHexString(hash), 1, 2)); //@near GB8118
    }

    public void TemplateDate()
    {
        var day = DateTime.Parse(Request.Path.ToString(), System.Globalization.CultureInfo.InvariantCulture);
        Lines.Add(string.Format(day.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture), 1, 2)); //@near GB8118
    }

    private static readonly string[] AllowedTemplate = ["plain", "rich"];

    public void TemplateOrThrow()
    {
        var value = Console.ReadLine() ?? "";
        if (!AllowedTemplate.Contains(value))
            throw new ArgumentException("It is not known.");
        Lines.Add(string.Format(value, 1, 2)); //@near GB8118
    }
}

public interface ITemplateLabel
{
    string For(string text);
}

public class FixedTemplateLabel : ITemplateLabel
{
    public string For(string text) => text.Length > 3 ? "plain" : "rich";
}
