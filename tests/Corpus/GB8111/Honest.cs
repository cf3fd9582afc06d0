using System.Diagnostics;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Shop.HonestLoggers;

public class VisitsController(ILogger<VisitsController> logger, IConfiguration configuration) : ControllerBase
{
    // The value stays apart from the message.
    [HttpGet]
    public void ByTemplate(string page) => logger.LogInformation("asked for {Page}", page); //@near GB8111

    [HttpGet]
    public void ByTemplateTwice(string page, string user) => logger.LogWarning("{User} asked for {Page}", user, page); //@near GB8111

    [HttpGet]
    public void ByTemplateWithException(string page)
    {
        try
        {
            Count += page.Length;
        }
        catch (OverflowException failure)
        {
            logger.LogError(failure, "asked for {Page}", page); //@near GB8111
            throw;
        }
    }

    public int Count { get; private set; }

    [HttpGet]
    public void OneLine(string page) => logger.LogInformation("asked for " + page.Replace("\r", "").Replace("\n", "")); //@near GB8111

    [HttpGet]
    public void OneLineBySystem(string page) => logger.LogInformation("asked for " + page.Replace(Environment.NewLine, " ")); //@near GB8111

    [HttpGet]
    public void Encoded(string page) => logger.LogInformation("asked for " + HtmlEncoder.Default.Encode(page)); //@near GB8111

    [HttpGet]
    public void Numbers(int page, long user, DateTime at) => logger.LogInformation($"{user} asked for {page} at {at:O}"); //@near GB8111

    // Whoever configures the program may write what he likes.
    public void Started() => logger.LogInformation("serving " + configuration["Shop:Name"]); //@near GB8111

    [HttpGet]
    public void OnlyLength(string page) => Trace.WriteLine("asked for " + page.Length + " characters"); //@near GB8111

    // Nobody of this program calls it: who does knows what he hands over.
    public static void Write(ILogger log, string text) => log.LogInformation("wrote " + text); //@near GB8111
}
