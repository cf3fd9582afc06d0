using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Sessions;

public class SessionFlows : ControllerBase
{
    public void RoleFinally()
    {
        var value = "none";
        try
        {
            value = Request.Query["role"].ToString();
        }
        finally
        {
            HttpContext.Session.SetString("role", value); //@true GB8121
        }
    }

    public void RoleGathered()
    {
        var parts = Request.Headers["X-role"].ToString().Split(';');
        var text = "";
        for (var i = 0; i < parts.Length; i++)
            text += parts[i];
        HttpContext.Session.SetString("role", text); //@true GB8121
    }

    // A length says nothing of what stands in it.
    public void RoleShort()
    {
        var value = Request.Form["role"].ToString();
        if (value.Length is 0 or > 64)
            return;
        HttpContext.Session.SetString("role", value); //@true GB8121
    }

    // The check is the wrong way round.
    public void RoleWrong()
    {
        var value = Request.Cookies["role"] ?? "";
        if (value != "none")
        {
            HttpContext.Session.SetString("role", value); //@true GB8121
        }
    }

    public void RoleShown()
    {
        var tag = new RoleTag(Request.RouteValues["role"]?.ToString() ?? "");
        HttpContext.Session.SetString("role", tag.ToString()); //@true GB8121
    }

    public void RoleMatched()
    {
        object given = Request.Path.ToString();
        if (given is string text)
        {
            HttpContext.Session.SetString("role", text); //@true GB8121
        }
    }

    public async Task RoleRun()
    {
        var value = Console.ReadLine() ?? "";
        var later = await Task.Run(() => value);
        HttpContext.Session.SetString("role", later); //@true GB8121
    }

    private event Action<string>? RoleChanged;

    public void RoleEvent()
    {
        RoleChanged += text =>
        {
            HttpContext.Session.SetString("role", text); //@true GB8121
        };
        RoleChanged?.Invoke(System.IO.File.ReadAllText("inbox.txt"));
    }

    public void RoleIndexed()
    {
        var sheet = new RoleSheet();
        sheet["a"] = Environment.GetEnvironmentVariable("SHOP_role") ?? "";
        HttpContext.Session.SetString("role", sheet["a"]); //@true GB8121
    }

    // Replaced on one way only.
    public void RoleSometimes(bool isTest)
    {
        var value = Request.Query["role"].ToString();
        if (isTest)
            value = "test";
        HttpContext.Session.SetString("role", value); //@true GB8121
    }

    public void RoleCut()
    {
        var value = Request.Headers["X-role"].ToString();
        HttpContext.Session.SetString("role", value.Substring(1)); //@true GB8121
    }

    public void RoleArray()
    {
        string[] values = ["none", Request.Form["role"].ToString()];
        HttpContext.Session.SetString("role", values[^1]); //@true GB8121
    }

    private string RoleOrDefault(string? fallback = null) => fallback ?? (Request.Cookies["role"] ?? "");

    public void RoleFallback()
    {
        HttpContext.Session.SetString("role", RoleOrDefault()); //@true GB8121
    }

    public void RoleWrapped()
    {
        PassRole(new RoleRequest { Body = (Request.RouteValues["role"]?.ToString() ?? "") });
    }

    private void PassRole(RoleRequest request)
    {
        HttpContext.Session.SetString("role", request.Body); //@true GB8121
    }

    // Trimming takes nothing out that matters.
    public void RoleTrimmed()
    {
        var value = Request.Path.ToString();
        var trimmed = value.Trim();
        HttpContext.Session.SetString("role", trimmed); //@true GB8121
    }

    private string _role = "";

    public void RoleKept()
    {
        _role = Console.ReadLine() ?? "";
        UseRole();
    }

    private void UseRole()
    {
        HttpContext.Session.SetString("role", _role); //@true GB8121
    }
}

public class RoleTag(string name)
{
    public override string ToString() => name;
}

public class RoleSheet
{
    private readonly Dictionary<string, string> _cells = [];

    public string this[string name]
    {
        get => _cells[name];
        set => _cells[name] = value;
    }
}

public sealed class RoleRequest
{
    public required string Body { get; init; }
}
