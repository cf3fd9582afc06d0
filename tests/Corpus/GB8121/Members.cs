using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Sessions;

public class SessionController : ControllerBase
{
    [HttpPost]
    public void Text(string role) => HttpContext.Session.SetString("role", role); //@true GB8121

    [HttpPost]
    public void Number(int discount) => HttpContext.Session.SetInt32("discount", discount); //@true GB8121

    [HttpPost]
    public void Bytes(string role) => HttpContext.Session.Set("role", Encoding.UTF8.GetBytes(role)); //@true GB8121

    [HttpPost]
    public void Key(string name) => HttpContext.Session.SetString(name, "on"); //@true GB8121

    // What a browser can see it can change: a cookie is no proof.
    public void Cookie() => HttpContext.Session.SetString("user", Request.Cookies["user"]!); //@true GB8121

    [HttpPost]
    public void Prefixed(string user) => HttpContext.Session.SetString("user", "shop/" + user); //@true GB8121

    [HttpPost]
    public void Form([FromForm] RoleForm form) => HttpContext.Session.SetString("role", form.Role); //@true GB8121

    // Encoded is not checked.
    [HttpPost]
    public void Encoded(string role) => HttpContext.Session.SetString("role", Uri.EscapeDataString(role)); //@true GB8121

    [HttpPost]
    public void Items(string role) => HttpContext.Items["role"] = role; //@true GB8121
}

public class RoleForm
{
    public string Role { get; set; } = "";
}

public class RoleMiddleware : IMiddleware
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers.TryGetValue("X-Role", out var role))
            context.Session.SetString("role", role.ToString()); //@true GB8121
        return next(context);
    }
}
