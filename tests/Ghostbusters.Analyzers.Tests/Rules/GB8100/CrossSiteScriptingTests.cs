using Ghostbusters.Analyzers.Rules.GB8100;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8100;

public class CrossSiteScriptingTests
{
    private static string Action(string body) => $$"""
        using System.Text.Encodings.Web;
        using Microsoft.AspNetCore.Html;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Rendering;

        public class PagesController : Controller
        {
            [HttpGet]
            public async Task<object?> Show(string name, int count)
            {
                await Task.Yield();
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("await [|Response.WriteAsync(\"<p>\" + name + \"</p>\")|]; return null;")]
    [InlineData("return [|new HtmlString($\"<b>{name}</b>\")|];")]
    [InlineData("return [|Content(\"<h1>\" + name + \"</h1>\", \"text/html\")|];")]
    [InlineData("var tag = new TagBuilder(\"p\"); [|tag.InnerHtml.AppendHtml(name)|]; return tag;")]
    public Task WhatARequestSays_Triggers(string body) => RuleTest.VerifyAsync<CrossSiteScripting>(Action(body));

    [Theory]
    [InlineData("return new HtmlString(\"<b>\" + HtmlEncoder.Default.Encode(name) + \"</b>\");")]
    [InlineData("return new HtmlString(\"<b>\" + System.Net.WebUtility.HtmlEncode(name) + \"</b>\");")]
    [InlineData("return new HtmlString(\"<b>\" + count + \"</b>\");")]
    [InlineData("return Ok(name);")]
    [InlineData("var tag = new TagBuilder(\"p\"); tag.InnerHtml.Append(name); return tag;")]
    [InlineData("if (name != \"anna\") return null; return new HtmlString(\"<b>\" + name + \"</b>\");")]
    public Task EncodedOrHarmless_DoesNotTrigger(string body) => RuleTest.VerifyAsync<CrossSiteScripting>(Action(body));

    // Whoever calls is asked for markup in the one, and for a name in the other.
    [Theory]
    [InlineData("public static HtmlString Bold(string name) => [|new HtmlString(\"<b>\" + name + \"</b>\")|];")]
    [InlineData("public static HtmlString Bold(string encodedName) => new HtmlString(\"<b>\" + encodedName + \"</b>\");")]
    [InlineData("public static HtmlString Slot(string valueExpression) => new HtmlString(\"<i>{{ \" + valueExpression + \" }}</i>\");")]
    [InlineData("public static HtmlString Box(string innerHtml) => new HtmlString(\"<div>\" + innerHtml + \"</div>\");")]
    public Task ACallersText_TriggersWhereNoMarkupIsAskedFor(string member) =>
        RuleTest.VerifyAsync<CrossSiteScripting>($"using Microsoft.AspNetCore.Html; public static class Tags {{ {member} }}");
}
