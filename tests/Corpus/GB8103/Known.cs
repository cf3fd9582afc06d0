using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using Disk = System.IO.File;

namespace Shop.Known;

public sealed record Store(string Key, Type Shape);

public sealed record Tuner(string Kind, string Place);

[ApiController]
[Route("settings")]
public class SettingsController(Store[] stores, List<Store> more, IConfiguration configuration) : ControllerBase
{
    private const string Root = "/srv/settings";

    private static readonly char[] Invalid = ['"', '<', '>', '|', ':', '*', '?', '\\', '/'];

    // Throws where no store has the key.
    [HttpGet("first")]
    public string First(string key)
    {
        var store = more.First(s => string.Equals(s.Key, key, StringComparison.OrdinalIgnoreCase));
        Console.WriteLine(store.Shape);
        return Disk.ReadAllText(Path.Combine(Root, key + ".xml")); //@near GB8103
    }

    [HttpGet("found")]
    public IActionResult Found(string key)
    {
        var store = Array.Find(stores, s => s.Key == key);
        if (store is null)
            return NotFound();
        return Ok(Disk.ReadAllText(Path.Combine(Root, key + ".xml"))); //@near GB8103
    }

    [HttpGet("default")]
    public IActionResult OrDefault(string key) => more.FirstOrDefault(s => s.Key == key) is { }
        ? Ok(Disk.ReadAllText(Path.Combine(Root, key + ".xml"))) //@near GB8103
        : NotFound();

    [HttpGet("thrown")]
    public string Thrown(string key)
    {
        _ = more.SingleOrDefault(s => s.Key.Equals(key, StringComparison.Ordinal)) ?? throw new KeyNotFoundException(key);
        return Disk.ReadAllText(Path.Combine(Root, key)); //@near GB8103
    }

    // What was found says something of the kind, and nothing of the place.
    [HttpPost("kind")]
    public string Kind(Tuner tuner)
    {
        var store = more.FirstOrDefault(s => s.Key == tuner.Kind) ?? throw new KeyNotFoundException(tuner.Kind);
        return store.Key + Disk.ReadAllText(Path.Combine(Root, tuner.Place)); //@true GB8103
    }

    // Nobody looks at what was found.
    [HttpGet("ignored")]
    public string Ignored(string key)
    {
        var store = more.FirstOrDefault(s => s.Key == key);
        return store?.Shape + Disk.ReadAllText(Path.Combine(Root, key)); //@true GB8103
    }

    // Found means that it is known; the other way round it is anything else.
    [HttpGet("unknown")]
    public IActionResult Unknown(string key)
    {
        if (more.Find(s => s.Key == key) is not null)
            return Conflict();
        return Ok(Disk.ReadAllText(Path.Combine(Root, key))); //@true GB8103
    }

    // Any store but this one says nothing of it.
    [HttpGet("others")]
    public string Others(string key)
    {
        var other = more.First(s => s.Key != key);
        return other.Key + Disk.ReadAllText(Path.Combine(Root, key)); //@true GB8103
    }

    [HttpPost("playlist")]
    public void Playlist(string name) => Directory.CreateDirectory(Path.Combine(Root, Cleaned(name))); //@near GB8103

    private static string Cleaned(string name)
    {
        var first = name.IndexOfAny(Invalid);
        return first < 0 ? name : string.Create(name.Length, name, static (characters, text) =>
        {
            text.AsSpan().CopyTo(characters);
            for (var i = 0; i < characters.Length; i++)
            {
                if (Array.IndexOf(Invalid, characters[i]) >= 0)
                    characters[i] = ' ';
            }
        });
    }

    // The separators are made alike, and stay.
    [HttpPost("alike")]
    public void Alike(string name) => Directory.CreateDirectory(Path.Combine(Root, Normalized(name))); //@true GB8103

    private static string Normalized(string name) => name.Replace('\\', '/');

    [HttpGet("annotated")]
    public string Annotated([RegularExpression("[a-z]{1,20}")] string theme) => Disk.ReadAllText(Path.Combine(Root, theme + ".css")); //@near GB8103

    [HttpGet("wide")]
    public string WideAnnotation([RegularExpression(".{1,20}")] string theme) => Disk.ReadAllText(Path.Combine(Root, theme + ".css")); //@true GB8103

    // Whoever runs the program names the folder, all of it.
    [HttpPost("cache")]
    public void Cache() => Directory.CreateDirectory(configuration["Cache:Folder"] ?? "/tmp/cache"); //@near GB8103

    [HttpPost("marker")]
    public void Marker() => Disk.WriteAllText(Path.Combine(configuration["Cache:Folder"] ?? "/tmp/cache", "marker"), "here"); //@near GB8103

    // What is put together beside the folder is not of the setting.
    [HttpPost("beside")]
    public void Beside(int id)
    {
        var folder = configuration["Cache:Folder"] ?? "/tmp/cache";
        Disk.WriteAllText(Path.Combine(folder, id + ".txt"), "made on " + DateTime.UtcNow); //@near GB8103
    }

    [HttpPost("tenant")]
    public void Tenant() => Directory.CreateDirectory(Path.Combine(Root, configuration["Tenant"] ?? "none")); //@true GB8103

    // A form that takes a folder's path says whether it is there.
    [HttpPost("folder")]
    public IActionResult Folder(string folder) => Directory.Exists(folder) ? Ok() : NotFound(); //@near GB8103

    [HttpPost("there")]
    public IActionResult There(string name) => Directory.Exists(Path.Combine(Root, name)) ? Ok() : NotFound(); //@true GB8103

    // The file is written, and nothing is read from it.
    [HttpPost("written")]
    public void Written()
    {
        using var stream = new FileStream(Path.Combine(Root, "last.txt"), FileMode.Create, FileAccess.Write);
        using var writer = new StreamWriter(stream);
        writer.Write("now");
        Disk.SetAttributes(Path.Combine(Root, Path.Combine("a", stream.Name)), FileAttributes.Normal); //@near GB8103
    }

    // A segment of an address has no separator in it.
    [HttpPost("segment")]
    public void Segment(string address) => Disk.Delete(Path.Combine(Root, new Uri(address).Segments[^1])); //@near GB8103
}

// Nothing validates here before the action asks.
public class PagesController : Controller
{
    public string Annotated([RegularExpression("[a-z]{1,20}")] string theme) => Disk.ReadAllText("/srv/pages/" + theme); //@true GB8103
}
