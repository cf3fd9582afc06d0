using Ghostbusters.Analyzers.Rules.GB8100;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8100;

public class XmlInjectionTests
{
    private static Task Verify(string members) => RuleTest.VerifyAsync<XmlInjection>($$"""
        using Microsoft.AspNetCore.Mvc;
        using System.Xml;
        using System.Xml.Linq;
        public class C : ControllerBase
        {
            {{members}}
        }
        """);

    [Theory]
    [InlineData("[HttpGet] public void M(string s, [FromServices] XmlWriter w) => [|w.WriteRaw(\"<n>\" + s + \"</n>\")|];")]
    [InlineData("[HttpGet] public void M(string s, [FromServices] XmlElement e) => [|e.InnerXml = s|];")]
    [InlineData("[HttpGet] public void M(string s, [FromServices] XmlDocument d) { var f = d.CreateDocumentFragment(); [|f.InnerXml = $\"<n>{s}</n>\"|]; }")]
    [InlineData("public void M([FromServices] XmlDocument d) => [|d.CreateNavigator()!.AppendChild(\"<n>\" + Request.Query[\"n\"] + \"</n>\")|];")]
    public Task FromOutside_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData("[HttpGet] public void M(string s, [FromServices] XmlWriter w) => w.WriteElementString(\"n\", s);")]
    [InlineData("[HttpGet] public void M(string s, [FromServices] XmlElement e) => e.InnerText = s;")]
    [InlineData("[HttpGet] public void M(string s, [FromServices] XmlElement e) => e.InnerXml = \"<n>\" + System.Security.SecurityElement.Escape(s) + \"</n>\";")]
    [InlineData("[HttpGet] public string M(string s) => new XElement(\"n\", s).ToString();")]
    [InlineData("[HttpGet] public void M(int n, [FromServices] XmlElement e) => e.InnerXml = \"<n>\" + n + \"</n>\";")]
    [InlineData("[HttpGet] public void M(string s, [FromServices] XmlElement e) { if (s is \"eu\" or \"us\") e.InnerXml = \"<n>\" + s + \"</n>\"; }")]
    [InlineData("[HttpGet] public void M(string s, [FromServices] XmlWriter w) => w.WriteRaw(\"<n/>\");")]
    public Task Harmless_DoesNotTrigger(string members) => Verify(members);
}
