using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Behind;

public class CartController : Controller
{
    private const string Shop = "https://shop.example.org/";

    // The framework makes the other address, which is not known here.
    [HttpGet("currency")]
    public IActionResult Currency(string returnUrl)
    {
        if (!Url.IsLocalUrl(returnUrl))
            returnUrl = Url.Action("Index", "Home")!;
        return Redirect(returnUrl); //@near GB8105
    }

    // The address is asked about at the end of the way, and kept in an object.
    [HttpGet("kept")]
    public IActionResult Kept(string returnUrl)
    {
        var answer = new Answer { Next = returnUrl };
        if (!Url.IsLocalUrl(answer.Next))
            answer.Next = Url.Page("/Index")!;
        return Redirect(answer.Next); //@near GB8105
    }

    // Only the other variable was replaced.
    [HttpGet("other")]
    public IActionResult Other(string returnUrl, string cancelUrl)
    {
        if (!Url.IsLocalUrl(returnUrl))
            cancelUrl = Url.Action("Index")!;
        return Redirect(returnUrl); //@true GB8105
    }

    [HttpGet("sum")]
    public IActionResult InALocal(string item, string size)
    {
        var address = "/items/" + item;
        return Redirect(address + "?size=" + size); //@near GB8105
    }

    [HttpGet("text")]
    public IActionResult InAText(string item, string size)
    {
        var address = $"{Shop}{item}";
        return Redirect($"{address}?size={size}"); //@near GB8105
    }

    [HttpGet("added")]
    public IActionResult Added(string item, string? size)
    {
        var address = "/items/" + item;
        if (size is not null)
            address += "?size=" + size;
        return Redirect(address); //@near GB8105
    }

    // It began with the shop's own path, until it was replaced.
    [HttpGet("replaced")]
    public IActionResult Replaced(string item, string back)
    {
        var address = "/items/" + item;
        if (back.Length > 0)
            address = back;
        return Redirect(address + "?from=cart"); //@true GB8105
    }

    // `//` begins an address without a scheme.
    [HttpGet("slashes")]
    public IActionResult Slashes(string host)
    {
        var address = "//" + host;
        return Redirect(address + "/cart"); //@true GB8105
    }

    // Nobody chooses another's Host header.
    [HttpGet("again")]
    public IActionResult Again() => Redirect(Request.Scheme + "://" + Request.Host + Request.Path); //@near GB8105

    [HttpGet("secure")]
    public IActionResult Secure() => Redirect($"https://{Request.Host}{Request.Path}{Request.QueryString}"); //@near GB8105

    // What is behind the scheme here is not the host that was asked.
    [HttpGet("elsewhere")]
    public IActionResult Elsewhere(string site) => Redirect($"https://{site}{Request.Path}"); //@true GB8105

    private sealed class Answer
    {
        public string Next { get; set; } = "/";
    }
}
