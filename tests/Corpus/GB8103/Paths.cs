using System.IO.Compression;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Disk = System.IO.File;

namespace Shop.Files;

[ApiController]
[Route("files")]
public class FilesController(IWebHostEnvironment environment) : ControllerBase
{
    private readonly string _root = "/srv/files";

    // A rooted second part replaces the first one.
    [HttpGet("combine")]
    public IActionResult Combine(string name) => Ok(Disk.ReadAllText(Path.Combine(_root, name))); //@true GB8103

    [HttpGet("slash")]
    public byte[] Slash(string name) => Disk.ReadAllBytes("/srv/files/" + name); //@true GB8103

    [HttpDelete("interpolated")]
    public void Interpolated(string tenant, int id) => Disk.Delete($"/srv/{tenant}/{id}.json"); //@true GB8103

    [HttpPost("upload")]
    public async Task Upload(IFormFile file)
    {
        var path = Path.Combine(environment.ContentRootPath, "uploads", file.FileName);
        await using var stream = new FileStream(path, FileMode.Create); //@true GB8103
        await file.CopyToAsync(stream);
    }

    // Takes out `../` once: `....//` leaves one.
    [HttpGet("replaced")]
    public string Replaced(string name) => Disk.ReadAllText(Path.Combine(_root, name.Replace("../", "", StringComparison.Ordinal))); //@true GB8103

    [HttpGet("ending")]
    public IActionResult EndingOnly(string name)
    {
        if (!name.EndsWith(".txt", StringComparison.Ordinal))
            return BadRequest();
        return Ok(Disk.ReadAllText(Path.Combine(_root, name))); //@true GB8103
    }

    // The folder of the name is made, and never compared.
    [HttpPost("folder")]
    public void Folder(string name)
    {
        var path = Path.GetFullPath(Path.Combine(_root, name));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); //@true GB8103
        Disk.WriteAllText(path, "{}"); //@true GB8103
    }

    [HttpPost("move")]
    public void Move(string from) => Disk.Move(Path.Join(_root, from), Path.Join(_root, "archive", "moved")); //@true GB8103

    [HttpGet("list")]
    public string[] List([FromQuery] string folder) => Directory.GetFiles(Path.Combine(_root, folder), "*.pdf"); //@true GB8103

    [HttpGet("physical")]
    public IActionResult Physical(string name) => PhysicalFile(Path.Combine(environment.WebRootPath, name), "image/png"); //@true GB8103

    [HttpGet("reader")]
    public async Task<string> Reader()
    {
        var name = Request.Query["name"].FirstOrDefault() ?? "index";
        using var reader = new StreamReader(Path.Combine(_root, name)); //@true GB8103
        return await reader.ReadToEndAsync();
    }

    [HttpGet("info")]
    public void Info(string name)
    {
        var file = new FileInfo(Path.Combine(_root, "template.txt"));
        file.CopyTo(Path.Combine(_root, name)); //@true GB8103
    }

    [HttpGet("zip")]
    public void Zip(string name)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(_root, name)); //@true GB8103
        Console.WriteLine(archive.Entries.Count);
    }

    // Checked that it is there: that is what an attacker wants, too.
    [HttpGet("exists")]
    public IActionResult Exists(string name)
    {
        var path = Path.Combine(_root, name);
        if (!Disk.Exists(path))
            return NotFound();
        return File(Disk.OpenRead(path), "application/pdf"); //@true GB8103
    }

    [HttpGet("field")]
    public string ByAStore(string name) => new Store(_root).Read(name);

    [HttpGet("lines")]
    public async IAsyncEnumerable<string> Lines(string name)
    {
        await foreach (var line in Disk.ReadLinesAsync(Resolve(name))) //@true GB8103
            yield return line;
    }

    private string Resolve(string name) => Path.Combine(_root, name.TrimStart('/'));

    [HttpPost("cookie")]
    public void FromACookie()
    {
        var theme = Request.Cookies["theme"];
        if (!string.IsNullOrEmpty(theme))
            Disk.ReadAllText("/srv/themes/" + theme + ".css"); //@true GB8103
    }

    [HttpPost("nested")]
    public void Nested([FromBody] Export export)
    {
        foreach (var part in export.Parts)
            Disk.AppendAllText(Path.Combine(_root, part.File), part.Text); //@true GB8103
    }

    // Compared with the folder after the file was written.
    [HttpPost("late")]
    public IActionResult Late(string name)
    {
        var path = Path.GetFullPath(Path.Combine(_root, name));
        Disk.WriteAllText(path, ""); //@true GB8103
        return path.StartsWith(_root, StringComparison.Ordinal) ? Ok() : BadRequest();
    }
}

public sealed record Export(List<Part> Parts);

public sealed record Part(string File, string Text);

internal sealed class Store(string root)
{
    public string Read(string name) => Disk.ReadAllText(PathOf(name)); //@true GB8103

    private string PathOf(string name) => root + Path.DirectorySeparatorChar + name;
}

public class DownloadModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    public IActionResult OnGet() => PhysicalFile("/srv/downloads/" + Name, "application/octet-stream"); //@true GB8103
}

public static class Routes
{
    public static void Map(WebApplication app) =>
        app.MapGet("/raw/{**path}", (string path) => Results.File(Disk.ReadAllBytes(Path.Combine("/srv/raw", path)))); //@true GB8103
}

internal static class Tool
{
    public static int Main(string[] args)
    {
        if (args is not [var input, ..])
            return 1;
        Console.WriteLine(Disk.ReadAllText(input).Length); //@true GB8103
        return 0;
    }
}
