using Ghostbusters.Analyzers.Rules.GB8000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8000;

public class AnonymousByDefaultTests
{
    private const string Usings = "using Microsoft.AspNetCore.Authorization; using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Mvc; ";
    private const string Two = "[HttpPost, Authorize] public IActionResult Add(int i) => Ok(i); [HttpPut, Authorize] public IActionResult Change(int i) => Ok(i); ";

    [Theory]
    [InlineData("public class A : ControllerBase { " + Two + "[HttpDelete] public IActionResult [|Drop|](int i) => Ok(i); }")]
    [InlineData("public class A : Controller { [Authorize] public IActionResult X() => View(); [Authorize] public IActionResult Y() => View(); [Authorize] public IActionResult Z() => View(); public IActionResult [|W|]() => View(); }")]
    [InlineData("public class H : Microsoft.AspNetCore.SignalR.Hub { [Authorize] public Task X() => Task.CompletedTask; [Authorize] public Task Y() => Task.CompletedTask; public Task [|Z|]() => Task.CompletedTask; }")]
    [InlineData("class R { void Map(WebApplication app) { app.MapPost(\"/a\", () => 1).RequireAuthorization(); app.MapPut(\"/a\", () => 2).RequireAuthorization(); app.MapDelete([|\"/a\"|], () => 3); } }")]
    public Task Forgotten_Triggers(string code) => RuleTest.VerifyAsync<AnonymousByDefault>(Usings + code);

    [Theory]
    [InlineData("public class A : ControllerBase { " + Two + "[HttpDelete, AllowAnonymous] public IActionResult Drop(int i) => Ok(i); }")]
    [InlineData("public class A : ControllerBase { " + Two + "[HttpPost] public IActionResult Login(int i) => Ok(i); }")]
    [InlineData("public class A : ControllerBase { " + Two + "[HttpGet] public IActionResult All() => Ok(1); }")]
    [InlineData("public class A : ControllerBase { " + Two + "[HttpPost] public IActionResult Search(string t) => Ok(t); }")]
    [InlineData("public class A : ControllerBase { " + Two + "[HttpDelete] public IActionResult Drop(int i) { if (User.Identity?.IsAuthenticated != true) return Challenge(); return Ok(i); } }")]
    [InlineData("[Authorize] public class B : ControllerBase; public class A : B { " + Two + "[HttpDelete] public IActionResult Drop(int i) => Ok(i); }")]
    [InlineData("public class A : ControllerBase { " + Two + "[HttpDelete] public IActionResult Drop(int i) => Ok(i); } class S { void C(WebApplication app) => app.MapControllers().RequireAuthorization(); }")]
    [InlineData("public class A : ControllerBase { [HttpPost, Authorize] public IActionResult Add(int i) => Ok(i); [HttpDelete] public IActionResult Drop(int i) => Ok(i); }")]
    [InlineData("class R { void Map(WebApplication app) { var g = app.MapGroup(\"/g\").RequireAuthorization(); g.MapPost(\"/a\", () => 1).RequireAuthorization(); g.MapPut(\"/a\", () => 2).RequireAuthorization(); g.MapDelete(\"/a\", () => 3); } }")]
    public Task Meant_DoesNotTrigger(string code) => RuleTest.VerifyAsync<AnonymousByDefault>(Usings + code);

    [Fact]
    public Task ABaseThatIsNotKnown_MayAsk_DoesNotTrigger() => RuleTest.VerifyBrokenAsync<AnonymousByDefault>(
        Usings + "public class A : CompanyController { " + Two + "[HttpDelete] public IActionResult Drop(int i) => Ok(i); }");
}
