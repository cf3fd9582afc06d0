using System.Net;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Mvc;

namespace Shop.HonestXml;

public class ItemsController : ControllerBase
{
    [HttpPost]
    public void Element(string title, [FromServices] XmlWriter writer) => writer.WriteElementString("title", title); //@near GB8117

    [HttpPost]
    public void Attribute(string title, [FromServices] XmlWriter writer) => writer.WriteAttributeString("title", title); //@near GB8117

    [HttpPost]
    public void Text(string title, [FromServices] XmlElement item) => item.InnerText = title; //@near GB8117

    [HttpPost]
    public string Linq(string title) => new XElement("item", new XAttribute("title", title), new XText(title)).ToString(); //@near GB8117

    [HttpPost]
    public void Encoded(string title, [FromServices] XmlElement item) => item.InnerXml = "<title>" + WebUtility.HtmlEncode(title) + "</title>"; //@near GB8117

    [HttpPost]
    public void Name(string title, [FromServices] XmlWriter writer) => writer.WriteRaw("<" + XmlConvert.EncodeLocalName(title) + "/>"); //@near GB8117

    [HttpPost]
    public void Numbers(int count, Guid id, [FromServices] XmlElement item) => item.InnerXml = $"<item id=\"{id}\"><count>{count}</count></item>"; //@near GB8117

    [HttpPost]
    public void Bytes(byte[] content, [FromServices] XmlWriter writer) => writer.WriteRaw(Convert.ToBase64String(content)); //@near GB8117

    // It reads what was sent; nothing is put together.
    [HttpPost]
    public int Parsed([FromBody] string feed) => XDocument.Parse(feed).Descendants("item").Count(); //@near GB8117

    [HttpPost]
    public void Node(string title, [FromServices] XmlDocument feed) => feed.DocumentElement!.AppendChild(feed.CreateTextNode(title)); //@near GB8117
}
