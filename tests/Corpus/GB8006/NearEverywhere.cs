using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.GB8006.NearEverywhere;

// Every route asks, whatever stands on it.
public static class Setup
{
    public static void Configure(AuthorizationOptions options) => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
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
