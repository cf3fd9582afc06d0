using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Shop.HonestFormats;

public class LettersController : ControllerBase
{
    [HttpPost]
    public string Argument(string name) => string.Format("Dear {0}", name); //@near GB8118

    [HttpPost]
    public string Interpolated(string name) => $"Dear {name}"; //@near GB8118

    [HttpPost]
    public string Cultured(string name) => string.Format(CultureInfo.InvariantCulture, "Dear {0}", name); //@near GB8118

    [HttpPost]
    public string Appended(string name) => new StringBuilder().AppendFormat("Dear {0}", name).Append(name).ToString(); //@near GB8118

    // Without arguments it is a text, not a format.
    [HttpPost]
    public void Shown(string name) => Console.WriteLine(name); //@near GB8118

    [HttpPost]
    public void Written(string name, [FromServices] TextWriter writer) => writer.Write(name); //@near GB8118

    [HttpPost]
    public string Width(int width, decimal price) => string.Format("{0," + width + ":F2}", price); //@near GB8118

    // Known placeholders only.
    [HttpPost]
    public string Replaced(string template, string name) => template.Replace("{name}", name); //@near GB8118

    [HttpPost]
    public string Date(DateTime at) => string.Format("on {0:D}", at); //@near GB8118

    [HttpPost]
    public string Joined(string[] names) => string.Join(", ", names); //@near GB8118
}

// Who calls a method that formats gives the format.
public static class Formats
{
    public static string With(string format, params object[] values) => string.Format(CultureInfo.InvariantCulture, format, values); //@near GB8118
}
