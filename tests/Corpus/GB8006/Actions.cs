using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.GB8006.Actions;

public sealed record Order(int Id, string Text);

public sealed class AdminOnlyAttribute : AuthorizeAttribute;

// One of three that change something.
[ApiController, Route("orders")]
public sealed class OrdersController(IList<Order> orders) : ControllerBase
{
    [HttpGet]
    public IActionResult Index() => Ok(orders.Count); //@near GB8006

    [HttpPost, Authorize]
    public IActionResult Create(Order order) //@near GB8006
    {
        orders.Add(order);
        return Ok();
    }

    [HttpPut("{id}"), Authorize]
    public IActionResult Update(int id, Order order) //@near GB8006
    {
        orders[id] = order;
        return Ok();
    }

    [HttpDelete("{id}")]
    public IActionResult Delete(int id) //@true GB8006
    {
        orders.RemoveAt(id);
        return NoContent();
    }
}

// The attribute is the team's own.
public sealed class PricesController(IDictionary<int, decimal> prices) : ControllerBase
{
    [HttpPost, AdminOnly]
    public IActionResult Raise(int id, decimal by) => Ok(prices[id] += by);

    [HttpPost, AdminOnly]
    public IActionResult Lower(int id, decimal by) => Ok(prices[id] -= by);

    [HttpPatch]
    public IActionResult Overwrite(int id, decimal price) => Ok(prices[id] = price); //@true GB8006
}

// With roles and policies.
public sealed class UsersController(ISet<string> users) : Controller
{
    [HttpGet, Authorize]
    public IActionResult Details(string name) => Json(users.Contains(name));

    [HttpPost, Authorize(Roles = "admin")]
    public IActionResult Lock(string name) => Json(users.Remove(name));

    [HttpPost, Authorize(Policy = "support")]
    public IActionResult Rename(string name, string to) => Json(users.Remove(name) && users.Add(to));

    [HttpPost]
    public IActionResult Promote(string name) => Json(users.Add(name + ":admin")); //@true GB8006
}

// All that read are guarded but one.
public sealed class InvoicesController(IList<string> invoices) : ControllerBase
{
    [HttpGet("all"), Authorize]
    public IActionResult All() => Ok(invoices);

    [HttpGet("{id}"), Authorize]
    public IActionResult One(int id) => Ok(invoices[id]);

    [HttpGet("last"), Authorize]
    public IActionResult Last() => Ok(invoices[^1]);

    [HttpGet("{id}/pdf")]
    public IActionResult Pdf(int id) => Ok(invoices[id] + ".pdf"); //@true GB8006
}

// By convention, without verbs: the ones that read.
public class LedgerController(IList<decimal> entries) : Controller
{
    [Authorize]
    public IActionResult Balance() => View(entries.Sum());

    [Authorize]
    public IActionResult Entries() => View(entries);

    [Authorize]
    public IActionResult Year(int year) => View(entries.Take(year));

    public IActionResult Month(int month) => View(entries.Skip(month)); //@true GB8006
}

// Asynchronous, with typed results.
[ApiController]
public sealed class StockController(IDictionary<string, int> stock) : ControllerBase
{
    [Authorize, HttpPost("in")]
    public async Task<ActionResult<int>> PutIn(string article, int count)
    {
        await Task.Yield();
        return stock[article] += count;
    }

    [Authorize, HttpPost("out")]
    public async Task<ActionResult<int>> TakeOut(string article, int count)
    {
        await Task.Yield();
        return stock[article] -= count;
    }

    [HttpPost("zero")]
    public async Task<ActionResult<int>> Zero(string article) //@true GB8006
    {
        await Task.Yield();
        return stock[article] = 0;
    }
}

// The base is known and asks nothing.
public abstract class PlainController : ControllerBase
{
    protected string Area => GetType().Name;
}

public sealed class RoutesController(ISet<string> routes) : PlainController
{
    [HttpPost, Authorize]
    public IActionResult Open(string name) => Ok(routes.Add(Area + name));

    [HttpDelete, Authorize]
    public IActionResult Close(string name) => Ok(routes.Remove(Area + name));

    [HttpPut]
    public IActionResult Move(string name, string to) => Ok(routes.Remove(name) && routes.Add(to)); //@true GB8006
}

// Two of seven.
public sealed class FilesController(IDictionary<string, byte[]> files) : ControllerBase
{
    [HttpPost, Authorize]
    public IActionResult Add(string name, byte[] data) => Ok(files[name] = data);

    [HttpPut, Authorize]
    public IActionResult Change(string name, byte[] data) => Ok(files[name] = data);

    [HttpPatch, Authorize]
    public IActionResult Append(string name, byte[] data) => Ok(files[name] = [.. files[name], .. data]);

    [HttpPost("copy"), Authorize]
    public IActionResult Copy(string name, string to) => Ok(files[to] = files[name]);

    [HttpPost("rename"), Authorize]
    public IActionResult Rename(string name, string to) => Ok(files.Remove(name, out var data) && files.TryAdd(to, data));

    [HttpPost("zip"), Authorize]
    public IActionResult Zip(string name) => Ok(files[name].Length);

    [HttpDelete]
    public IActionResult Remove(string name) => Ok(files.Remove(name)); //@true GB8006

    [HttpDelete("all")]
    public IActionResult Clear() //@true GB8006
    {
        files.Clear();
        return Ok();
    }
}
