using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.GB8006.MoreActions;

public sealed class PermissionAttribute(string name) : Attribute
{
    public string Name => name;
}

public sealed class RequireApiKeyFilter;

// The guard is a filter that is named by its type.
public sealed class ImportController(IList<string> lines) : ControllerBase
{
    [HttpPost("csv"), ServiceFilter(typeof(RequireApiKeyFilter))]
    public IActionResult Csv(string text)
    {
        lines.Add(text);
        return Ok();
    }

    [HttpPost("xml"), ServiceFilter(typeof(RequireApiKeyFilter))]
    public IActionResult Xml(string text)
    {
        lines.Add(text);
        return Ok();
    }

    [HttpPost("raw")]
    public IActionResult Raw(string text) //@true GB8006
    {
        lines.Add(text);
        return Ok();
    }
}

// An attribute of a permission.
public sealed class TeamsController(ISet<string> teams) : ControllerBase
{
    [HttpPost, Permission("teams.add")]
    public IActionResult Add(string name) => Ok(teams.Add(name));

    [HttpPost("merge"), Permission("teams.merge")]
    public IActionResult Merge(string name, string into) => Ok(teams.Remove(name) && teams.Add(into));

    [HttpPost("drop")]
    public IActionResult Drop(string name) => Ok(teams.Remove(name)); //@true GB8006
}

// Nested in another class.
public static class Areas
{
    public sealed class RoomsController(ISet<int> rooms) : ControllerBase
    {
        [HttpPost, Authorize]
        public IActionResult Book(int room) => Ok(rooms.Add(room));

        [HttpPost("free"), Authorize]
        public IActionResult Free(int room) => Ok(rooms.Remove(room));

        [HttpPost("block")]
        public IActionResult Block(int room) => Ok(rooms.Add(-room)); //@true GB8006
    }
}

// Views as well as data.
public sealed class PagesController(IDictionary<string, string> pages) : Controller
{
    public IActionResult Show(string name) => View((object)pages[name]); //@near GB8006

    [HttpPost, Authorize, ValidateAntiForgeryToken]
    public IActionResult Write(string name, string text)
    {
        pages[name] = text;
        return RedirectToAction("Show");
    }

    [HttpPost, Authorize, ValidateAntiForgeryToken]
    public IActionResult Move(string name, string to)
    {
        pages[to] = pages[name];
        return RedirectToAction("Show");
    }

    [HttpPost, ValidateAntiForgeryToken]
    public IActionResult Burn(string name) //@true GB8006
    {
        pages.Remove(name);
        return RedirectToAction("Show");
    }
}

// What reads and what changes: both families are guarded, and one of the readers is not.
public sealed class WagesController(IDictionary<string, decimal> wages) : ControllerBase
{
    [HttpGet("all"), Authorize]
    public IActionResult All() => Ok(wages);

    [HttpGet("sum"), Authorize]
    public IActionResult Sum() => Ok(wages.Values.Sum());

    [HttpGet("top"), Authorize]
    public IActionResult Top() => Ok(wages.Values.Max());

    [HttpPost, Authorize]
    public IActionResult Change(string name, decimal wage) => Ok(wages[name] = wage);

    [HttpGet("of/{name}")]
    public IActionResult Of(string name) => Ok(wages[name]); //@true GB8006
}
