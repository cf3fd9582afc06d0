using Microsoft.AspNetCore.Mvc;

namespace Shop.Templates;

public class TemplateFlows : ControllerBase
{
    public List<string> Lines { get; } = [];

    public void TemplateHanded()
    {
        Action<string> use = text =>
        {
            Lines.Add(string.Format(text, 1, 2)); //@true GB8118
        };
        use(Request.Query["template"].ToString());
    }

    public async Task TemplateAsync()
    {
        var value = await ReadTemplateAsync();
        Lines.Add(string.Format(value, 1, 2)); //@true GB8118
    }

    private async Task<string> ReadTemplateAsync()
    {
        await Task.Yield();
        return Request.Headers["X-template"].ToString();
    }

    public void TemplateParts()
    {
        foreach (var part in PartsOfTemplate(Request.Form["template"].ToString()))
        {
            Lines.Add(string.Format(part, 1, 2)); //@true GB8118
        }
    }

    private static IEnumerable<string> PartsOfTemplate(string text)
    {
        for (var i = 0; i < 2; i++)
            yield return text;
    }

    public void TemplateSplit()
    {
        foreach (var part in (Request.Cookies["template"] ?? "").Split(',').Where(p => p.Length > 0).Select(p => p.Trim()))
        {
            Lines.Add(string.Format(part, 1, 2)); //@true GB8118
        }
    }

    public void TemplateByInterface()
    {
        ITemplateForm form = new PlainTemplateForm();
        Lines.Add(string.Format(form.Of(Request.RouteValues["template"]?.ToString() ?? ""), 1, 2)); //@true GB8118
    }

    public void TemplateBoxed()
    {
        var box = new TemplateBox<string>(Request.Path.ToString());
        Lines.Add(string.Format(box.Value, 1, 2)); //@true GB8118
    }

    public void TemplateOut()
    {
        if (TryTakeTemplate(out var value))
        {
            Lines.Add(string.Format(value, 1, 2)); //@true GB8118
        }
    }

    private bool TryTakeTemplate(out string value)
    {
        value = Console.ReadLine() ?? "";
        return value.Length > 0;
    }

    public void TemplateRef()
    {
        var value = "none";
        FillTemplate(ref value);
        Lines.Add(string.Format(value, 1, 2)); //@true GB8118
    }

    private void FillTemplate(ref string value)
    {
        value = System.IO.File.ReadAllText("inbox.txt");
    }

    public void TemplateThrown()
    {
        try
        {
            throw new InvalidOperationException(Environment.GetEnvironmentVariable("SHOP_template") ?? "");
        }
        catch (InvalidOperationException failure)
        {
            Lines.Add(string.Format(failure.Message, 1, 2)); //@true GB8118
        }
    }

    public void TemplateBuilt()
    {
        var text = new System.Text.StringBuilder();
        text.Append(Request.Query["template"].ToString());
        Lines.Add(string.Format(text.ToString(), 1, 2)); //@true GB8118
    }

    private static string s_lastTemplate = "";

    public void TemplateStatic()
    {
        s_lastTemplate = Request.Headers["X-template"].ToString();
        Lines.Add(string.Format(s_lastTemplate, 1, 2)); //@true GB8118
    }

    public void TemplateProperty()
    {
        var form = new TemplateForm { Text = Request.Form["template"].ToString() };
        Lines.Add(string.Format(form.Text, 1, 2)); //@true GB8118
    }

    public void TemplateJoined()
    {
        var whole = string.Join("", new[] { "a", (Request.Cookies["template"] ?? "") });
        Lines.Add(string.Format(whole, 1, 2)); //@true GB8118
    }

    public void TemplateEither(bool isGiven)
    {
        var value = isGiven ? (Request.RouteValues["template"]?.ToString() ?? "") : "none";
        Lines.Add(string.Format(value, 1, 2)); //@true GB8118
    }

    public void TemplateChosen(int mode)
    {
        var value = mode switch
        {
            0 => "none",
            1 => "all",
            _ => Request.Path.ToString(),
        };
        Lines.Add(string.Format(value, 1, 2)); //@true GB8118
    }

    public void TemplateOverridden()
    {
        TemplateText text = new LoudTemplateText(Console.ReadLine() ?? "");
        Lines.Add(string.Format(text.Show(), 1, 2)); //@true GB8118
    }
}

public interface ITemplateForm
{
    string Of(string text);
}

public class PlainTemplateForm : ITemplateForm
{
    public string Of(string text) => text.TrimEnd();
}

public class TemplateBox<T>(T value)
{
    public T Value => value;
}

public class TemplateForm
{
    private string _text = "";

    public string Text
    {
        get => _text;
        set => _text = value.Trim();
    }
}

public abstract class TemplateText(string text)
{
    protected string Text { get; } = text;

    public abstract string Show();
}

public class LoudTemplateText(string text) : TemplateText(text)
{
    public override string Show() => Text.ToUpperInvariant();
}
