using Microsoft.AspNetCore.Mvc;

namespace Shop.Settings;

public class SettingFlows : ControllerBase
{
    public void ModeFinally()
    {
        var value = "none";
        try
        {
            value = Request.Query["mode"].ToString();
        }
        finally
        {
            AppContext.SetData("Shop.Mode", value); //@true GB8115
        }
    }

    public void ModeGathered()
    {
        var parts = Request.Headers["X-mode"].ToString().Split(';');
        var text = "";
        for (var i = 0; i < parts.Length; i++)
            text += parts[i];
        AppContext.SetData("Shop.Mode", text); //@true GB8115
    }

    // A length says nothing of what stands in it.
    public void ModeShort()
    {
        var value = Request.Form["mode"].ToString();
        if (value.Length is 0 or > 64)
            return;
        AppContext.SetData("Shop.Mode", value); //@true GB8115
    }

    // The check is the wrong way round.
    public void ModeWrong()
    {
        var value = Request.Cookies["mode"] ?? "";
        if (value != "none")
        {
            AppContext.SetData("Shop.Mode", value); //@true GB8115
        }
    }

    public void ModeShown()
    {
        var tag = new ModeTag(Request.RouteValues["mode"]?.ToString() ?? "");
        AppContext.SetData("Shop.Mode", tag.ToString()); //@true GB8115
    }

    public void ModeMatched()
    {
        object given = Request.Path.ToString();
        if (given is string text)
        {
            AppContext.SetData("Shop.Mode", text); //@true GB8115
        }
    }

    public async Task ModeRun()
    {
        var value = Console.ReadLine() ?? "";
        var later = await Task.Run(() => value);
        AppContext.SetData("Shop.Mode", later); //@true GB8115
    }

    private event Action<string>? ModeChanged;

    public void ModeEvent()
    {
        ModeChanged += text =>
        {
            AppContext.SetData("Shop.Mode", text); //@true GB8115
        };
        ModeChanged?.Invoke(System.IO.File.ReadAllText("inbox.txt"));
    }

    public void ModeIndexed()
    {
        var sheet = new ModeSheet();
        sheet["a"] = Environment.GetEnvironmentVariable("SHOP_mode") ?? "";
        AppContext.SetData("Shop.Mode", sheet["a"]); //@true GB8115
    }

    // Replaced on one way only.
    public void ModeSometimes(bool isTest)
    {
        var value = Request.Query["mode"].ToString();
        if (isTest)
            value = "test";
        AppContext.SetData("Shop.Mode", value); //@true GB8115
    }

    public void ModeCut()
    {
        var value = Request.Headers["X-mode"].ToString();
        AppContext.SetData("Shop.Mode", value.Substring(1)); //@true GB8115
    }

    public void ModeArray()
    {
        string[] values = ["none", Request.Form["mode"].ToString()];
        AppContext.SetData("Shop.Mode", values[^1]); //@true GB8115
    }

    private string ModeOrDefault(string? fallback = null) => fallback ?? (Request.Cookies["mode"] ?? "");

    public void ModeFallback()
    {
        AppContext.SetData("Shop.Mode", ModeOrDefault()); //@true GB8115
    }

    public void ModeWrapped()
    {
        PassMode(new ModeRequest { Body = (Request.RouteValues["mode"]?.ToString() ?? "") });
    }

    private void PassMode(ModeRequest request)
    {
        AppContext.SetData("Shop.Mode", request.Body); //@true GB8115
    }

    // Trimming takes nothing out that matters.
    public void ModeTrimmed()
    {
        var value = Request.Path.ToString();
        var trimmed = value.Trim();
        AppContext.SetData("Shop.Mode", trimmed); //@true GB8115
    }

    private string _mode = "";

    public void ModeKept()
    {
        _mode = Console.ReadLine() ?? "";
        UseMode();
    }

    private void UseMode()
    {
        AppContext.SetData("Shop.Mode", _mode); //@true GB8115
    }
}

public class ModeTag(string name)
{
    public override string ToString() => name;
}

public class ModeSheet
{
    private readonly Dictionary<string, string> _cells = [];

    public string this[string name]
    {
        get => _cells[name];
        set => _cells[name] = value;
    }
}

public sealed class ModeRequest
{
    public required string Body { get; init; }
}
