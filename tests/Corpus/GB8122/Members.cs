using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Shop.Answers;

public class StockController(ILogger<StockController> logger) : ControllerBase
{
    private static void Count()
    {
        if (DateTime.UtcNow.Year < 2000)
            throw new InvalidOperationException("Server db1.intern does not answer");
    }

    public IActionResult Message()
    {
        try
        {
            Count();
            return NoContent();
        }
        catch (Exception failure)
        {
            return BadRequest(failure.Message); //@true GB8122
        }
    }

    public IActionResult Trace()
    {
        try
        {
            Count();
            return NoContent();
        }
        catch (IOException failure)
        {
            return StatusCode(500, failure.StackTrace); //@true GB8122
        }
    }

    public IActionResult Whole()
    {
        try
        {
            Count();
            return NoContent();
        }
        catch (Exception failure)
        {
            return Problem(failure.ToString()); //@true GB8122
        }
    }

    public IActionResult Object()
    {
        try
        {
            Count();
            return NoContent();
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "The stock was not counted");
            return NotFound(new { error = "failed: " + failure.Message }); //@true GB8122
        }
    }

    public static IResult Minimal()
    {
        try
        {
            Count();
            return Results.NoContent();
        }
        catch (Exception failure)
        {
            return Results.Problem($"failed: {failure.Message}"); //@true GB8122
        }
    }

    public static async Task Written(HttpContext context)
    {
        try
        {
            Count();
        }
        catch (Exception failure)
        {
            context.Response.StatusCode = 500;
            await context.Response.WriteAsync(failure.Message); //@true GB8122
        }
    }

    public ProblemDetails Details(Exception failure)
    {
        var details = new ProblemDetails { Title = "The stock was not counted" };
        details.Detail = failure.StackTrace; //@true GB8122
        return details;
    }

    public IActionResult Inner(Exception failure) => Conflict(failure.InnerException?.Message); //@true GB8122

    public void Logged(NetworkCredential login) => logger.LogInformation("logged in with {Password}", login.Password); //@true GB8122

    public void LoggedText(Aes aes) => logger.LogDebug("key " + Convert.ToHexString(aes.Key)); //@true GB8122

    public IActionResult Key([FromServices] RSA rsa) => Content(rsa.ExportRSAPrivateKeyPem()); //@true GB8122
}
