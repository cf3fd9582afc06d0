using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Plugins;

public class PluginFlows : ControllerBase
{
    public List<IntPtr> Plugins { get; } = [];

    private event Action<string>? PluginChanged;

    public void PluginEvent()
    {
        PluginChanged += text =>
        {
            Plugins.Add(NativeLibrary.Load(text)); //@true GB8116
        };
        PluginChanged?.Invoke(Request.Query["plugin"].ToString());
    }

    public void PluginIndexed()
    {
        var sheet = new PluginSheet();
        sheet["a"] = Request.Headers["X-plugin"].ToString();
        Plugins.Add(NativeLibrary.Load(sheet["a"])); //@true GB8116
    }

    // Replaced on one way only.
    public void PluginSometimes(bool isTest)
    {
        var value = Request.Form["plugin"].ToString();
        if (isTest)
            value = "test";
        Plugins.Add(NativeLibrary.Load(value)); //@true GB8116
    }

    public void PluginCut()
    {
        var value = Request.Cookies["plugin"] ?? "";
        Plugins.Add(NativeLibrary.Load(value.Substring(1))); //@true GB8116
    }

    public void PluginArray()
    {
        string[] values = ["none", (Request.RouteValues["plugin"]?.ToString() ?? "")];
        Plugins.Add(NativeLibrary.Load(values[^1])); //@true GB8116
    }

    private string PluginOrDefault(string? fallback = null) => fallback ?? Request.Path.ToString();

    public void PluginFallback()
    {
        Plugins.Add(NativeLibrary.Load(PluginOrDefault())); //@true GB8116
    }

    public void PluginWrapped()
    {
        PassPlugin(new PluginRequest { Body = (Console.ReadLine() ?? "") });
    }

    private void PassPlugin(PluginRequest request)
    {
        Plugins.Add(NativeLibrary.Load(request.Body)); //@true GB8116
    }

    // Trimming takes nothing out that matters.
    public void PluginTrimmed()
    {
        var value = System.IO.File.ReadAllText("inbox.txt");
        var trimmed = value.Trim();
        Plugins.Add(NativeLibrary.Load(trimmed)); //@true GB8116
    }

    private string _plugin = "";

    public void PluginKept()
    {
        _plugin = Environment.GetEnvironmentVariable("SHOP_plugin") ?? "";
        UsePlugin();
    }

    private void UsePlugin()
    {
        Plugins.Add(NativeLibrary.Load(_plugin)); //@true GB8116
    }

    public void PluginRecord()
    {
        var line = new PluginLine(Request.Query["plugin"].ToString(), 3);
        Plugins.Add(NativeLibrary.Load(line.Name)); //@true GB8116
    }

    public void PluginPair()
    {
        var (kind, value) = ("plain", Request.Headers["X-plugin"].ToString());
        Plugins.Add(NativeLibrary.Load(value)); //@true GB8116
    }

    public void PluginKeyed()
    {
        var values = new Dictionary<string, string> { ["fixed"] = "none", ["given"] = Request.Form["plugin"].ToString() };
        Plugins.Add(NativeLibrary.Load(values["given"])); //@true GB8116
    }

    public void PluginListed()
    {
        var values = new List<string> { "none" };
        values.Add(Request.Cookies["plugin"] ?? "");
        Plugins.Add(NativeLibrary.Load(values[1])); //@true GB8116
    }

    public void PluginMarked()
    {
        Func<string, string> mark = text => text + "x";
        Plugins.Add(NativeLibrary.Load(mark(Request.RouteValues["plugin"]?.ToString() ?? ""))); //@true GB8116
    }

    public void PluginHanded()
    {
        Action<string> use = text =>
        {
            Plugins.Add(NativeLibrary.Load(text)); //@true GB8116
        };
        use(Request.Path.ToString());
    }

    public async Task PluginAsync()
    {
        var value = await ReadPluginAsync();
        Plugins.Add(NativeLibrary.Load(value)); //@true GB8116
    }

    private async Task<string> ReadPluginAsync()
    {
        await Task.Yield();
        return Console.ReadLine() ?? "";
    }
}

public class PluginSheet
{
    private readonly Dictionary<string, string> _cells = [];

    public string this[string name]
    {
        get => _cells[name];
        set => _cells[name] = value;
    }
}

public sealed class PluginRequest
{
    public required string Body { get; init; }
}

public record PluginLine(string Name, int Count);
