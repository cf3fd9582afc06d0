using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Shop.FormatMembers;

public class MailsController : ControllerBase
{
    [HttpPost]
    public string Filled(string template, string name) => string.Format(template, name, DateTime.UtcNow); //@true GB8118

    [HttpPost]
    public string Cultured(string template) => string.Format(CultureInfo.InvariantCulture, template, 1); //@true GB8118

    [HttpPost]
    public string Appended(string template) => new StringBuilder().AppendFormat(template, 1).ToString(); //@true GB8118

    [HttpPost]
    public string AppendedCultured(string template) => new StringBuilder().AppendFormat(CultureInfo.InvariantCulture, template, 1).ToString(); //@true GB8118

    [HttpPost]
    public object Parsed(string template) => CompositeFormat.Parse(template); //@true GB8118

    [HttpPost]
    public void Written(string template, [FromServices] TextWriter writer) => writer.WriteLine(template, 1); //@true GB8118

    [HttpPost]
    public void Shown(string template) => Console.Write(template, 1, 2); //@true GB8118

    // A part of the format is from outside, beside the arguments.
    [HttpPost]
    public string Mixed(string greeting, string name) => string.Format(greeting + " {0}", name); //@true GB8118

    // The format of a placeholder is a part of the format.
    [HttpPost]
    public string Specified(string format, decimal price) => string.Format("{0:" + format + "}", price); //@true GB8118
}
