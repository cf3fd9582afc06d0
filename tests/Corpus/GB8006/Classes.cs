using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.GB8006.Classes;

[Authorize]
public abstract class MemberController : ControllerBase;

[Authorize]
public sealed class OrdersController(ISet<string> orders) : ControllerBase
{
    [HttpPost]
    public IActionResult Add(string name) => Ok(orders.Add(name)); //@near GB8006
}

[Authorize(Roles = "admin")]
public sealed class UsersController(ISet<string> users) : ControllerBase
{
    [HttpDelete]
    public IActionResult Remove(string name) => Ok(users.Remove(name)); //@near GB8006
}

[Authorize(Policy = "clerk")]
public sealed class PricesController(IDictionary<string, decimal> prices) : ControllerBase
{
    [HttpPut]
    public IActionResult Change(string name, decimal price) => Ok(prices[name] = price); //@near GB8006
}

// The base asks.
public sealed class InvoicesController(ISet<string> invoices) : MemberController
{
    [HttpPost]
    public IActionResult Add(string name) => Ok(invoices.Add(name)); //@near GB8006
}

public sealed class StockController(IDictionary<string, int> stock) : MemberController
{
    [HttpPatch]
    public IActionResult Add(string name, int count) => Ok(stock[name] += count); //@near GB8006
}

[Authorize]
public sealed class LedgerController(IList<decimal> entries) : ControllerBase
{
    [HttpPost]
    public IActionResult Book(decimal amount) //@near GB8006
    {
        entries.Add(amount);
        return Ok();
    }
}

[Authorize]
public sealed class RoutesController(ISet<string> routes) : ControllerBase
{
    [HttpDelete]
    public IActionResult Close(string name) => Ok(routes.Remove(name));
}

[Authorize]
public sealed class FilesController(ISet<string> files) : ControllerBase
{
    [HttpDelete]
    public IActionResult Remove(string name) => Ok(files.Remove(name));
}

// All the others ask, and this one changes things.
public sealed class ProjectsController(ISet<string> projects) : ControllerBase //@true GB8006
{
    [HttpGet]
    public IActionResult All() => Ok(projects);

    [HttpPost]
    public IActionResult Add(string name) => Ok(projects.Add(name));
}

// It says that it is open.
[AllowAnonymous]
public sealed class NewsController(ISet<string> readers) : ControllerBase //@near GB8006
{
    [HttpPost]
    public IActionResult Read(string name) => Ok(readers.Add(name));
}

// Who calls is not known yet.
public sealed class LoginController(ISet<string> users) : ControllerBase //@near GB8006
{
    [HttpPost]
    public IActionResult Enter(string name) => Ok(users.Contains(name));
}
