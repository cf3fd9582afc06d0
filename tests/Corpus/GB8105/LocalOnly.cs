using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Shop.LocalOnly;

public enum Area
{
    Shop,
    Account,
}

public class HomeController : Controller
{
    private static readonly string[] Partners = ["https://a.example.org/", "https://b.example.org/"];
    private static readonly Dictionary<string, string> Targets = new() { ["docs"] = "https://docs.example.org/", ["blog"] = "https://blog.example.org/" };
    private string _target = "/";

    [HttpGet("local")]
    public IActionResult Local(string returnUrl) => LocalRedirect(returnUrl); //@near GB8105

    [HttpGet("asked")]
    public IActionResult Asked(string returnUrl)
    {
        if (Url.IsLocalUrl(returnUrl))
            return Redirect(returnUrl); //@near GB8105
        return RedirectToAction("Index");
    }

    [HttpGet("early")]
    public IActionResult Early(string returnUrl)
    {
        if (!Url.IsLocalUrl(returnUrl))
            returnUrl = "/";
        return Redirect(returnUrl); //@near GB8105
    }

    [HttpGet("combined")]
    public IActionResult Combined(string? returnUrl) =>
        !string.IsNullOrEmpty(returnUrl) && Url.IsLocalUrl(returnUrl) ? Redirect(returnUrl) : Redirect("/"); //@near GB8105

    [HttpGet("method")]
    public IActionResult InAMethod(string returnUrl) => IsSafe(returnUrl) ? Redirect(returnUrl) : Redirect("/"); //@near GB8105

    private bool IsSafe(string url) => Url.IsLocalUrl(url);

    [HttpGet("own")]
    public IActionResult OwnHelper(string returnUrl) => RedirectToLocal(returnUrl);

    private IActionResult RedirectToLocal(string url)
    {
        if (Url.IsLocalUrl(url))
        {
            return Redirect(url); //@near GB8105
        }

        return NotFound();
    }

    [HttpGet("action")]
    public IActionResult ToAnAction(string returnUrl) => RedirectToAction("Index", "Home", new { returnUrl }); //@near GB8105

    [HttpGet("url-action")]
    public IActionResult ByUrlAction(string id) => Redirect(Url.Action("Order", new { id })!); //@near GB8105

    [HttpGet("number")]
    public IActionResult Number(int id) => Redirect("/orders/" + id); //@near GB8105

    [HttpGet("guid")]
    public IActionResult Key(Guid id) => Redirect($"/orders/{id}"); //@near GB8105

    [HttpGet("enum")]
    public IActionResult OfEnum(Area area) => Redirect("/" + area); //@near GB8105

    [HttpGet("partner")]
    public IActionResult Partner(string url)
    {
        if (!Partners.Contains(url))
            return NotFound();
        return Redirect(url); //@near GB8105
    }

    [HttpGet("table")]
    public IActionResult ByTable(string name) => Targets.TryGetValue(name, out var target) ? Redirect(target) : NotFound(); //@near GB8105

    [HttpGet("switch")]
    public IActionResult BySwitch(string name) => Redirect(name switch { "shop" => "/shop", _ => "/" }); //@near GB8105

    [HttpGet("compared")]
    public IActionResult Compared(string url)
    {
        if (url != "https://pay.example.org/done")
            return BadRequest();
        return Redirect(url); //@near GB8105
    }

    [HttpGet("escaped")]
    public IActionResult Escaped(string term) => Redirect("https://search.example.org/?q=" + Uri.EscapeDataString(term)); //@near GB8105

    [HttpGet("overwritten")]
    public IActionResult Overwritten(string url)
    {
        _target = url;
        _target = "/thanks";
        return Redirect(_target); //@near GB8105
    }

    [HttpGet("parsed")]
    public IActionResult Parsed(string page) => int.TryParse(page, out var number) ? Redirect("/list?page=" + number) : Redirect("/list"); //@near GB8105

    // The data stands behind the host and a path: it cannot change where the browser goes.
    [HttpGet("fragment")]
    public IActionResult BehindAFixedHost(string anchor) => Redirect("https://docs.example.org/guide#" + anchor); //@near GB8105

    [HttpGet("path")]
    public IActionResult OwnHost(string slug) => Redirect("/articles/" + slug); //@near GB8105

    [HttpGet("other")]
    public IActionResult OtherMember(string referrer)
    {
        var visit = new Visit(referrer, "/welcome");
        return Redirect(visit.Target); //@near GB8105
    }

    [HttpGet("page")]
    public IActionResult ToAPage(string name) => RedirectToPage("/Orders", new { name }); //@near GB8105

    [HttpGet("condition")]
    public IActionResult Chosen(string plan) => Redirect(plan.Length > 3 ? "/long" : "/short"); //@near GB8105
}

public sealed record Visit(string Referrer, string Target);

public static class Routes
{
    public static void Map(WebApplication app) =>
        app.MapGet("/local", (string to) => Results.LocalRedirect(to)); //@near GB8105
}
