using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using Microsoft.AspNetCore.Mvc;

namespace Shop.XmlMembers;

public class FeedController : ControllerBase
{
    [HttpPost]
    public void Raw(string title, [FromServices] XmlWriter writer) => writer.WriteRaw("<title>" + title + "</title>"); //@true GB8117

    [HttpPost]
    public Task RawLater(string title, [FromServices] XmlWriter writer) => writer.WriteRawAsync($"<title>{title}</title>"); //@true GB8117

    [HttpPost]
    public void Fragment(string title, [FromServices] XmlDocument feed)
    {
        var fragment = feed.CreateDocumentFragment();
        fragment.InnerXml = "<title>" + title + "</title>"; //@true GB8117
        feed.DocumentElement!.AppendChild(fragment);
    }

    [HttpPost]
    public void Attribute(string title, [FromServices] XmlElement item) => item.InnerXml = "<link title=\"" + title + "\"/>"; //@true GB8117

    [HttpPost]
    public void Appended(string title, [FromServices] XmlDocument feed) => feed.CreateNavigator()!.AppendChild("<title>" + title + "</title>"); //@true GB8117

    [HttpPost]
    public void Prepended(string title, [FromServices] XPathNavigator navigator) => navigator.PrependChild("<title>" + title + "</title>"); //@true GB8117

    [HttpPost]
    public void Replaced(string title, [FromServices] XPathNavigator navigator) => navigator.OuterXml = "<title>" + title + "</title>"; //@true GB8117

    // Of five characters that matter it takes out one.
    [HttpPost]
    public void Half(string title, [FromServices] XmlElement item) => item.InnerXml = "<title>" + title.Replace(">", "&gt;") + "</title>"; //@true GB8117

    // Put together and then read: the elements are there by then.
    [HttpPost]
    public XDocument Parsed(string title) => XDocument.Parse("<item><title>" + title + "</title></item>"); //@true GB8117
}
