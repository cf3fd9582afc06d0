using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.GB8006.Near;

// Everybody reads, few write.
public sealed class ArticlesController(IList<string> articles) : ControllerBase
{
    [HttpGet]
    public IActionResult All() => Ok(articles); //@near GB8006

    [HttpGet("{id}")]
    public IActionResult One(int id) => Ok(articles[id]); //@near GB8006

    [HttpPost, Authorize]
    public IActionResult Add(string text) //@near GB8006
    {
        articles.Add(text);
        return Ok();
    }

    [HttpPost("drop"), Authorize]
    public IActionResult Drop(int id) //@near GB8006
    {
        articles.RemoveAt(id);
        return Ok();
    }
}

// Half of them: there is no custom.
public sealed class VotesController(IDictionary<string, int> votes) : ControllerBase
{
    [HttpPost("up"), Authorize]
    public IActionResult Up(string name) => Ok(votes[name]++);

    [HttpPost("down"), Authorize]
    public IActionResult Down(string name) => Ok(votes[name]--);

    [HttpPost("smile")]
    public IActionResult Smile(string name) => Ok(votes[name] += 2); //@near GB8006

    [HttpPost("frown")]
    public IActionResult Frown(string name) => Ok(votes[name] -= 2); //@near GB8006
}

public sealed class ProfileController(ISet<string> names) : ControllerBase
{
    [HttpPost, Authorize]
    public IActionResult Rename(string name) => Ok(names.Add(name));

    [HttpDelete, Authorize]
    public IActionResult Drop(string name) => Ok(names.Remove(name));

    // Nobody is known yet.
    [HttpPost("register")]
    public IActionResult Register(string name) => Ok(names.Add(name)); //@near GB8006
}

public sealed class PaymentsController(ISet<string> payments) : ControllerBase
{
    [HttpPost, Authorize]
    public IActionResult Pay(string name) => Ok(payments.Add(name));

    [HttpDelete, Authorize]
    public IActionResult Refund(string name) => Ok(payments.Remove(name));

    // A machine calls it, and signs what it sends.
    [HttpPost("done")]
    public IActionResult Done(string text, [FromHeader] string signature) => //@near GB8006
        HasSignature(text, signature) ? Ok(payments.Add(text)) : BadRequest();

    private static bool HasSignature(string text, string signature) => text.GetHashCode(StringComparison.Ordinal) == signature.Length;
}

public sealed class CartController(ISet<string> cart) : ControllerBase
{
    [HttpPost, Authorize]
    public IActionResult Order(string name) => Ok(cart.Contains(name));

    [HttpDelete, Authorize]
    public IActionResult Empty(string name) => Ok(cart.Remove(name));

    // It says that it is open.
    [HttpPost("add"), AllowAnonymous]
    public IActionResult Add(string name) => Ok(cart.Add(name)); //@near GB8006
}

public sealed class TasksController(ISet<string> tasks) : ControllerBase
{
    [HttpPost, Authorize]
    public IActionResult Add(string name) => Ok(tasks.Add(name));

    [HttpPut, Authorize]
    public IActionResult Move(string name) => Ok(tasks.Add(name));

    // It asks by itself.
    [HttpDelete]
    public IActionResult Drop(string name) //@near GB8006
    {
        if (User.Identity is not { IsAuthenticated: true })
            return Challenge();
        return Ok(tasks.Remove(name));
    }

    // No route.
    [HttpPost, NonAction]
    public IActionResult Inner(string name) => Ok(tasks.Add(name)); //@near GB8006

    private IActionResult Helper(string name) => Ok(tasks.Add(name)); //@near GB8006
}

// A question that is sent by POST.
public sealed class MapsController(ISet<string> maps) : ControllerBase
{
    [HttpPost, Authorize]
    public IActionResult Add(string name) => Ok(maps.Add(name));

    [HttpDelete, Authorize]
    public IActionResult Drop(string name) => Ok(maps.Remove(name));

    [HttpPost("search")]
    public IActionResult Search(string text) => Ok(maps.Where(m => m.Contains(text))); //@near GB8006
}

// Only one other: that is no custom.
public sealed class LampController(ISet<string> lamps) : ControllerBase
{
    [HttpPost("on"), Authorize]
    public IActionResult On(string name) => Ok(lamps.Add(name));

    [HttpPost("off")]
    public IActionResult Off(string name) => Ok(lamps.Remove(name)); //@near GB8006
}

// Not a controller.
public sealed class Service(ISet<string> names)
{
    [Authorize]
    public IActionResult Add(string name) => new OkObjectResult(names.Add(name));

    [Authorize]
    public IActionResult Drop(string name) => new OkObjectResult(names.Remove(name));

    public IActionResult Clear(string name) => new OkObjectResult(names.Remove(name)); //@near GB8006
}
