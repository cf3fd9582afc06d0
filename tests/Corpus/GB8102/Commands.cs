using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;

namespace Shop.Tools;

[ApiController]
public class ToolsController : ControllerBase
{
    private string? _tool;

    [HttpPost("run")]
    public void Run(string program) => Process.Start(program); //@true GB8102

    [HttpPost("arguments")]
    public void Arguments(string file) => Process.Start("convert", "-resize 50% " + file + " small.png"); //@true GB8102

    [HttpPost("shell")]
    public string Shell(string host)
    {
        var start = new ProcessStartInfo
        {
            FileName = "/bin/sh",
            Arguments = $"-c \"ping -c 1 {host}\"",
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!; //@true GB8102
        return process.StandardOutput.ReadToEnd();
    }

    // Quotes do not help: the text may hold one.
    [HttpPost("quoted")]
    public void Quoted(string file) => Process.Start("tar", "xf \"" + file + "\""); //@true GB8102

    [HttpPost("constructor")]
    public void Constructor([FromForm] string branch)
    {
        var start = new ProcessStartInfo("git", "checkout " + branch);
        Process.Start(start); //@true GB8102
    }

    [HttpPost("later")]
    public void SetLater()
    {
        var start = new ProcessStartInfo("git");
        if (Request.Query.TryGetValue("args", out var args))
            start.Arguments = args.ToString();
        Process.Start(start); //@true GB8102
    }

    [HttpPost("property")]
    public void OfTheProcess(string text)
    {
        using var process = new Process();
        process.StartInfo.FileName = "espeak";
        process.StartInfo.Arguments = text.Replace("\n", " ", StringComparison.Ordinal);
        process.Start(); //@true GB8102
    }

    // Takes out one character of many.
    [HttpPost("semicolon")]
    public void WithoutSemicolons(string file) => Process.Start("sh", "-c \"cat " + file.Replace(";", "", StringComparison.Ordinal) + "\""); //@true GB8102

    [HttpPost("denied")]
    public IActionResult Denied(string command)
    {
        if (command.Contains("rm ", StringComparison.Ordinal))
            return Forbid();
        Process.Start("bash", "-c \"" + command + "\""); //@true GB8102
        return Accepted();
    }

    [HttpPost("field")]
    public void ThroughAField(string tool)
    {
        _tool = tool;
        StartTool();
    }

    private void StartTool()
    {
        if (_tool is not null)
            Process.Start(_tool); //@true GB8102
    }

    [HttpPost("builder")]
    public void BuiltUp([FromQuery] string[] files)
    {
        var line = new StringBuilder("-q archive.zip");
        foreach (var file in files)
            line.Append(' ').Append(file);
        Process.Start("zip", line.ToString()); //@true GB8102
    }

    [HttpPost("linq")]
    public void ByLinq([FromQuery] string[] files)
    {
        var line = files.Where(f => f.Length > 0).Select(f => "\"" + f + "\"").Aggregate("-q", (all, f) => all + " " + f);
        Process.Start("zip", line); //@true GB8102
    }

    [HttpPost("job")]
    public void FromABody([FromBody] Job job) => job.Start();

    [HttpPost("array")]
    public void InAnArray(string url)
    {
        var parts = new[] { "--output", "page.html", url };
        Process.Start("curl", string.Join(' ', parts)); //@true GB8102
    }

    // The ending is checked, the rest is not.
    [HttpPost("ending")]
    public void EndingOnly(string file)
    {
        if (!file.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException("no PDF", nameof(file));
        Process.Start("pdftotext", file); //@true GB8102
    }

    [HttpPost("visual-basic")]
    public int VisualBasic(string program) => Microsoft.VisualBasic.Interaction.Shell(program); //@true GB8102

    [HttpPost("pair")]
    public void ByDeconstruction(string line)
    {
        var (program, options) = Split(line);
        Process.Start(program, options); //@true GB8102
    }

    private static (string Program, string Options) Split(string line)
    {
        var at = line.IndexOf(' ', StringComparison.Ordinal);
        return at < 0 ? (line, "") : (line[..at], line[(at + 1)..]);
    }
}

public sealed record Job(string Program, string Options)
{
    public void Start()
    {
        var start = new ProcessStartInfo { FileName = "nice" };
        start.Arguments = "-n 10 worker " + Options;
        Process.Start(start); //@true GB8102
    }
}

public class ConsoleHub : Hub
{
    public async Task Execute(string command)
    {
        using var process = Process.Start("bash", "-c " + command); //@true GB8102
        await process.WaitForExitAsync();
    }
}

public static class Routes
{
    public static void Map(WebApplication app) =>
        app.MapPost("/thumb", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            var name = await reader.ReadToEndAsync();
            Process.Start("convert", name); //@true GB8102
        });
}

internal sealed class CommandServer
{
    private readonly BlockingCollection<string> _lines = new();

    public void Serve(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream());
        while (reader.ReadLine() is { } line)
            Execute(line);
        _lines.CompleteAdding();
    }

    private static void Execute(string line) => Process.Start("sh", "-c " + line); //@true GB8102
}

internal static class EditorOfTheUser
{
    public static void Open()
    {
        var editor = Environment.GetEnvironmentVariable("EDITOR");
        if (editor is { Length: > 0 })
            Process.Start(editor, "notes.txt"); //@true GB8102
    }
}
