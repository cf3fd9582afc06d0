using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Invented.Endpoints;

public class Prices(HttpClient client)
{
    public Task<string> GetAsync(string id) => client.GetStringAsync("prices/" + id);
}

public static class Endpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/health", () => "Healthy"); //@true GB4005
        app.MapGet("/api/healthz", () => Results.Ok()); //@true GB4005
        app.MapGet("/readyz", () => Results.Ok(new { status = "UP", at = DateTime.UtcNow })); //@true GB4005
        app.MapGet("/health/ready", async () => //@true GB4005
        {
            await Task.Yield();
            return Results.Json(new { database = "Connected", cache = "Connected" });
        });
        app.MapGet("/healthcheck", Answer); //@true GB4005
        app.MapGet("/livez", () => "alive"); //@near GB4005
        app.MapGet("/health/live", () => Results.Ok()); //@near GB4005
        app.MapGet("/ping", () => "pong"); //@near GB4005
        app.MapGet("/health/database", async (Prices prices) => //@near GB4005
        {
            await prices.GetAsync("1");
            return Results.Ok();
        });
        app.MapGet("/wellness", () => "Healthy"); //@near GB4005
        app.MapGet("/health-tips", () => "Drink water"); //@near GB4005
    }

    private static string Answer() => "OK";
}

[ApiController]
public class HealthController : ControllerBase
{
    [HttpGet]
    public IActionResult Get() => Ok(new { status = "Healthy" }); //@true GB4005

    [HttpGet("live")]
    public IActionResult Live() => Ok(); //@near GB4005
}

[ApiController]
public class StatusController : ControllerBase
{
    [HttpGet("health")]
    public ActionResult<string> Health() //@true GB4005
    {
        return "OK";
    }
}
