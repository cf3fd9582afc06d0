using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;

namespace Corpus.GB8006.MoreClasses;

[Authorize]
public abstract class MemberController : Controller;

public sealed class A1Controller : MemberController
{
    [HttpPost]
    public IActionResult Save(int id) => Json(id);
}

public sealed class A2Controller : MemberController
{
    [HttpPost]
    public IActionResult Save(int id) => Json(id);
}

public sealed class A3Controller : MemberController
{
    [HttpPost]
    public IActionResult Save(int id) => Json(id);
}

public sealed class A4Controller : MemberController
{
    [HttpPost]
    public IActionResult Save(int id) => Json(id);
}

public sealed class A5Controller : MemberController
{
    [HttpPost]
    public IActionResult Save(int id) => Json(id);
}

public sealed class A6Controller : MemberController
{
    [HttpPost]
    public IActionResult Save(int id) => Json(id);
}

public sealed class A7Controller : MemberController
{
    [HttpPost]
    public IActionResult Save(int id) => Json(id);
}

public sealed class A8Controller : MemberController
{
    [HttpPost]
    public IActionResult Save(int id) => Json(id);
}

// Derived from the wrong base.
public sealed class RefundsController(IList<decimal> refunds) : Controller //@true GB8006
{
    [HttpPost]
    public IActionResult Pay(decimal amount)
    {
        refunds.Add(amount);
        return Json(amount);
    }
}

// It looks at each request before its routes do.
public sealed class HooksOfPartnersController(IList<string> seen) : Controller //@near GB8006
{
    public override void OnActionExecuting(Microsoft.AspNetCore.Mvc.Filters.ActionExecutingContext context)
    {
        if (context.HttpContext.Request.Headers["X-Key"] != "k")
            context.Result = new StatusCodeResult(401);
    }

    [HttpPost]
    public IActionResult Receive(string text)
    {
        seen.Add(text);
        return Json(seen.Count);
    }
}

// A hub: every method is called from outside.
public sealed class RoomHub(IList<string> messages) : Hub
{
    [Authorize]
    public Task Join(string room) => Groups.AddToGroupAsync(Context.ConnectionId, room);

    [Authorize]
    public Task Leave(string room) => Groups.RemoveFromGroupAsync(Context.ConnectionId, room);

    [Authorize]
    public Task Say(string room, string text) => Clients.Group(room).SendAsync("said", text);

    public Task Erase(string room) //@true GB8006
    {
        messages.Clear();
        return Clients.Group(room).SendAsync("erased");
    }
}

public sealed class BoardHub : Hub
{
    [Authorize]
    public Task Draw(string shape) => Clients.All.SendAsync("drawn", shape);

    [Authorize]
    public Task Wipe() => Clients.All.SendAsync("wiped");

    // Everybody may look.
    [AllowAnonymous]
    public Task Watch() => Clients.Caller.SendAsync("board"); //@near GB8006
}
