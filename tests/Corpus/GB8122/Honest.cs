using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Shop.HonestAnswers;

// What the shop says to its customers.
public class OrderRefusedException(string message) : Exception(message)
{
    public int Code => 17;
}

public class OrdersController(ILogger<OrdersController> logger) : ControllerBase
{
    private static void Place()
    {
        if (DateTime.UtcNow.Year < 2000)
            throw new OrderRefusedException("The cart is empty.");
    }

    // The details stay in the log.
    public IActionResult Logged()
    {
        try
        {
            Place();
            return NoContent();
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "The order failed: {Message}", failure.Message); //@near GB8122
            return StatusCode(500, "The order failed."); //@near GB8122
        }
    }

    public IActionResult LoggedText()
    {
        try
        {
            Place();
            return NoContent();
        }
        catch (Exception failure)
        {
            logger.LogError("The order failed: " + failure); //@near GB8122
            return StatusCode(500);
        }
    }

    // Its message was written for customers.
    public IActionResult Refused()
    {
        try
        {
            Place();
            return NoContent();
        }
        catch (OrderRefusedException refusal)
        {
            return Conflict(refusal.Message); //@near GB8122
        }
    }

    public IActionResult Code()
    {
        try
        {
            Place();
            return NoContent();
        }
        catch (OrderRefusedException refusal)
        {
            return Conflict(new { code = refusal.Code }); //@near GB8122
        }
    }

    public IActionResult Validated()
    {
        try
        {
            Place();
            return NoContent();
        }
        catch (System.ComponentModel.DataAnnotations.ValidationException failure)
        {
            return BadRequest(failure.Message); //@near GB8122
        }
    }

    public IActionResult Name()
    {
        try
        {
            Place();
            return NoContent();
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "The order failed");
            return StatusCode(500, failure.GetType().Name); //@near GB8122
        }
    }

    public IActionResult User(NetworkCredential login) => Ok(login.UserName); //@near GB8122

    public void LoggedUser(NetworkCredential login) => logger.LogInformation("logged in as {User}", login.UserName); //@near GB8122

    public IActionResult Fingerprint(Aes aes) => Ok(Convert.ToHexString(SHA256.HashData(aes.Key))); //@near GB8122

    public IActionResult PublicKey([FromServices] RSA rsa) => Content(rsa.ExportRSAPublicKeyPem()); //@near GB8122

    public IActionResult Echo(string text) => Ok(text); //@near GB8122

    public ProblemDetails Details() => new() { Title = "The order failed", Detail = "Try again later." }; //@near GB8122
}
