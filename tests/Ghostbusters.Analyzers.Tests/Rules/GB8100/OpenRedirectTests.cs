using Ghostbusters.Analyzers.Rules.GB8100;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8100;

public class OpenRedirectTests
{
    private static string Action(string body) => $$"""
        using Microsoft.AspNetCore.Mvc;

        public class LoginController : Controller
        {
            [HttpPost]
            public IActionResult Done(string returnUrl, int id)
            {
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("return [|Redirect(returnUrl)|];")]
    [InlineData("return [|RedirectPermanent(Request.Query[\"next\"].ToString())|];")]
    [InlineData("return [|new RedirectResult(returnUrl ?? \"/\")|];")]
    [InlineData("[|Response.Redirect(returnUrl)|]; return NoContent();")]
    public Task AnAddressFromARequest_Triggers(string body) => RuleTest.VerifyAsync<OpenRedirect>(Action(body));

    [Theory]
    [InlineData("return LocalRedirect(returnUrl);")]
    [InlineData("if (!Url.IsLocalUrl(returnUrl)) return NotFound(); return Redirect(returnUrl);")]
    [InlineData("return Redirect(Url.IsLocalUrl(returnUrl) ? returnUrl : \"/\");")]
    [InlineData("return Redirect(\"/orders/\" + id);")]
    [InlineData("return RedirectToAction(\"Index\", new { returnUrl });")]
    [InlineData("return Redirect(returnUrl == \"https://example.org/shop\" ? returnUrl : \"/\");")]
    [InlineData("return Redirect(\"https://example.org/?q=\" + Uri.EscapeDataString(returnUrl));")]
    public Task AnAddressOfThisSite_DoesNotTrigger(string body) => RuleTest.VerifyAsync<OpenRedirect>(Action(body));
}
