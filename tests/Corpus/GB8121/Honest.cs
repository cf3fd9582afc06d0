using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Shop.HonestSessions;

public interface ILogins
{
    bool Verify(string user, string password);
}

public class LoginController(ILogins logins) : ControllerBase
{
    [HttpPost]
    public void Fixed(string role) => HttpContext.Session.SetString("role", role.Length > 0 ? "user" : "guest"); //@near GB8121

    [HttpPost]
    public void Own() => HttpContext.Session.SetString("id", Guid.NewGuid().ToString()); //@near GB8121

    [HttpPost]
    public void Stamped() => HttpContext.Session.SetString("seen", DateTime.UtcNow.ToString("O")); //@near GB8121

    [HttpPost]
    public string? Read(string role) => role + HttpContext.Session.GetString("role"); //@near GB8121

    // Whoever has the password is who he says.
    [HttpPost]
    public IActionResult Login(string user, string password)
    {
        if (!logins.Verify(user, password))
            return Unauthorized();
        HttpContext.Session.SetString("user", user); //@near GB8121
        return NoContent();
    }

    [HttpPost]
    public void Cart(Guid cart) => HttpContext.Session.SetString("cart", cart.ToString()); //@near GB8121

    [HttpPost]
    public void Removed(string name) => HttpContext.Session.Remove(name); //@near GB8121

    [HttpPost]
    public void Counted() => HttpContext.Session.SetInt32("visits", (HttpContext.Session.GetInt32("visits") ?? 0) + 1); //@near GB8121

    [HttpPost]
    public void Address() => HttpContext.Session.SetString("trace", HttpContext.TraceIdentifier); //@near GB8121
}

public static class SessionTexts
{
    public static void Keep(ISession session, string text) => session.SetString("text", text); //@near GB8121
}
