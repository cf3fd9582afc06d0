using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Sessions;

public class SessionChecks : ControllerBase
{
    public void RoleOtherPart()
    {
        var pair = (Given: Request.Query["role"].ToString(), Fixed: "user");
        HttpContext.Session.SetString("role", pair.Fixed); //@near GB8121
    }

    private static readonly HashSet<string> KnownRole = ["user", "guest"];

    public void RoleFromSet()
    {
        var value = Request.Headers["X-role"].ToString();
        if (!KnownRole.Contains(value))
            return;
        HttpContext.Session.SetString("role", value); //@near GB8121
    }

    public void RoleEqual()
    {
        var value = Request.Form["role"].ToString();
        if (value == "user")
        {
            HttpContext.Session.SetString("role", value); //@near GB8121
        }
    }

    public void RoleOneOf()
    {
        var value = Request.Cookies["role"] ?? "";
        if (value is "user" or "guest")
        {
            HttpContext.Session.SetString("role", value); //@near GB8121
        }
    }

    public void RoleMapped()
    {
        var value = (Request.RouteValues["role"]?.ToString() ?? "") switch
        {
            "1" => "user",
            _ => "guest",
        };
        HttpContext.Session.SetString("role", value); //@near GB8121
    }

    public void RoleId()
    {
        var id = Guid.Parse(Request.Path.ToString());
        HttpContext.Session.SetString("role", id.ToString("N")); //@near GB8121
    }

    public void RoleDay()
    {
        var day = Enum.Parse<DayOfWeek>((Console.ReadLine() ?? ""));
        HttpContext.Session.SetString("role", day.ToString()); //@near GB8121
    }

    public void RoleShaped()
    {
        var value = System.IO.File.ReadAllText("inbox.txt");
        if (!System.Text.RegularExpressions.Regex.IsMatch(value, "^[a-z]{1,20}\\z"))
            throw new ArgumentException("It is no name.");
        HttpContext.Session.SetString("role", value); //@near GB8121
    }

    public void RoleLetters()
    {
        var value = Environment.GetEnvironmentVariable("SHOP_role") ?? "";
        if (value.All(char.IsAsciiLetterOrDigit))
        {
            HttpContext.Session.SetString("role", value); //@near GB8121
        }
    }

    public void RoleOtherIndex()
    {
        string[] values = ["user", Request.Query["role"].ToString()];
        HttpContext.Session.SetString("role", values[0]); //@near GB8121
    }

    private static readonly Dictionary<string, string> RoleTable = new() { ["a"] = "user", ["b"] = "guest" };

    public void RoleLooked()
    {
        if (RoleTable.TryGetValue(Request.Headers["X-role"].ToString(), out var value))
        {
            HttpContext.Session.SetString("role", value); //@near GB8121
        }
    }

    private string _roleState = "";

    public void RoleReset()
    {
        _roleState = Request.Form["role"].ToString();
        ClearRole();
        HttpContext.Session.SetString("role", _roleState); //@near GB8121
    }

    private void ClearRole() => _roleState = "user";

    public void RoleFixed()
    {
        IRoleLabel label = new FixedRoleLabel();
        HttpContext.Session.SetString("role", label.For(Request.Cookies["role"] ?? "")); //@near GB8121
    }

    public void RoleCounted()
    {
        Func<string, string> kind = text => text.Length == 0 ? "user" : "guest";
        HttpContext.Session.SetString("role", kind(Request.RouteValues["role"]?.ToString() ?? "")); //@near GB8121
    }

    public void RoleCleared()
    {
        var text = new System.Text.StringBuilder(Request.Path.ToString());
        text.Clear();
        text.Append("user");
        HttpContext.Session.SetString("role", text.ToString()); //@near GB8121
    }

    public void RoleFirstOut()
    {
        var waiting = new Queue<string>();
        waiting.Enqueue("user");
        waiting.Enqueue(Console.ReadLine() ?? "");
        HttpContext.Session.SetString("role", waiting.Dequeue()); //@near GB8121
    }
}

public interface IRoleLabel
{
    string For(string text);
}

public class FixedRoleLabel : IRoleLabel
{
    public string For(string text) => text.Length > 3 ? "user" : "guest";
}
