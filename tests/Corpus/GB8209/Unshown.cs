//@broken
using Microsoft.AspNetCore.Mvc;

namespace Corpus.GB8209.Unshown;

public class BasketController : Controller
{
    public IActionResult Index() => View();

    [HttpPost]
    public IActionResult Add(BasketLine line) //@true GB8209
    {
        return Kept(line);
    }

    [HttpDelete]
    public async Task<IActionResult> Remove(int id) //@true GB8209
    {
        await _lines.RemoveAsync(id);
        return _next;
    }

    [HttpPost]
    [ValidateAntiForgeryToken]
    public IActionResult Checked(BasketLine line) //@near GB8209
    {
        return Kept(line);
    }

    [HttpPost]
    [Consumes("application/json")]
    public IActionResult Scripted(BasketLine line) //@near GB8209
    {
        return Kept(line);
    }

    [HttpPost]
    public IActionResult Asked(BasketLine line) => Json(Kept(line)); //@near GB8209

    [HttpPost]
    public ActionResult<int> Counted(BasketLine line) => 3; //@near GB8209

    [HttpPost]
    public IActionResult Touch() //@near GB8209
    {
        return _next;
    }

    [HttpPut]
    public IActionResult Sent(BasketLine line) => new JsonResult(line); //@near GB8209
}

public class StockController : Controller
{
    public IActionResult All() => Json(3);

    [HttpPost]
    public IActionResult Add(StockLine line) //@near GB8209
    {
        return Kept(line);
    }
}
