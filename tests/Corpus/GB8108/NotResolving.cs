using System.Xml;
using System.Xml.Linq;
using System.Xml.Resolvers;
using System.Xml.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace Shop.NotResolving;

[ApiController]
public class SafeController : ControllerBase
{
    private static readonly XmlReaderSettings Closed = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
    private readonly XmlDocument _document = new();

    [HttpPost("default")]
    public string Default([FromBody] string xml)
    {
        var document = new XmlDocument();
        document.LoadXml(xml); //@near GB8108
        return document.InnerText;
    }

    [HttpPost("null")]
    public string Null([FromBody] string xml)
    {
        var document = new XmlDocument { XmlResolver = null };
        document.LoadXml(xml); //@near GB8108
        return document.InnerText;
    }

    [HttpPost("field")]
    public string InAField()
    {
        _document.Load(Request.Body); //@near GB8108
        return _document.InnerText;
    }

    [HttpPost("taken-back")]
    public string TakenBack([FromBody] string xml)
    {
        var document = new XmlDocument { XmlResolver = new XmlUrlResolver() };
        document.XmlResolver = null;
        document.LoadXml(xml); //@near GB8108
        return document.InnerText;
    }

    [HttpPost("throwing")]
    public string Throwing([FromBody] string xml)
    {
        var document = new XmlDocument { XmlResolver = XmlResolver.ThrowingResolver };
        document.LoadXml(xml); //@near GB8108
        return document.InnerText;
    }

    [HttpPost("preloaded")]
    public string Preloaded([FromBody] string xml)
    {
        var document = new XmlDocument { XmlResolver = new XmlPreloadedResolver(XmlKnownDtds.Xhtml10) };
        document.LoadXml(xml); //@near GB8108
        return document.InnerText;
    }

    [HttpPost("own")]
    public string OwnResolver([FromBody] string xml)
    {
        var document = new XmlDocument { XmlResolver = new Embedded() };
        document.LoadXml(xml); //@near GB8108
        return document.InnerText;
    }

    [HttpPost("reader")]
    public string Reader([FromBody] string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml)); //@near GB8108
        return reader.ReadOuterXml();
    }

    // Entities inside of the document are expanded, and nothing is fetched.
    [HttpPost("parse")]
    public string ParsedWithoutResolver([FromBody] string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse }); //@near GB8108
        return reader.ReadOuterXml();
    }

    [HttpPost("prohibit")]
    public string ResolverWithoutDocumentType([FromBody] string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { XmlResolver = new XmlUrlResolver() }); //@near GB8108
        return reader.ReadOuterXml();
    }

    [HttpPost("ignore")]
    public string Ignored([FromBody] string xml)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = new XmlUrlResolver() };
        using var reader = XmlReader.Create(new StringReader(xml), settings); //@near GB8108
        return reader.ReadOuterXml();
    }

    [HttpPost("closed")]
    public string SharedSettings([FromBody] string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), Closed); //@near GB8108
        return reader.ReadOuterXml();
    }

    [HttpPost("method")]
    public string SettingsOfAMethod([FromBody] string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), Settings()); //@near GB8108
        return reader.ReadOuterXml();
    }

    private static XmlReaderSettings Settings() => new() { DtdProcessing = DtdProcessing.Parse, XmlResolver = null };

    [HttpPost("text-reader")]
    public string TextReader([FromBody] string xml)
    {
        using var reader = new XmlTextReader(new StringReader(xml)); //@near GB8108
        reader.MoveToContent();
        return reader.Name;
    }

    [HttpPost("text-reader-prohibit")]
    public string TextReaderProhibits([FromBody] string xml)
    {
        using var reader = new XmlTextReader(new StringReader(xml)) { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = new XmlUrlResolver() }; //@near GB8108
        reader.MoveToContent();
        return reader.Name;
    }

    [HttpPost("linq")]
    public string Linq([FromBody] string xml) => XDocument.Parse(xml).Root!.Value; //@near GB8108

    [HttpPost("linq-load")]
    public string LinqLoad() => XElement.Load(Request.Body).Value; //@near GB8108

    [HttpPost("serializer")]
    public object? Serializer([FromBody] string xml) => new XmlSerializer(typeof(Order)).Deserialize(new StringReader(xml)); //@near GB8108

    [HttpPost("fixed")]
    public string FixedFile([FromBody] string note)
    {
        var document = new XmlDocument { XmlResolver = new XmlUrlResolver() };
        document.LoadXml("<order/>"); //@near GB8108
        document.DocumentElement!.SetAttribute("note", note);
        return document.OuterXml;
    }

    [HttpPost("number")]
    public string OnlyANumber(int id)
    {
        var document = new XmlDocument { XmlResolver = new XmlUrlResolver() };
        document.LoadXml("<order id='" + id + "'/>"); //@near GB8108
        return document.OuterXml;
    }

    // The other document has the resolver.
    [HttpPost("other")]
    public string OtherDocument([FromBody] string xml)
    {
        var template = new XmlDocument { XmlResolver = new XmlUrlResolver() };
        template.LoadXml("<template/>"); //@near GB8108
        var document = new XmlDocument();
        document.LoadXml(xml); //@near GB8108
        return template.OuterXml + document.OuterXml;
    }

    [HttpPost("written")]
    public string Written(string text)
    {
        var written = new StringWriter();
        using (var writer = XmlWriter.Create(written)) //@near GB8108
            writer.WriteElementString("text", text);
        return written.ToString();
    }
}

public class Order
{
    public string? Number { get; set; }
}

internal sealed class Embedded : XmlResolver
{
    public override object? GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn) =>
        typeof(Embedded).Assembly.GetManifestResourceStream(absoluteUri.Segments[^1]);
}
