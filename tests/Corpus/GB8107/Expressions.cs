using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Expressions;

[ApiController]
public class CatalogController(XmlDocument catalog, XDocument tree, XPathNavigator navigator) : ControllerBase
{
    private readonly Stack<string> _steps = new();
    private string _where = "true()";

    [HttpGet("single")]
    public bool Single(string name) => catalog.SelectSingleNode("//item[@name='" + name + "']") is not null; //@true GB8107

    [HttpGet("nodes")]
    public int Nodes(string tag) => catalog.SelectNodes($"//{tag}")!.Count; //@true GB8107

    [HttpPost("login")]
    public bool Login([FromForm] string user, [FromForm] string password)
    {
        var expression = string.Format("//user[name/text()='{0}' and password/text()='{1}']", user, password);
        return catalog.DocumentElement!.SelectSingleNode(expression) is not null; //@true GB8107
    }

    [HttpGet("compile")]
    public object Compile(string condition) => XPathExpression.Compile("//item[" + condition + "]"); //@true GB8107

    [HttpGet("navigator")]
    public int Navigator(string path) => navigator.Select(path).Count; //@true GB8107

    [HttpGet("evaluate")]
    public object Evaluate(string price) => navigator.Evaluate("count(//item[price < " + price + "])"); //@true GB8107

    [HttpGet("matches")]
    public bool Matches(string pattern) => navigator.Matches(pattern); //@true GB8107

    [HttpGet("own-compile")]
    public object ByTheNavigator()
    {
        var wanted = Request.Query["wanted"].ToString();
        return navigator.Compile("/catalog/" + wanted); //@true GB8107
    }

    [HttpGet("linq")]
    public bool Linq(string id) => tree.XPathSelectElement("//item[@id='" + id + "']") is not null; //@true GB8107

    [HttpGet("linq-many")]
    public int LinqMany(string group) => tree.Root!.XPathSelectElements("./" + group + "/item").Count(); //@true GB8107

    [HttpGet("linq-evaluate")]
    public object LinqEvaluate(string sum) => tree.XPathEvaluate("sum(//" + sum + ")"); //@true GB8107

    // Takes out one kind of quotes, and the expression uses the other.
    [HttpGet("quotes")]
    public bool WrongQuotes(string name) => catalog.SelectSingleNode("//item[@name=\"" + name.Replace("'", "", StringComparison.Ordinal) + "\"]") is not null; //@true GB8107

    [HttpGet("short")]
    public IActionResult OnlyShort(string name)
    {
        if (name.Length is 0 or > 20)
            return BadRequest();
        return catalog.SelectSingleNode("//item[@name='" + name + "']") is null ? NotFound() : NoContent(); //@true GB8107
    }

    // Encoded for XML: `or 1=1` needs no bracket.
    [HttpGet("html")]
    public bool EncodedForHtml(string id) => catalog.SelectSingleNode("//item[@id=" + System.Net.WebUtility.HtmlEncode(id) + "]") is not null; //@true GB8107

    [HttpGet("field")]
    public bool ThroughAField(string where)
    {
        _where = where;
        return Count() > 0;
    }

    private int Count() => catalog.SelectNodes("//item[" + _where + "]")!.Count; //@true GB8107

    [HttpGet("stack")]
    public bool ThroughAStack(string last)
    {
        _steps.Push("catalog");
        _steps.Push(last);
        return navigator.SelectSingleNode("/" + string.Join('/', _steps.Reverse())) is not null; //@true GB8107
    }

    [HttpGet("builder")]
    public int BuiltUp([FromQuery] List<string> colors)
    {
        var expression = new StringBuilder("//item[");
        for (var i = 0; i < colors.Count; i++)
            expression.Append(i == 0 ? "" : " or ").Append("@color='").Append(colors[i]).Append('\'');
        return catalog.SelectNodes(expression.Append(']').ToString())!.Count; //@true GB8107
    }

    [HttpGet("delegate")]
    public bool ThroughADelegate(string name)
    {
        Func<string, string> by = attribute => "//item[@" + attribute + "='" + name + "']";
        return catalog.SelectSingleNode(by("name")) is not null; //@true GB8107
    }

    [HttpPost("body")]
    public bool FromABody([FromBody] Filter filter)
    {
        (string path, _) = (filter.Path, filter.Title);
        return navigator.SelectSingleNode(path) is not null; //@true GB8107
    }

    [HttpGet("cookie")]
    public string? Cookie() => new Preferences(tree).Read(Request.Cookies["user"] ?? "guest");
}

public sealed record Filter(string Title, string Path);

internal sealed class Preferences(XDocument tree)
{
    public string? Read(string user) => tree.XPathSelectElement($"/users/user[@id='{user}']")?.Value; //@true GB8107
}

public static class Routes
{
    public static void Map(WebApplication app, XmlDocument catalog) =>
        app.MapGet("/items/{name}", (string name) => Results.Ok(catalog.SelectNodes("//item[@name='" + name + "']")!.Count)); //@true GB8107
}

internal static class Query
{
    public static void Run(string[] args)
    {
        var document = new XmlDocument();
        document.Load("catalog.xml");
        Console.WriteLine(document.SelectNodes(Environment.GetCommandLineArgs()[1])!.Count + args.Length); //@true GB8107
    }
}
