using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.GB8006.NearMapped;

// All controllers are mapped with a policy.
public static class Setup
{
    public static void Configure(WebApplication app) => app.MapControllers().RequireAuthorization();
}

public sealed class OrdersController(ISet<string> orders) : ControllerBase
{
    [HttpPost, Authorize("clerk")]
    public IActionResult Add(string name) => Ok(orders.Add(name));

    [HttpPut, Authorize("clerk")]
    public IActionResult Change(string name) => Ok(orders.Add(name));

    [HttpDelete]
    public IActionResult Drop(string name) => Ok(orders.Remove(name)); //@near GB8006
}
