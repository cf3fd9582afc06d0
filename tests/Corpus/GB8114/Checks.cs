using System.Data;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Formulas;

public class FormulaChecks : ControllerBase
{
    private static readonly DataTable Sums = new();

    public List<object> Results { get; } = [];

    public void FormulaOutFixed()
    {
        NameFormula(Request.Query["formula"].ToString(), out var value);
        Results.Add(Sums.Compute(value, null)); //@near GB8114
    }

    private static void NameFormula(string text, out string value) => value = text.Length > 5 ? "Price" : "Weight";

    public void FormulaYesNo()
    {
        var value = Request.Headers["X-formula"].ToString() == "1" ? "Price" : "Weight";
        Results.Add(Sums.Compute(value, null)); //@near GB8114
    }

    public void FormulaHashed()
    {
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Request.Form["formula"].ToString()));
        Results.Add(Sums.Compute(Convert.ToHexString(hash), null)); //@near GB8114
    }

    public void FormulaDate()
    {
        var day = DateTime.Parse((Request.Cookies["formula"] ?? ""), System.Globalization.CultureInfo.InvariantCulture);
        Results.Add(Sums.Compute(day.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture), null)); //@near GB8114
    }

    private static readonly string[] AllowedFormula = ["Price", "Weight"];

    public void FormulaOrThrow()
    {
        var value = Request.RouteValues["formula"]?.ToString() ?? "";
        if (!AllowedFormula.Contains(value))
            throw new ArgumentException("It is not known.");
        Results.Add(Sums.Compute(value, null)); //@near GB8114
    }

    public void FormulaRequired()
    {
        var value = Request.Path.ToString();
        RequireFormula(value);
        Results.Add(Sums.Compute(value, null)); //@near GB8114
    }

    private static void RequireFormula(string value)
    {
        if (value is not ("Price" or "Weight"))
            throw new ArgumentException("It is not known.");
    }

    private static readonly string[] AllFormula = ["Price", "Weight"];

    public void FormulaFound()
    {
        var wanted = Console.ReadLine() ?? "";
        var value = AllFormula.FirstOrDefault(known => known == wanted) ?? "Price";
        Results.Add(Sums.Compute(value, null)); //@near GB8114
    }

    public void FormulaFlag()
    {
        var isOn = bool.Parse(System.IO.File.ReadAllText("inbox.txt"));
        Results.Add(Sums.Compute((isOn ? "Price" : "Weight"), null)); //@near GB8114
    }

    public void FormulaTyped()
    {
        object given = 5;
        if ((Environment.GetEnvironmentVariable("SHOP_formula") ?? "").Length > 0 && given is string text)
            SeenFormulaTexts.Add(text);
        Results.Add(Sums.Compute("Price", null)); //@near GB8114
    }

    public List<string> SeenFormulaTexts { get; } = [];

    public void FormulaLocalFixed()
    {
        var value = Request.Query["formula"].ToString();
        var isLong = value.Length > 10;
        Use();

        void Use()
        {
            Results.Add(Sums.Compute((isLong ? "Price" : "Weight"), null)); //@near GB8114
        }
    }

    public void FormulaWithFixed()
    {
        var given = new FormulaEntry(Request.Headers["X-formula"].ToString());
        var changed = given with { Name = "Price" };
        Results.Add(Sums.Compute(changed.Name, null)); //@near GB8114
    }

    public void FormulaValid()
    {
        var value = Request.Form["formula"].ToString();
        if (IsKnownFormula(value))
        {
            Results.Add(Sums.Compute(value, null)); //@near GB8114
        }
    }

    private static bool IsKnownFormula(string value) => value is "Price" or "Weight";

    public void FormulaReplaced()
    {
        var value = Request.Cookies["formula"] ?? "";
        if (value.Length > 0)
            SeenFormula++;
        value = "Price";
        Results.Add(Sums.Compute(value, null)); //@near GB8114
    }

    public int SeenFormula { get; private set; }

    private const bool ShowsFormula = false;

    public void FormulaNever()
    {
        var value = ShowsFormula ? (Request.RouteValues["formula"]?.ToString() ?? "") : "Price";
        Results.Add(Sums.Compute(value, null)); //@near GB8114
    }

    public void FormulaOtherField()
    {
        var line = new FormulaNote(Request.Path.ToString(), "Price");
        Results.Add(Sums.Compute(line.Kind, null)); //@near GB8114
    }

    public void FormulaOtherKey()
    {
        var values = new Dictionary<string, string> { ["given"] = (Console.ReadLine() ?? ""), ["fixed"] = "Price" };
        Results.Add(Sums.Compute(values["fixed"], null)); //@near GB8114
    }
}

public record FormulaEntry(string Name);

public record FormulaNote(string Text, string Kind);
