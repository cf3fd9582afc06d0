using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Shop.Encoded;

public enum Color
{
    Red,
    Blue,
}

public class EncodedController(HtmlEncoder encoder) : Controller
{
    private static readonly HashSet<string> Themes = ["dark", "light"];
    private static readonly Dictionary<string, string> Labels = new() { ["de"] = "Deutsch", ["en"] = "English" };
    private string _title = "";

    [HttpGet("injected")]
    public IHtmlContent Injected(string name) => new HtmlString("<b>" + encoder.Encode(name) + "</b>"); //@near GB8104

    [HttpGet("default")]
    public IHtmlContent Default(string name) => new HtmlString("<b>" + HtmlEncoder.Default.Encode(name) + "</b>"); //@near GB8104

    [HttpGet("web")]
    public Task Web(string name) => Response.WriteAsync("<b>" + WebUtility.HtmlEncode(name) + "</b>"); //@near GB8104

    [HttpGet("each")]
    public IHtmlContent Each([FromQuery] string[] items) => new HtmlString(string.Concat(items.Select(i => "<li>" + WebUtility.HtmlEncode(i) + "</li>"))); //@near GB8104

    [HttpGet("append")]
    public IHtmlContent Append(string text)
    {
        var tag = new TagBuilder("p");
        tag.InnerHtml.Append(text); //@near GB8104
        return tag;
    }

    [HttpGet("attribute")]
    public IHtmlContent Attribute(string address)
    {
        var tag = new TagBuilder("a");
        tag.Attributes["title"] = address; //@near GB8104
        return tag;
    }

    [HttpGet("number")]
    public IHtmlContent Number(int count) => new HtmlString("<b>" + count + "</b>"); //@near GB8104

    [HttpGet("parsed")]
    public IHtmlContent Parsed(string price) => new HtmlString("<b>" + decimal.Parse(price, CultureInfo.InvariantCulture) + "</b>"); //@near GB8104

    [HttpGet("guid")]
    public IHtmlContent Key(Guid id) => new HtmlString($"<a id='{id}'></a>"); //@near GB8104

    [HttpGet("date")]
    public IHtmlContent Day(DateTime day) => new HtmlString("<time>" + day.ToString("O") + "</time>"); //@near GB8104

    [HttpGet("enum")]
    public IHtmlContent Colored(Color color) => new HtmlString("<p class='" + color + "'></p>"); //@near GB8104

    [HttpGet("json")]
    public IActionResult AsJson(string name) => Json(new { name }); //@near GB8104

    [HttpGet("ok")]
    public IActionResult AsObject(string name) => Ok(name); //@near GB8104

    [HttpGet("plain")]
    public IActionResult AsText(string name) => Content("Hello " + name, "text/plain"); //@near GB8104

    [HttpGet("known")]
    public IActionResult Known(string theme)
    {
        if (!Themes.Contains(theme))
            return BadRequest();
        return Ok(new HtmlString("<body class=" + theme + ">")); //@near GB8104
    }

    [HttpGet("label")]
    public IHtmlContent LookedUp(string language) => new HtmlString("<b>" + Labels.GetValueOrDefault(language, "–") + "</b>"); //@near GB8104

    [HttpGet("switch")]
    public IHtmlContent Switched(string level) => new HtmlString(level switch { "warn" => "<b>!</b>", _ => "<i>i</i>" }); //@near GB8104

    [HttpGet("pattern")]
    public IActionResult Pattern(string color)
    {
        if (!Regex.IsMatch(color, "^#[0-9a-fA-F]{6}$"))
            return BadRequest();
        return Ok(new HtmlString("<p style='color:" + color + "'></p>")); //@near GB8104
    }

    [HttpGet("stripped")]
    public IHtmlContent Stripped(string name) => new HtmlString("<b>" + Regex.Replace(name, "[^a-zA-Z0-9 ]", "") + "</b>"); //@near GB8104

    [HttpGet("query")]
    public IHtmlContent InAQuery(string term) => new HtmlString("<a href='/search?q=" + Uri.EscapeDataString(term) + "'>again</a>"); //@near GB8104

    [HttpGet("overwritten")]
    public IHtmlContent Overwritten(string title)
    {
        _title = title;
        _title = "Start";
        return new HtmlString("<h1>" + _title + "</h1>"); //@near GB8104
    }

    [HttpGet("length")]
    public IHtmlContent Counted(string text) => new HtmlString("<b>" + text.Length + " characters</b>"); //@near GB8104

    [HttpGet("other")]
    public IHtmlContent OtherField([FromQuery] string search)
    {
        var page = new Page { Title = "Results", Search = search };
        return new HtmlString("<h1>" + page.Title + "</h1>"); //@near GB8104
    }

    [HttpGet("view")]
    public IActionResult ByAView(string name)
    {
        ViewData["name"] = name;
        return View("Hello"); //@near GB8104
    }

    [HttpGet("compared")]
    public IHtmlContent Compared(string tab) => new HtmlString(tab == "news" ? "<b>" + tab + "</b>" : "<b>home</b>"); //@near GB8104

    [HttpGet("method")]
    public IHtmlContent InAMethod(string name) => new HtmlString(Bold(name)); //@near GB8104

    private string Bold(string text) => "<b>" + encoder.Encode(text.Trim()) + "</b>";
}

public sealed class Page
{
    public string Title { get; init; } = "";

    public string Search { get; init; } = "";
}
