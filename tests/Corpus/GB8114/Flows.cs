using System.Data;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Formulas;

public class FormulaFlows : ControllerBase
{
    private static readonly DataTable Sums = new();

    public List<object> Results { get; } = [];

    public void FormulaChosen(int mode)
    {
        var value = mode switch
        {
            0 => "none",
            1 => "all",
            _ => Request.Query["formula"].ToString(),
        };
        Results.Add(Sums.Compute(value, null)); //@true GB8114
    }

    public void FormulaOverridden()
    {
        FormulaText text = new LoudFormulaText(Request.Headers["X-formula"].ToString());
        Results.Add(Sums.Compute(text.Show(), null)); //@true GB8114
    }

    public void FormulaLocal()
    {
        var value = Request.Form["formula"].ToString();
        Use();

        void Use()
        {
            Results.Add(Sums.Compute(value, null)); //@true GB8114
        }
    }

    public void FormulaExtended()
    {
        Results.Add(Sums.Compute((Request.Cookies["formula"] ?? "").ShortenedFormula(), null)); //@true GB8114
    }

    public void FormulaQueued()
    {
        var waiting = new Queue<string>();
        waiting.Enqueue(Request.RouteValues["formula"]?.ToString() ?? "");
        Results.Add(Sums.Compute(waiting.Dequeue(), null)); //@true GB8114
    }

    public void FormulaNested()
    {
        var order = new FormulaOrder { Buyer = new FormulaBuyer { Name = Request.Path.ToString() } };
        Results.Add(Sums.Compute(order.Buyer.Name, null)); //@true GB8114
    }

    public void FormulaWith()
    {
        var start = new FormulaRow("none");
        var changed = start with { Name = (Console.ReadLine() ?? "") };
        Results.Add(Sums.Compute(changed.Name, null)); //@true GB8114
    }

    public void FormulaFinally()
    {
        var value = "none";
        try
        {
            value = System.IO.File.ReadAllText("inbox.txt");
        }
        finally
        {
            Results.Add(Sums.Compute(value, null)); //@true GB8114
        }
    }

    public void FormulaGathered()
    {
        var parts = (Environment.GetEnvironmentVariable("SHOP_formula") ?? "").Split(';');
        var text = "";
        for (var i = 0; i < parts.Length; i++)
            text += parts[i];
        Results.Add(Sums.Compute(text, null)); //@true GB8114
    }

    // A length says nothing of what stands in it.
    public void FormulaShort()
    {
        var value = Request.Query["formula"].ToString();
        if (value.Length is 0 or > 64)
            return;
        Results.Add(Sums.Compute(value, null)); //@true GB8114
    }

    // The check is the wrong way round.
    public void FormulaWrong()
    {
        var value = Request.Headers["X-formula"].ToString();
        if (value != "none")
        {
            Results.Add(Sums.Compute(value, null)); //@true GB8114
        }
    }

    public void FormulaShown()
    {
        var tag = new FormulaTag(Request.Form["formula"].ToString());
        Results.Add(Sums.Compute(tag.ToString(), null)); //@true GB8114
    }

    public void FormulaMatched()
    {
        object given = Request.Cookies["formula"] ?? "";
        if (given is string text)
        {
            Results.Add(Sums.Compute(text, null)); //@true GB8114
        }
    }

    public async Task FormulaRun()
    {
        var value = Request.RouteValues["formula"]?.ToString() ?? "";
        var later = await Task.Run(() => value);
        Results.Add(Sums.Compute(later, null)); //@true GB8114
    }

    private event Action<string>? FormulaChanged;

    public void FormulaEvent()
    {
        FormulaChanged += text =>
        {
            Results.Add(Sums.Compute(text, null)); //@true GB8114
        };
        FormulaChanged?.Invoke(Request.Path.ToString());
    }

    public void FormulaIndexed()
    {
        var sheet = new FormulaSheet();
        sheet["a"] = Console.ReadLine() ?? "";
        Results.Add(Sums.Compute(sheet["a"], null)); //@true GB8114
    }
}

public abstract class FormulaText(string text)
{
    protected string Text { get; } = text;

    public abstract string Show();
}

public class LoudFormulaText(string text) : FormulaText(text)
{
    public override string Show() => Text.ToUpperInvariant();
}

public static class FormulaTexts
{
    public static string ShortenedFormula(this string text) => text.Length > 500 ? text[..500] : text;
}

public class FormulaBuyer
{
    public string Name { get; set; } = "";
}

public class FormulaOrder
{
    public FormulaBuyer Buyer { get; set; } = new();
}

public record FormulaRow(string Name);

public class FormulaTag(string name)
{
    public override string ToString() => name;
}

public class FormulaSheet
{
    private readonly Dictionary<string, string> _cells = [];

    public string this[string name]
    {
        get => _cells[name];
        set => _cells[name] = value;
    }
}
