using Microsoft.AspNetCore.Mvc;

namespace Shop.Settings;

public class SettingChecks : ControllerBase
{
    public void ModeFlag()
    {
        var isOn = bool.Parse(Request.Query["mode"].ToString());
        AppContext.SetData("Shop.Mode", (isOn ? "fast" : "safe")); //@near GB8115
    }

    public void ModeTyped()
    {
        object given = 5;
        if (Request.Headers["X-mode"].ToString().Length > 0 && given is string text)
            SeenModeTexts.Add(text);
        AppContext.SetData("Shop.Mode", "fast"); //@near GB8115
    }

    public List<string> SeenModeTexts { get; } = [];

    public void ModeLocalFixed()
    {
        var value = Request.Form["mode"].ToString();
        var isLong = value.Length > 10;
        Use();

        void Use()
        {
            AppContext.SetData("Shop.Mode", (isLong ? "fast" : "safe")); //@near GB8115
        }
    }

    public void ModeWithFixed()
    {
        var given = new ModeEntry(Request.Cookies["mode"] ?? "");
        var changed = given with { Name = "fast" };
        AppContext.SetData("Shop.Mode", changed.Name); //@near GB8115
    }

    public void ModeValid()
    {
        var value = Request.RouteValues["mode"]?.ToString() ?? "";
        if (IsKnownMode(value))
        {
            AppContext.SetData("Shop.Mode", value); //@near GB8115
        }
    }

    private static bool IsKnownMode(string value) => value is "fast" or "safe";

    public void ModeReplaced()
    {
        var value = Request.Path.ToString();
        if (value.Length > 0)
            SeenMode++;
        value = "fast";
        AppContext.SetData("Shop.Mode", value); //@near GB8115
    }

    public int SeenMode { get; private set; }

    private const bool ShowsMode = false;

    public void ModeNever()
    {
        var value = ShowsMode ? (Console.ReadLine() ?? "") : "fast";
        AppContext.SetData("Shop.Mode", value); //@near GB8115
    }

    public void ModeOtherField()
    {
        var line = new ModeNote(System.IO.File.ReadAllText("inbox.txt"), "fast");
        AppContext.SetData("Shop.Mode", line.Kind); //@near GB8115
    }

    public void ModeOtherKey()
    {
        var values = new Dictionary<string, string> { ["given"] = (Environment.GetEnvironmentVariable("SHOP_mode") ?? ""), ["fixed"] = "fast" };
        AppContext.SetData("Shop.Mode", values["fixed"]); //@near GB8115
    }

    public void ModeOtherPart()
    {
        var pair = (Given: Request.Query["mode"].ToString(), Fixed: "fast");
        AppContext.SetData("Shop.Mode", pair.Fixed); //@near GB8115
    }

    private static readonly HashSet<string> KnownMode = ["fast", "safe"];

    public void ModeFromSet()
    {
        var value = Request.Headers["X-mode"].ToString();
        if (!KnownMode.Contains(value))
            return;
        AppContext.SetData("Shop.Mode", value); //@near GB8115
    }

    public void ModeEqual()
    {
        var value = Request.Form["mode"].ToString();
        if (value == "fast")
        {
            AppContext.SetData("Shop.Mode", value); //@near GB8115
        }
    }

    public void ModeOneOf()
    {
        var value = Request.Cookies["mode"] ?? "";
        if (value is "fast" or "safe")
        {
            AppContext.SetData("Shop.Mode", value); //@near GB8115
        }
    }

    public void ModeMapped()
    {
        var value = (Request.RouteValues["mode"]?.ToString() ?? "") switch
        {
            "1" => "fast",
            _ => "safe",
        };
        AppContext.SetData("Shop.Mode", value); //@near GB8115
    }

    public void ModeNumber()
    {
        if (int.TryParse(Request.Path.ToString(), out var number))
        {
            AppContext.SetData("Shop.Mode", number.ToString(System.Globalization.CultureInfo.InvariantCulture)); //@near GB8115
        }
    }

    public void ModeId()
    {
        var id = Guid.Parse(Console.ReadLine() ?? "");
        AppContext.SetData("Shop.Mode", id.ToString("N")); //@near GB8115
    }
}

public record ModeEntry(string Name);

public record ModeNote(string Text, string Kind);
