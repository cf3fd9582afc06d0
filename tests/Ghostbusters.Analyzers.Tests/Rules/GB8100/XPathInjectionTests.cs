using Ghostbusters.Analyzers.Rules.GB8100;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8100;

public class XPathInjectionTests
{
    private static string Action(string body) => $$"""
        using System.Xml;
        using System.Xml.Linq;
        using System.Xml.XPath;
        using Microsoft.AspNetCore.Mvc;

        public class UsersController(XmlDocument users, XDocument tree, XPathNavigator navigator) : ControllerBase
        {
            [HttpGet]
            public object? Find(string name, int id)
            {
                {{body}}
                return (users, tree, navigator);
            }
        }
        """;

    [Theory]
    [InlineData("return [|users.SelectSingleNode(\"//user[@name='\" + name + \"']\")|];")]
    [InlineData("return [|users.SelectNodes($\"//user[@name='{name}']\")|];")]
    [InlineData("return [|navigator.Select(string.Concat(\"//\", name))|];")]
    [InlineData("return [|XPathExpression.Compile(\"//user[\" + name + \"]\")|];")]
    [InlineData("return [|tree.XPathSelectElement(\"//user[@name='\" + name + \"']\")|];")]
    public Task AnExpressionWithWhatARequestSays_Triggers(string body) => RuleTest.VerifyAsync<XPathInjection>(Action(body));

    [Theory]
    [InlineData("return users.SelectSingleNode(\"//user[@id='\" + id + \"']\");")]
    [InlineData("return tree.Descendants(\"user\").FirstOrDefault(u => (string?)u.Attribute(\"name\") == name);")]
    [InlineData("foreach (XmlElement u in users.SelectNodes(\"//user\")!) { if (u.GetAttribute(\"name\") == name) return u; }")]
    [InlineData("if (!name.All(char.IsAsciiLetterOrDigit)) return null; return users.SelectSingleNode(\"//user[@name='\" + name + \"']\");")]
    [InlineData("return users.SelectSingleNode(name == \"admin\" ? \"//admin\" : \"//user\");")]
    public Task AFixedExpression_DoesNotTrigger(string body) => RuleTest.VerifyAsync<XPathInjection>(Action(body));
}
