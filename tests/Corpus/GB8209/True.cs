using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.GB8209.True;

public sealed record OrderForm(string Article, int Count);

public class OrdersController(IList<OrderForm> orders) : Controller
{
    public IActionResult Create() => View(); //@near GB8209

    [HttpPost]
    public IActionResult Create(OrderForm form) //@true GB8209
    {
        orders.Add(form);
        return RedirectToAction(nameof(Create));
    }

    [HttpPost("edit/{id}")]
    public IActionResult Edit(int id, OrderForm form) //@true GB8209
    {
        orders[id] = form;
        return View(form);
    }

    [HttpPut]
    public IActionResult Put(int id, OrderForm form) //@true GB8209
    {
        orders[id] = form;
        return PartialView(form);
    }

    [HttpDelete]
    public IActionResult Remove(int id) //@true GB8209
    {
        orders.RemoveAt(id);
        return RedirectToAction("Create");
    }

    [HttpPatch]
    public IActionResult Patch(int id, int count) //@true GB8209
    {
        orders[id] = orders[id] with { Count = count };
        return RedirectToRoute("orders");
    }

    [Authorize, HttpPost]
    public IActionResult Pay(string returnUrl) //@true GB8209
    {
        orders.Clear();
        return LocalRedirect(returnUrl);
    }

    [HttpPost]
    [Authorize(Roles = "admin")]
    public async Task<IActionResult> ClearAsync() //@true GB8209
    {
        await Task.Yield();
        orders.Clear();
        return RedirectToAction("Create");
    }

    [HttpPost, ActionName("Delete")]
    public IActionResult DeleteConfirmed(int id) //@true GB8209
    {
        orders.RemoveAt(id);
        return RedirectToAction("Create");
    }

    [HttpPost]
    public IActionResult Upload(IFormFile file) //@true GB8209
    {
        orders.Add(new OrderForm(file.FileName, 1));
        return View("Create");
    }

    [Microsoft.AspNetCore.Mvc.HttpPostAttribute]
    public IActionResult Qualified(OrderForm form) //@true GB8209
    {
        orders.Add(form);
        return View(form);
    }

    [HttpPost]
    public IActionResult Expression(OrderForm form) => orders.Contains(form) ? View(form) : RedirectToAction("Create"); //@true GB8209
}

[Authorize]
public class ProfileController(IDictionary<string, string> profiles) : Controller
{
    [HttpPost]
    public IActionResult ChangeMail(string user, string mail) //@true GB8209
    {
        profiles[user] = mail;
        return RedirectToAction("Show");
    }

    [HttpPost]
    public ViewResult ChangeName(string user, string name) //@true GB8209
    {
        profiles[user + ".name"] = name;
        return View();
    }

    [HttpPost]
    public virtual async Task<ActionResult> ChangePhoto(string user, IFormFile photo) //@true GB8209
    {
        await using var stream = photo.OpenReadStream();
        profiles[user + ".photo"] = stream.Length.ToString();
        return View("Show");
    }

    [HttpPost]
    [RequestSizeLimit(1024)]
    public IActionResult ChangeNote(string user, string note) //@true GB8209
    {
        if (note.Length > 100)
            return View("Note", note);
        profiles[user + ".note"] = note;
        return Redirect("/");
    }
}

public abstract class ShopController : Controller
{
    protected string Shop => HttpContext.Request.Host.Value ?? "";
}

public class CartController(IList<string> cart) : ShopController
{
    [HttpPost]
    public IActionResult Add(string article) //@true GB8209
    {
        cart.Add(Shop + article);
        return RedirectToAction("Index");
    }

    [HttpPost]
    public IActionResult Empty() //@true GB8209
    {
        cart.Clear();
        return RedirectToAction("Index");
    }

    [HttpPost]
    public ActionResult<string> Coupon(string code) //@true GB8209
    {
        cart.Add(code);
        return View("Index");
    }

    [HttpPost]
    [Consumes("application/x-www-form-urlencoded")]
    public IActionResult Note(string text) //@true GB8209
    {
        cart.Add(text);
        return RedirectToAction("Index");
    }
}
