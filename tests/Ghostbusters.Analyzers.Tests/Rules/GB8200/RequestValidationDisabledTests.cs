using Ghostbusters.Analyzers.Rules.GB8200;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8200;

public class RequestValidationDisabledTests
{
    private const string Usings = "namespace System.Web.Mvc { public class ValidateInputAttribute(bool on) : Attribute { public bool On = on; } public class Controller { public bool ValidateRequest { get; set; } } } namespace System.Web.UI { public class Page { public bool EnableViewStateMac { get; set; } public bool EnableViewState { get; set; } } } namespace N { using System.Web.Mvc; using System.Web.UI; ";

    [Theory]
    [InlineData("class C : Controller { [[|ValidateInput(false)|]] public void Save() { } }")]
    [InlineData("class C : Controller { void M() { [|ValidateRequest = false|]; } }")]
    [InlineData("class P : Page { void M() { [|EnableViewStateMac = false|]; } }")]
    [InlineData("class C { void M(Page p) { [|p.EnableViewStateMac = false|]; } }")]
    public Task Misuse_Triggers(string type) => RuleTest.VerifyAsync<RequestValidationDisabled>(Usings + type + " }");

    [Theory]
    [InlineData("class C : Controller { [ValidateInput(true)] public void Save() { } }")]
    [InlineData("class C : Controller { [ValidateInput(false)] public string Save(string t) => Sanitize(t); string Sanitize(string t) => t; }")]
    [InlineData("class C : Controller { void M(bool b) { ValidateRequest = b; } }")]
    [InlineData("class P : Page { void M() { EnableViewState = false; } }")]
    [InlineData("class C { bool ValidateRequest; void M() { ValidateRequest = false; } }")]
    [InlineData("class P : Page { void M(bool isDevelopment) { if (isDevelopment) EnableViewStateMac = false; } }")]
    public Task Honest_DoesNotTrigger(string type) => RuleTest.VerifyAsync<RequestValidationDisabled>(Usings + type + " }");

    [Fact]
    public Task UnboundController_Triggers() => RuleTest.VerifyBrokenAsync<RequestValidationDisabled>("using System.Web.Mvc; class C : Controller { [[|ValidateInput(false)|]] public ActionResult Save(string t) => View(t); }");
}
