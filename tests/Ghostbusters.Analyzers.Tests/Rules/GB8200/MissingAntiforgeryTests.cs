using Ghostbusters.Analyzers.Rules.GB8200;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8200;

public class MissingAntiforgeryTests
{
    private const string Usings = "using Microsoft.AspNetCore.Mvc; ";

    [Theory]
    [InlineData("public class A : Controller { [HttpPost] public IActionResult [|Save|](string a) => View(a); }")]
    [InlineData("public class A : Controller { [HttpDelete] public IActionResult [|Drop|](int a) => RedirectToAction(\"Index\"); }")]
    [InlineData("public class B : Controller; public class A : B { [HttpPost] public IActionResult [|Save|](string a) { if (a == \"\") return View(); return Redirect(\"/\"); } }")]
    public Task Misuse_Triggers(string member) => RuleTest.VerifyAsync<MissingAntiforgery>($"{Usings}class C {{ {member} }}");

    [Theory]
    [InlineData("public class A : Controller { [HttpPost, ValidateAntiForgeryToken] public IActionResult Save(string a) => View(a); }")]
    [InlineData("public class A : Controller { [HttpGet] public IActionResult Show(string a) => View(a); }")]
    [InlineData("[ApiController] public class A : Controller { [HttpPost] public IActionResult Save(string a) => View(a); }")]
    [InlineData("public class A : Controller { [HttpPost] public IActionResult Save([FromBody] string a) => View(a); }")]
    [InlineData("public class A : Controller { [HttpPost] public IActionResult Save(string a) => Ok(a); }")]
    [InlineData("[AutoValidateAntiforgeryToken] public class B : Controller; public class A : B { [HttpPost] public IActionResult Save(string a) => View(a); }")]
    [InlineData("public class A : Controller { [HttpPost, IgnoreAntiforgeryToken] public IActionResult Save(string a) => View(a); }")]
    public Task Honest_DoesNotTrigger(string member) => RuleTest.VerifyAsync<MissingAntiforgery>($"{Usings}class C {{ {member} }}");

    [Fact]
    public Task UnboundController_Triggers() => RuleTest.VerifyBrokenAsync<MissingAntiforgery>("""
        using System.Web.Mvc;
        public class A : Controller { [HttpPost] public ActionResult [|Save|](string a) { return View(a); } }
        """);
}
