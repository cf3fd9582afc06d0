using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Shop.Pages;

public class PagesController : Controller
{
    private readonly StringBuilder _page = new("<html>");
    private string _greeting = "";

    [HttpGet("hello")]
    public async Task Hello(string name)
    {
        Response.ContentType = "text/html";
        await Response.WriteAsync("<h1>Hello " + name + "</h1>"); //@true GB8104
    }

    [HttpGet("title")]
    public IHtmlContent Title(string title) => new HtmlString($"<h1>{title}</h1>"); //@true GB8104

    [HttpGet("content")]
    public IActionResult Page(string query) => Content("<p>Nothing found for " + query + "</p>", "text/html"); //@true GB8104

    [HttpGet("tag")]
    public IHtmlContent Tag(string text)
    {
        var tag = new TagBuilder("p");
        tag.InnerHtml.AppendHtml(text); //@true GB8104
        return tag;
    }

    // The brackets of a tag are taken out once, and the quotes are left in an attribute.
    [HttpGet("brackets")]
    public IHtmlContent Brackets(string name) => new HtmlString("<input value=\"" + name.Replace("<script>", "", StringComparison.Ordinal) + "\">"); //@true GB8104

    // The encoded text is thrown away.
    [HttpGet("dropped")]
    public IHtmlContent Dropped(string name)
    {
        _ = System.Net.WebUtility.HtmlEncode(name);
        return new HtmlString("<b>" + name + "</b>"); //@true GB8104
    }

    [HttpGet("decoded")]
    public async Task Cookie()
    {
        var theme = Request.Cookies["theme"] ?? "plain";
        await Response.WriteAsync("<body class=" + theme + ">"); //@true GB8104
    }

    [HttpGet("agent")]
    public Task Agent() => Response.WriteAsync("<p>You use " + Request.Headers.UserAgent + "</p>"); //@true GB8104

    [HttpGet("field")]
    public IHtmlContent ThroughAField(string name)
    {
        _greeting = "Hello " + name;
        return Greeting();
    }

    private HtmlString Greeting() => new("<p>" + _greeting + "</p>"); //@true GB8104

    [HttpGet("builder")]
    public IHtmlContent ThroughABuilder([FromQuery] List<string> items)
    {
        _page.Append("<ul>");
        items.ForEach(i => _page.Append("<li>").Append(i).Append("</li>"));
        return new HtmlString(_page.Append("</ul>").ToString()); //@true GB8104
    }

    [HttpGet("table")]
    public IHtmlContent ByLinq([FromQuery] string[] cells) =>
        new HtmlString(string.Concat(cells.Select(c => $"<td>{c}</td>"))); //@true GB8104

    [HttpPost("form")]
    public async Task<IHtmlContent> FromAForm()
    {
        var form = await Request.ReadFormAsync();
        return new HtmlString("<pre>" + form["comment"] + "</pre>"); //@true GB8104
    }

    [HttpPost("body")]
    public IHtmlContent FromABody([FromBody] Comment comment) => Shown(comment with { Author = "me" });

    private static HtmlString Shown(Comment comment) => new("<p>" + comment.Text + "</p>"); //@true GB8104

    [HttpGet("raw")]
    public IHtmlContent Raw(string text, [FromServices] IHtmlHelper html) => html.Raw(text); //@true GB8104

    [HttpGet("error")]
    public async Task Error(string id)
    {
        try
        {
            Load(id);
        }
        catch (KeyNotFoundException e)
        {
            await Response.WriteAsync("<p>" + e.Message + "</p>"); //@true GB8104 @true GB8122
        }
    }

    private static void Load(string id) => throw new KeyNotFoundException("There is no <b>" + id + "</b>.");

    [HttpGet("joined")]
    public async Task Chosen(string first, bool wantsFirst)
    {
        var shown = wantsFirst ? first : "nothing";
        await Response.WriteAsync(string.Join("<br>", "Chosen:", shown)); //@true GB8104
    }

    [HttpGet("iterator")]
    public async Task Iterator(string rows)
    {
        foreach (var row in Rows(rows))
            await Response.WriteAsync(row); //@true GB8104
    }

    private static IEnumerable<string> Rows(string rows)
    {
        foreach (var row in rows.Split('\n'))
            yield return "<tr><td>" + row + "</td></tr>";
    }
}

public sealed record Comment(string Author, string Text);

public sealed class HighlightTagHelper(IHttpContextAccessor accessor) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Content.SetHtmlContent("<mark>" + accessor.HttpContext!.Request.Query["q"] + "</mark>"); //@true GB8104
}

public sealed class Banner : ComponentBase
{
    [SupplyParameterFromQuery]
    public string? Campaign { get; set; }

    [Inject]
    public NavigationManager Navigation { get; set; } = null!;

    public MarkupString Markup => new("<a href='" + Navigation.Uri + "'>here</a>"); //@true GB8104

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddMarkupContent(0, "<h2>" + Campaign + "</h2>"); //@true GB8104
}

public static class Routes
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/search", (string q) => Results.Content("<h1>" + q + "</h1>", "text/html")); //@true GB8104
        app.Run(async context => await context.Response.WriteAsync("<p>No page at " + context.Request.Query["page"] + "</p>")); //@true GB8104
    }
}
