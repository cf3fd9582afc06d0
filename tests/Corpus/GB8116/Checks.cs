using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Plugins;

public class PluginChecks : ControllerBase
{
    public List<IntPtr> Plugins { get; } = [];

    public void PluginOtherField()
    {
        var line = new PluginNote(Request.Query["plugin"].ToString(), "jpeg");
        Plugins.Add(NativeLibrary.Load(line.Kind)); //@near GB8116
    }

    public void PluginOtherKey()
    {
        var values = new Dictionary<string, string> { ["given"] = Request.Headers["X-plugin"].ToString(), ["fixed"] = "jpeg" };
        Plugins.Add(NativeLibrary.Load(values["fixed"])); //@near GB8116
    }

    public void PluginOtherPart()
    {
        var pair = (Given: Request.Form["plugin"].ToString(), Fixed: "jpeg");
        Plugins.Add(NativeLibrary.Load(pair.Fixed)); //@near GB8116
    }

    private static readonly HashSet<string> KnownPlugin = ["jpeg", "webp"];

    public void PluginFromSet()
    {
        var value = Request.Cookies["plugin"] ?? "";
        if (!KnownPlugin.Contains(value))
            return;
        Plugins.Add(NativeLibrary.Load(value)); //@near GB8116
    }

    public void PluginEqual()
    {
        var value = Request.RouteValues["plugin"]?.ToString() ?? "";
        if (value == "jpeg")
        {
            Plugins.Add(NativeLibrary.Load(value)); //@near GB8116
        }
    }

    public void PluginOneOf()
    {
        var value = Request.Path.ToString();
        if (value is "jpeg" or "webp")
        {
            Plugins.Add(NativeLibrary.Load(value)); //@near GB8116
        }
    }

    public void PluginMapped()
    {
        var value = (Console.ReadLine() ?? "") switch
        {
            "1" => "jpeg",
            _ => "webp",
        };
        Plugins.Add(NativeLibrary.Load(value)); //@near GB8116
    }

    public void PluginNumber()
    {
        if (int.TryParse(System.IO.File.ReadAllText("inbox.txt"), out var number))
        {
            Plugins.Add(NativeLibrary.Load(number.ToString(System.Globalization.CultureInfo.InvariantCulture))); //@near GB8116
        }
    }

    public void PluginId()
    {
        var id = Guid.Parse(Environment.GetEnvironmentVariable("SHOP_plugin") ?? "");
        Plugins.Add(NativeLibrary.Load(id.ToString("N"))); //@near GB8116
    }

    public void PluginDay()
    {
        var day = Enum.Parse<DayOfWeek>(Request.Query["plugin"].ToString());
        Plugins.Add(NativeLibrary.Load(day.ToString())); //@near GB8116
    }

    public void PluginShaped()
    {
        var value = Request.Headers["X-plugin"].ToString();
        if (!System.Text.RegularExpressions.Regex.IsMatch(value, "^[a-z]{1,20}\\z"))
            throw new ArgumentException("It is no name.");
        Plugins.Add(NativeLibrary.Load(value)); //@near GB8116
    }

    public void PluginLetters()
    {
        var value = Request.Form["plugin"].ToString();
        if (value.All(char.IsAsciiLetterOrDigit))
        {
            Plugins.Add(NativeLibrary.Load(value)); //@near GB8116
        }
    }

    public void PluginOtherIndex()
    {
        string[] values = ["jpeg", (Request.Cookies["plugin"] ?? "")];
        Plugins.Add(NativeLibrary.Load(values[0])); //@near GB8116
    }

    private static readonly Dictionary<string, string> PluginTable = new() { ["a"] = "jpeg", ["b"] = "webp" };

    public void PluginLooked()
    {
        if (PluginTable.TryGetValue((Request.RouteValues["plugin"]?.ToString() ?? ""), out var value))
        {
            Plugins.Add(NativeLibrary.Load(value)); //@near GB8116
        }
    }

    private string _pluginState = "";

    public void PluginReset()
    {
        _pluginState = Request.Path.ToString();
        ClearPlugin();
        Plugins.Add(NativeLibrary.Load(_pluginState)); //@near GB8116
    }

    private void ClearPlugin() => _pluginState = "jpeg";

    public void PluginFixed()
    {
        IPluginLabel label = new FixedPluginLabel();
        Plugins.Add(NativeLibrary.Load(label.For(Console.ReadLine() ?? ""))); //@near GB8116
    }
}

public record PluginNote(string Text, string Kind);

public interface IPluginLabel
{
    string For(string text);
}

public class FixedPluginLabel : IPluginLabel
{
    public string For(string text) => text.Length > 3 ? "jpeg" : "webp";
}
