using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Shop.Generated;

public class OffersController(LinkGenerator links) : Controller
{
    // The route says where it leads; what the request names stands in its query.
    public IActionResult Offer(string store, string trigger) =>
        Redirect(links.GetUriByAction(HttpContext, "Mails", "Offers", new { store, trigger }) ?? "/"); //@near GB8105

    public IActionResult Path(string store) => Redirect(links.GetPathByAction("Mails", "Offers", new { store }) ?? "/"); //@near GB8105

    public IActionResult Beside(string back) => Redirect(links.GetPathByAction("Mails", "Offers") is null ? "/" : back); //@true GB8105
}
