using System.Diagnostics;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Shop.Loggers;

public class ErrorsController(ILogger<ErrorsController> logger) : ControllerBase
{
    [HttpGet]
    public IActionResult ByFormat(string page)
    {
        logger.LogWarning(string.Format("no page {0}", page)); //@true GB8111
        return NotFound();
    }

    [HttpGet]
    public IActionResult WithException(string page)
    {
        try
        {
            return Ok(page.Length);
        }
        catch (OverflowException failure)
        {
            logger.LogError(failure, $"page {page} failed"); //@true GB8111
            throw;
        }
    }

    [HttpPost]
    public void WithEvent([FromBody] ErrorForm form) => logger.LogInformation(new EventId(7), form.Text + " sent"); //@true GB8111

    [HttpPost]
    public void WithLevel([FromForm] string level) => logger.Log(LogLevel.Debug, "level " + level.ToUpperInvariant()); //@true GB8111

    // Tabs are no line ends.
    [HttpPost]
    public void WithoutTabs(string text) => logger.LogInformation("text " + text.Replace("\t", " ")); //@true GB8111

    // HTML in a log is no danger; a line end is.
    [HttpPost]
    public void ByTrace(string text) => Trace.WriteLine("text " + text); //@true GB8111

    [HttpPost]
    public void ByTraceFormat(string text) => Trace.TraceError("text {0}", text); //@true GB8111
}

public class ErrorForm
{
    public string Text { get; set; } = "";
}

public class Audit(ILogger<Audit> logger) : IMiddleware
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        logger.LogInformation("asked for " + context.Request.QueryString); //@true GB8111
        return next(context);
    }
}

public class Terminal(TcpClient client, TraceSource trace)
{
    public void Read()
    {
        using var reader = new StreamReader(client.GetStream());
        while (reader.ReadLine() is { } line)
            trace.TraceInformation("terminal: " + line); //@true GB8111
    }
}
