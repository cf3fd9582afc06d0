using Ghostbusters.Analyzers.Rules.GB8100;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8100;

public class XmlExternalEntityTests
{
    private static string Action(string body) => $$"""
        using System.Xml;
        using System.Xml.Linq;
        using Microsoft.AspNetCore.Mvc;

        public class InvoicesController : ControllerBase
        {
            private static readonly XmlReaderSettings Open = new() { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() };

            [HttpPost]
            public object? Import([FromBody] string xml)
            {
                {{body}}
            }

            private static XmlReaderSettings Settings()
            {
                var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse };
                settings.XmlResolver = new XmlUrlResolver();
                return settings;
            }

            private static void Use(XmlReaderSettings settings) => XmlReader.Create("fixed.xml", settings);

            private static void Keep() => Use(Open ?? Settings());
        }
        """;

    [Theory]
    [InlineData("var document = new XmlDocument { XmlResolver = new XmlUrlResolver() }; [|document.LoadXml(xml)|]; return document;")]
    [InlineData("var document = new XmlDocument(); document.XmlResolver = new XmlUrlResolver(); [|document.Load(Request.Body)|]; return document;")]
    [InlineData("return [|XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() })|];")]
    [InlineData("return [|XmlReader.Create(new StringReader(xml), Open)|];")]
    [InlineData("return [|XmlReader.Create(new StringReader(xml), Settings())|];")]
    [InlineData("var resolver = new XmlUrlResolver(); return [|new XmlTextReader(new StringReader(xml)) { XmlResolver = resolver }|];")]
    [InlineData("var reader = [|new XmlTextReader(new StringReader(xml))|]; reader.XmlResolver = new XmlUrlResolver(); return reader;")]
    public Task AParserThatFetches_Triggers(string body) => RuleTest.VerifyAsync<XmlExternalEntity>(Action(body));

    [Theory]
    [InlineData("var document = new XmlDocument(); document.LoadXml(xml); return document;")]
    [InlineData("var document = new XmlDocument { XmlResolver = null }; document.LoadXml(xml); return document;")]
    [InlineData("var document = new XmlDocument { XmlResolver = new XmlUrlResolver() }; document.XmlResolver = null; document.LoadXml(xml); return document;")]
    [InlineData("var document = new XmlDocument { XmlResolver = XmlResolver.ThrowingResolver }; document.LoadXml(xml); return document;")]
    [InlineData("return XmlReader.Create(new StringReader(xml));")]
    [InlineData("return XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse });")]
    [InlineData("return XmlReader.Create(new StringReader(xml), new XmlReaderSettings { XmlResolver = new XmlUrlResolver() });")]
    [InlineData("return XDocument.Parse(xml);")]
    [InlineData("return new XmlTextReader(new StringReader(xml)) { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = new XmlUrlResolver() };")]
    [InlineData("var document = new XmlDocument { XmlResolver = new XmlUrlResolver() }; document.LoadXml(\"<order/>\"); document.DocumentElement!.InnerText = xml; return document;")]
    public Task AParserThatFetchesNothing_DoesNotTrigger(string body) => RuleTest.VerifyAsync<XmlExternalEntity>(Action(body));

    [Theory]
    [InlineData("var settings = new XmlReaderSettings(); settings.DtdProcessing = DtdProcessing.Parse; var reader = [|XmlReader.Create(new StringReader(xml), settings)|]; reader.Read();")]
    [InlineData("var settings = new XmlReaderSettings { ProhibitDtd = false }; [|XmlReader.Create(new StringReader(xml), settings)|].Read();")]
    [InlineData("var reader = new XmlTextReader(new StringReader(xml)); while ([|reader.Read()|]) { reader.Read(); }")]
    public Task AnOldFrameworkMayBeMeant_Triggers(string body) => RuleTest.VerifyBrokenAsync<XmlExternalEntity>($"public class Invoices {{ public void Import(string xml) {{ {body} }} }}");

    [Theory]
    [InlineData("var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null }; XmlReader.Create(new StringReader(xml), settings).Read();")]
    [InlineData("var settings = new XmlReaderSettings(); settings.DtdProcessing = DtdProcessing.Ignore; XmlReader.Create(new StringReader(xml), settings).Read();")]
    [InlineData("var reader = new XmlTextReader(new StringReader(xml)); reader.DtdProcessing = DtdProcessing.Prohibit; reader.Read();")]
    [InlineData("var reader = new XmlTextReader(new StringReader(xml)) { XmlResolver = null }; reader.Read();")]
    [InlineData("XmlReader.Create(new StringReader(xml)).Read();")]
    public Task AnOldFrameworkThatWasTold_DoesNotTrigger(string body) => RuleTest.VerifyBrokenAsync<XmlExternalEntity>($"public class Invoices {{ public void Import(string xml) {{ {body} }} }}");
}
