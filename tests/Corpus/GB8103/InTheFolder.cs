using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Disk = System.IO.File;

namespace Shop.InTheFolder;

public enum Language
{
    German,
    English,
}

[ApiController]
public class FolderController : ControllerBase
{
    private const string Root = "/srv/files/";
    private static readonly string[] Pages = ["terms", "imprint"];
    private static readonly Dictionary<int, string> Names = new() { [1] = "a.pdf", [2] = "b.pdf" };
    private string _name = "default";

    [HttpGet("name")]
    public string FileName(string name) => Disk.ReadAllText(Path.Combine(Root, Path.GetFileName(name))); //@near GB8103

    [HttpPost("upload")]
    public void Upload(IFormFile file)
    {
        using var stream = Disk.Create(Path.Combine(Root, Path.GetFileName(file.FileName))); //@near GB8103
        file.CopyTo(stream);
    }

    [HttpPost("own-name")]
    public async Task OwnName(IFormFile file)
    {
        await using var stream = new FileStream(Root + Guid.NewGuid().ToString("N") + Path.GetExtension(file.FileName), FileMode.CreateNew); //@near GB8103
        await file.CopyToAsync(stream);
    }

    [HttpGet("compared")]
    public IActionResult Compared(string name)
    {
        var path = Path.GetFullPath(Path.Combine(Root, name));
        if (!path.StartsWith(Root, StringComparison.Ordinal))
            return BadRequest();
        return Ok(Disk.ReadAllText(path)); //@near GB8103
    }

    [HttpGet("method")]
    public IActionResult ComparedInAMethod(string name)
    {
        var path = Path.GetFullPath(Root + name);
        return IsInside(path) ? Ok(Disk.ReadAllText(path)) : NotFound(); //@near GB8103
    }

    private static bool IsInside(string path) => path.StartsWith(Root, StringComparison.Ordinal);

    [HttpGet("number")]
    public byte[] Number(int id) => Disk.ReadAllBytes(Root + id + ".png"); //@near GB8103

    [HttpGet("guid")]
    public byte[] Key(Guid id) => Disk.ReadAllBytes(Path.Combine(Root, id.ToString())); //@near GB8103

    [HttpGet("parsed")]
    public byte[] Parsed(string day) => Disk.ReadAllBytes(Root + DateOnly.Parse(day).ToString("yyyyMMdd")); //@near GB8103

    [HttpGet("enum")]
    public string OfEnum(Language language) => Disk.ReadAllText(Root + language + ".json"); //@near GB8103

    [HttpGet("known")]
    public IActionResult Known(string page)
    {
        if (Array.IndexOf(Pages, page) < 0)
            return NotFound();
        return Ok(Disk.ReadAllText(Root + page + ".html")); //@near GB8103
    }

    [HttpGet("contains")]
    public IActionResult Contained(string page) => Pages.Contains(page) ? Ok(Disk.ReadAllText(Root + page + ".html")) : NotFound(); //@near GB8103

    [HttpGet("table")]
    public IActionResult ByTable(int id) => Names.TryGetValue(id, out var name) ? Ok(Disk.ReadAllText(Root + name)) : NotFound(); //@near GB8103

    [HttpGet("switch")]
    public string BySwitch(string theme) => Disk.ReadAllText(Root + theme switch { "dark" => "dark.css", _ => "light.css" }); //@near GB8103

    [HttpGet("pattern")]
    public IActionResult Pattern(string name)
    {
        if (!Regex.IsMatch(name, "^[a-z0-9_]+$"))
            return BadRequest();
        return Ok(Disk.ReadAllText(Root + name + ".txt")); //@near GB8103
    }

    [HttpGet("letters")]
    public IActionResult Letters(string name)
    {
        if (!name.All(char.IsAsciiLetterOrDigit))
            return BadRequest();
        return Ok(Disk.ReadAllText(Root + name + ".txt")); //@near GB8103
    }

    [HttpPost("content")]
    public void WhatIsWritten(string text) => Disk.AppendAllText(Root + "guestbook.txt", text); //@near GB8103

    [HttpPost("overwritten")]
    public string Overwritten(string name)
    {
        _name = name;
        _name = "fixed";
        return Disk.ReadAllText(Root + _name); //@near GB8103
    }

    [HttpGet("hash")]
    public byte[] ByHash(string address)
    {
        var digest = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(address));
        return Disk.ReadAllBytes(Root + Convert.ToHexString(digest)); //@near GB8103
    }

    [HttpPost("other")]
    public void OtherMember(string title)
    {
        var note = new Note(title, "note.txt");
        Disk.WriteAllText(Root + note.File, note.Title); //@near GB8103
    }

    [HttpGet("tried")]
    public IActionResult Tried(string id)
    {
        if (!Guid.TryParse(id, out var key))
            return BadRequest();
        return Ok(Disk.ReadAllText(Root + key.ToString("N") + ".json")); //@near GB8103
    }

    [HttpGet("temp")]
    public string Temporary(string text)
    {
        var path = Path.GetTempFileName();
        Disk.WriteAllText(path, text); //@near GB8103
        return path;
    }

    [HttpGet("invalid")]
    public IActionResult NoSeparators(string name)
    {
        if (name.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0 || name.Contains("..", StringComparison.Ordinal))
            return BadRequest();
        return Ok(Disk.ReadAllText(Root + name)); //@near GB8103
    }

    [HttpGet("base64")]
    public string Encoded(string key) => Disk.ReadAllText(Root + Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(key))); //@near GB8103

    [HttpGet("pattern-of-names")]
    public string[] FixedFolder(string ending) => Directory.GetFiles(Root, "*." + (ending == "pdf" ? "pdf" : "txt")); //@near GB8103
}

public sealed record Note(string Title, string File);
