using System.Net;
using System.Net.Sockets;
using System.Xml;
using System.Xml.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Resolving;

[ApiController]
public class ImportController(HttpClient client) : ControllerBase
{
    private static readonly XmlReaderSettings Shared = new() { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() };
    private readonly XmlUrlResolver _resolver = new();
    private readonly XmlDocument _document = new() { XmlResolver = new XmlUrlResolver() };
    private string _text = "";

    [HttpPost("document")]
    public string Document([FromBody] string xml)
    {
        var document = new XmlDocument { XmlResolver = new XmlUrlResolver() };
        document.LoadXml(xml); //@true GB8108
        return document.InnerText;
    }

    [HttpPost("later")]
    public string ResolverSetLater()
    {
        var document = new XmlDocument();
        document.PreserveWhitespace = true;
        document.XmlResolver = new XmlUrlResolver();
        document.Load(Request.Body); //@true GB8108
        return document.InnerText;
    }

    [HttpPost("field")]
    public string DocumentInAField([FromBody] string xml)
    {
        _document.LoadXml(xml); //@true GB8108
        return _document.InnerText;
    }

    [HttpPost("resolver-field")]
    public string ResolverInAField([FromBody] string xml)
    {
        var document = new XmlDocument { XmlResolver = _resolver };
        document.LoadXml(xml); //@true GB8108
        return document.InnerText;
    }

    [HttpPost("reader")]
    public string Reader([FromBody] string xml)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() };
        using var reader = XmlReader.Create(new StringReader(xml), settings); //@true GB8108
        reader.MoveToContent();
        return reader.ReadInnerXml();
    }

    [HttpPost("set-one-by-one")]
    public async Task<string> SetOneByOne(IFormFile file)
    {
        var settings = new XmlReaderSettings();
        settings.Async = true;
        settings.DtdProcessing = DtdProcessing.Parse;
        settings.XmlResolver = _resolver;
        await using var stream = file.OpenReadStream();
        using var reader = XmlReader.Create(stream, settings); //@true GB8108
        await reader.MoveToContentAsync();
        return reader.Name;
    }

    [HttpPost("shared")]
    public string SharedSettings([FromBody] string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), Shared); //@true GB8108
        return reader.ReadOuterXml();
    }

    [HttpPost("method")]
    public string SettingsOfAMethod([FromBody] string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), Settings()); //@true GB8108
        return reader.ReadOuterXml();
    }

    private static XmlReaderSettings Settings()
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, MaxCharactersFromEntities = 1024 };
        settings.XmlResolver = new XmlUrlResolver();
        return settings;
    }

    [HttpPost("text-reader")]
    public string TextReader([FromBody] string xml)
    {
        using var reader = new XmlTextReader(new StringReader(xml)) { XmlResolver = new XmlUrlResolver() }; //@true GB8108
        reader.MoveToContent();
        return reader.Name;
    }

    [HttpPost("text-reader-later")]
    public string TextReaderSetLater()
    {
        var reader = new XmlTextReader(Request.Body); //@true GB8108
        reader.DtdProcessing = DtdProcessing.Parse;
        reader.XmlResolver = new XmlUrlResolver();
        reader.MoveToContent();
        return reader.Name;
    }

    [HttpPost("file-system")]
    public string OfTheFileSystem([FromBody] string xml)
    {
        var document = new XmlDocument { XmlResolver = XmlResolver.FileSystemResolver };
        document.LoadXml(xml); //@true GB8108
        return document.InnerText;
    }

    // A limit on size is no limit on where it fetches from.
    [HttpPost("limited")]
    public string Limited([FromBody] string xml)
    {
        if (xml.Length > 10_000)
            return "";
        using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings //@true GB8108
        {
            DtdProcessing = DtdProcessing.Parse,
            MaxCharactersInDocument = 10_000,
            XmlResolver = new XmlUrlResolver(),
        });
        return reader.ReadOuterXml();
    }

    // Credentials for the proxy: it fetches all the more.
    [HttpPost("credentials")]
    public string WithCredentials([FromBody] string xml)
    {
        var resolver = new XmlUrlResolver { Credentials = CredentialCache.DefaultCredentials };
        var document = new XmlDocument { XmlResolver = resolver };
        document.LoadXml(xml); //@true GB8108
        return document.InnerText;
    }

    [HttpPost("kept")]
    public string ThroughAField([FromBody] string xml)
    {
        _text = xml.Trim();
        return Parse();
    }

    private string Parse()
    {
        var document = new XmlDocument { XmlResolver = new XmlUrlResolver() };
        document.LoadXml(_text); //@true GB8108
        return document.InnerText;
    }

    [HttpPost("serializer")]
    public object? BeforeASerializer([FromBody] string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() }); //@true GB8108
        return new XmlSerializer(typeof(Invoice)).Deserialize(reader);
    }

    // Another server's answer: whoever runs it writes it.
    [HttpPost("feed")]
    public async Task<string> Feed()
    {
        var feed = await client.GetStringAsync("https://feeds.example.org/all.xml");
        var document = new XmlDocument { XmlResolver = new XmlUrlResolver() };
        document.LoadXml(feed); //@true GB8108
        return document.InnerText;
    }

    [HttpPost("many")]
    public int Many([FromBody] List<string> parts)
    {
        var count = 0;
        foreach (var part in parts)
        {
            var document = new XmlDocument { XmlResolver = new XmlUrlResolver() };
            document.LoadXml("<part>" + part + "</part>"); //@true GB8108
            count += document.DocumentElement!.ChildNodes.Count;
        }

        return count;
    }

    [HttpPost("async")]
    public async Task<string> Async()
    {
        using var body = new StreamReader(Request.Body);
        var document = new XmlDocument { XmlResolver = new XmlUrlResolver() };
        document.LoadXml(await body.ReadToEndAsync()); //@true GB8108
        return document.InnerText;
    }
}

public class Invoice
{
    public string? Number { get; set; }
}

internal sealed class Receiver
{
    public void Receive(TcpClient client)
    {
        var document = new XmlDocument();
        document.XmlResolver = new XmlUrlResolver();
        document.Load(client.GetStream()); //@true GB8108
    }
}

internal static class Converter
{
    public static int Main()
    {
        var document = new XmlDocument { XmlResolver = new XmlUrlResolver() };
        document.LoadXml(Console.In.ReadToEnd()); //@true GB8108
        return document.ChildNodes.Count;
    }
}

public static class Routes
{
    public static void Map(WebApplication app) =>
        app.MapPost("/xml", (HttpRequest request) =>
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() };
            using var reader = XmlReader.Create(request.Body, settings); //@true GB8108
            return Results.Ok(reader.Read());
        });
}

internal sealed class Parser
{
    private readonly XmlResolver _resolver;

    public Parser() => _resolver = new XmlUrlResolver();

    // The resolver is made in the constructor.
    public string Parse(HttpRequest request)
    {
        var document = new XmlDocument { XmlResolver = _resolver };
        document.Load(request.Body); //@true GB8108
        return document.InnerText;
    }

    // The settings are handed over by a method that other code calls.
    public static string ParseWith(HttpRequest request) => Read(request.Body, new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() });

    private static string Read(Stream body, XmlReaderSettings settings)
    {
        using var reader = XmlReader.Create(body, settings); //@true GB8108
        return reader.ReadOuterXml();
    }
}
