using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using Microsoft.AspNetCore.Mvc;

namespace Shop.FixedExpressions;

public enum Size
{
    Small,
    Large,
}

[ApiController]
public class FixedController(XmlDocument catalog, XDocument tree, XPathNavigator navigator) : ControllerBase
{
    private const string All = "//item";
    private static readonly string[] Attributes = ["name", "color"];
    private static readonly Dictionary<string, string> Paths = new() { ["items"] = "//item", ["groups"] = "//group" };
    private string _path = All;

    [HttpGet("in-code")]
    public bool ComparedInCode(string name)
    {
        foreach (XmlElement item in catalog.SelectNodes("//item")!) //@near GB8107
        {
            if (item.GetAttribute("name") == name)
                return true;
        }

        return false;
    }

    [HttpGet("linq")]
    public bool ByLinq(string name) => tree.Descendants("item").Any(i => (string?)i.Attribute("name") == name); //@near GB8107

    [HttpGet("after")]
    public int FilteredAfterwards(string name) => tree.XPathSelectElements("//item").Count(i => i.Value == name); //@near GB8107

    [HttpGet("number")]
    public bool Number(int id) => catalog.SelectSingleNode("//item[@id='" + id + "']") is not null; //@near GB8107

    [HttpGet("guid")]
    public bool Key(Guid id) => catalog.SelectSingleNode($"//item[@key='{id}']") is not null; //@near GB8107

    [HttpGet("parsed")]
    public bool Parsed(string price) => catalog.SelectSingleNode("//item[price < " + decimal.Parse(price, CultureInfo.InvariantCulture) + "]") is not null; //@near GB8107

    [HttpGet("enum")]
    public bool OfEnum(Size size) => catalog.SelectSingleNode("//item[@size='" + size + "']") is not null; //@near GB8107

    [HttpGet("enum-parsed")]
    public IActionResult EnumParsed(string size)
    {
        if (!Enum.TryParse<Size>(size, out var known))
            return BadRequest();
        return Ok(catalog.SelectNodes("//item[@size='" + known + "']")!.Count); //@near GB8107
    }

    [HttpGet("pattern")]
    public IActionResult Pattern(string name)
    {
        if (!Regex.IsMatch(name, "^[a-z0-9]{1,30}$"))
            return BadRequest();
        return Ok(catalog.SelectNodes("//item[@name='" + name + "']")!.Count); //@near GB8107
    }

    [HttpGet("letters")]
    public IActionResult Letters(string name)
    {
        if (!name.All(char.IsAsciiLetterOrDigit))
            return BadRequest();
        return Ok(navigator.Select("//item[@name='" + name + "']").Count); //@near GB8107
    }

    [HttpGet("stripped")]
    public int Stripped(string name) => catalog.SelectNodes("//item[@name='" + Regex.Replace(name, "[^a-zA-Z0-9]", "") + "']")!.Count; //@near GB8107

    [HttpGet("known")]
    public IActionResult Known(string attribute)
    {
        if (!Attributes.Contains(attribute))
            return BadRequest();
        return Ok(navigator.Select("//item/@" + attribute).Count); //@near GB8107
    }

    [HttpGet("table")]
    public IActionResult ByTable(string what) => Paths.TryGetValue(what, out var path) ? Ok(navigator.Select(path).Count) : NotFound(); //@near GB8107

    [HttpGet("switch")]
    public int BySwitch(string what) => catalog.SelectNodes(what switch { "items" => "//item", _ => "//group" })!.Count; //@near GB8107

    [HttpGet("compared")]
    public IActionResult Compared(string color)
    {
        if (color is not "red" and not "blue")
            return NotFound();
        return Ok(catalog.SelectNodes("//item[@color='" + color + "']")!.Count); //@near GB8107
    }

    [HttpGet("verified")]
    public int Verified(string tag) => catalog.SelectNodes("//" + XmlConvert.VerifyNCName(tag))!.Count; //@near GB8107

    [HttpGet("overwritten")]
    public int Overwritten(string path)
    {
        _path = path;
        _path = All;
        return catalog.SelectNodes(_path)!.Count; //@near GB8107
    }

    [HttpGet("other")]
    public int OtherMember(string title)
    {
        var saved = new Saved(title, "//item");
        return catalog.SelectNodes(saved.Path)!.Count; //@near GB8107
    }

    [HttpGet("length")]
    public bool OnlyItsLength(string text) => catalog.SelectSingleNode("//item[string-length(@name) = " + text.Length + "]") is not null; //@near GB8107

    [HttpGet("by-tag")]
    public int ByTagName(string name) => catalog.GetElementsByTagName(name).Count; //@near GB8107

    [HttpGet("dead")]
    public int Dead(string path)
    {
        const bool isRaw = false;
        return catalog.SelectNodes(isRaw ? path : All)!.Count; //@near GB8107
    }

    [HttpPost("written")]
    public void WhatIsWritten(string text) => catalog.SelectSingleNode("/catalog/note")!.InnerText = text; //@near GB8107

    [HttpGet("date")]
    public bool Day(DateOnly day) => tree.XPathSelectElement($"//item[@day='{day:yyyy-MM-dd}']") is not null; //@near GB8107
}

public sealed record Saved(string Title, string Path);
