using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Shop.Redirects;

public class LoginController : Controller
{
    private readonly Queue<string> _next = new();
    private string? _returnUrl;

    [HttpPost("login")]
    public IActionResult Login(string returnUrl) => Redirect(returnUrl); //@true GB8105

    [HttpGet("permanent")]
    public IActionResult Permanent([FromQuery] string to) => RedirectPermanent(to); //@true GB8105

    [HttpGet("query")]
    public void Query() => Response.Redirect(Request.Query["next"]!); //@true GB8105

    [HttpGet("referer")]
    public IActionResult Back() => Redirect(Request.Headers.Referer.ToString()); //@true GB8105

    [HttpGet("result")]
    public IActionResult Result(string url) => new RedirectResult(url, permanent: false); //@true GB8105

    [HttpGet("default")]
    public IActionResult Default(string? returnUrl) => Redirect(string.IsNullOrEmpty(returnUrl) ? "/" : returnUrl); //@true GB8105

    // `//evil.example` begins with a slash, too.
    [HttpGet("slash")]
    public IActionResult Slash(string url)
    {
        if (url.StartsWith('/'))
            return Redirect(url); //@true GB8105
        return NotFound();
    }

    // `https://example.org.evil.example` contains it, too.
    [HttpGet("contains")]
    public IActionResult Contained(string url) => url.Contains("example.org", StringComparison.Ordinal) ? Redirect(url) : Redirect("/"); //@true GB8105

    // The answer to the question is turned round.
    [HttpGet("inverted")]
    public IActionResult Inverted(string url) => Url.IsLocalUrl(url) ? NotFound() : Redirect(url); //@true GB8105

    // Another address was asked about.
    [HttpGet("wrong")]
    public IActionResult WrongOne(string url, string cancelUrl)
    {
        if (!Url.IsLocalUrl(url))
            return NotFound();
        return Redirect(cancelUrl); //@true GB8105
    }

    [HttpGet("asked")]
    public IActionResult AskedForTheLog(string url)
    {
        var isLocal = Url.IsLocalUrl(url); //@true GB8002
        Console.WriteLine(isLocal);
        return Redirect(url); //@true GB8105
    }

    [HttpGet("host")]
    public IActionResult Host(string shop) => Redirect("https://" + shop + "/start"); //@true GB8105

    [HttpGet("field")]
    public IActionResult ThroughAField(string returnUrl)
    {
        _returnUrl = returnUrl;
        return Finish();
    }

    private RedirectResult Finish() => Redirect(_returnUrl ?? "/"); //@true GB8105

    [HttpGet("queue")]
    public IActionResult ThroughAQueue(string first)
    {
        _next.Enqueue(first);
        return Redirect(_next.Dequeue()); //@true GB8105
    }

    [HttpPost("form")]
    public async Task<IActionResult> FromAForm()
    {
        var form = await Request.ReadFormAsync();
        return Redirect(form["target"].ToString().Trim()); //@true GB8105
    }

    [HttpPost("body")]
    public IActionResult FromABody([FromBody] Login login) => Redirect(login.ReturnUrl); //@true GB8105

    [HttpGet("uri")]
    public IActionResult ByUri(string address)
    {
        var uri = new Uri(address, UriKind.RelativeOrAbsolute);
        return Redirect(uri.ToString()); //@true GB8105
    }

    [HttpGet("cookie")]
    public IActionResult Cookie()
    {
        if (Request.Cookies.TryGetValue("back", out var back))
            return Redirect(back); //@true GB8105
        return Redirect("/");
    }

    [HttpGet("local-function")]
    public IActionResult LocalFunction(string state)
    {
        return Redirect(Decode()); //@true GB8105

        string Decode() => System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(state));
    }
}

public sealed record Login(string User, string ReturnUrl);

public class SignOutModel : PageModel
{
    public IActionResult OnGet(string returnUrl) => Redirect(returnUrl); //@true GB8105
}

public static class Routes
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/go", (string to) => Results.Redirect(to)); //@true GB8105
        app.MapGet("/typed", (string to) => TypedResults.Redirect(to)); //@true GB8105
        app.Use(async (context, next) =>
        {
            var moved = context.Request.Query["moved"].ToString();
            if (moved.Length > 0)
                context.Response.Redirect(moved); //@true GB8105
            else
                await next();
        });
    }
}

public sealed class Forward(NavigationManager navigation)
{
    public void Go(HttpRequest request) => navigation.NavigateTo(request.Query["to"]!); //@true GB8105
}
