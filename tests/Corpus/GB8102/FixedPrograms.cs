using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Shop.FixedPrograms;

public enum Quality
{
    Low,
    High,
}

[ApiController]
public class FixedController : ControllerBase
{
    private static readonly Dictionary<string, string> Tools = new() { ["text"] = "pdftotext", ["image"] = "pdftoppm" };
    private static readonly string[] Branches = ["main", "stable"];
    private const string DefaultTool = "pdftotext";
    private string _tool = DefaultTool;

    [HttpPost("list")]
    public void ArgumentList(string file)
    {
        var start = new ProcessStartInfo("convert");
        start.ArgumentList.Add("--");
        start.ArgumentList.Add(file);
        using var process = Process.Start(start); //@near GB8102
    }

    [HttpPost("list-initializer")]
    public void ArgumentListInInitializer(string file)
    {
        using var process = Process.Start(new ProcessStartInfo("convert") { ArgumentList = { "--", file } }); //@near GB8102
    }

    [HttpPost("sequence")]
    public void SequenceOfArguments(string file)
    {
        using var process = Process.Start("convert", ["--", file, "out.png"]); //@near GB8102
    }

    [HttpPost("number")]
    public void Number(int page) => Process.Start("pdftoppm", "-f " + page + " in.pdf"); //@near GB8102

    [HttpPost("parsed")]
    public void Parsed(string width) => Process.Start("convert", "-resize " + int.Parse(width, CultureInfo.InvariantCulture)); //@near GB8102

    [HttpPost("guid")]
    public void ByKey(Guid order) => Process.Start("print", $"{order}.pdf"); //@near GB8102

    [HttpPost("enum")]
    public void OfEnum(Quality quality) => Process.Start("convert", "-quality " + quality); //@near GB8102

    [HttpPost("table")]
    public IActionResult ByTable(string kind)
    {
        if (!Tools.TryGetValue(kind, out var tool))
            return NotFound();
        Process.Start(tool, "in.pdf"); //@near GB8102
        return Accepted();
    }

    [HttpPost("switch")]
    public void BySwitch(string kind)
    {
        var options = kind switch { "fast" => "-q", "slow" => "-v", _ => "" };
        Process.Start("build", options); //@near GB8102
    }

    [HttpPost("branch")]
    public IActionResult KnownBranch(string branch)
    {
        if (!Branches.Contains(branch))
            return BadRequest();
        Process.Start("git", "checkout " + branch); //@near GB8102
        return Accepted();
    }

    [HttpPost("equal")]
    public void ComparedWithOne(string tool)
    {
        if (tool == "pdftotext")
            Process.Start(tool, "in.pdf"); //@near GB8102
    }

    [HttpPost("pattern")]
    public IActionResult Pattern(string container)
    {
        if (!Regex.IsMatch(container, "\\A[a-z0-9]+\\z"))
            return BadRequest();
        Process.Start("docker", "restart " + container); //@near GB8102
        return Accepted();
    }

    // A line end at the end is let through by `$`, and harms no command line.
    [HttpPost("pattern-dollar")]
    public IActionResult PatternWithDollar(string container)
    {
        if (!Regex.IsMatch(container, "^[a-z0-9]+$"))
            return BadRequest();
        Process.Start("docker", "stop " + container); //@near GB8102
        return Accepted();
    }

    [HttpPost("input")]
    public void StandardInput(string text)
    {
        using var process = Process.Start(new ProcessStartInfo("sort") { RedirectStandardInput = true })!; //@near GB8102
        process.StandardInput.Write(text);
        process.StandardInput.Close();
    }

    [HttpPost("variable")]
    public void ToTheEnvironment(string author)
    {
        var start = new ProcessStartInfo("git", "commit -m update");
        start.Environment["GIT_AUTHOR_NAME"] = author;
        Process.Start(start); //@near GB8102
    }

    [HttpPost("file")]
    public void ByAFile(string text)
    {
        System.IO.File.WriteAllText("/tmp/input.txt", text);
        Process.Start("sort", "/tmp/input.txt"); //@near GB8102
    }

    [HttpPost("overwritten")]
    public void Overwritten(string tool)
    {
        _tool = tool;
        _tool = DefaultTool;
        Process.Start(_tool, "in.pdf"); //@near GB8102
    }

    [HttpPost("other")]
    public void OtherMember(string title)
    {
        var task = new Step(title, "make");
        Console.WriteLine(task.Title);
        Process.Start(task.Program, "all"); //@near GB8102
    }

    [HttpPost("letters")]
    public IActionResult Letters(string name)
    {
        if (name.Any(c => !char.IsAsciiLetterOrDigit(c)))
            return BadRequest();
        Process.Start("useradd", name); //@near GB8102
        return Accepted();
    }

    [HttpPost("hash")]
    public void Hashed(string text)
    {
        var digest = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
        Process.Start("cache", "warm " + digest); //@near GB8102
    }

    [HttpPost("length")]
    public void OnlyItsLength(string text) => Process.Start("progress", "--of " + text.Length); //@near GB8102

    [HttpPost("kill")]
    public void ById(string id)
    {
        if (int.TryParse(id, out var number))
            Process.GetProcessById(number).Kill(); //@near GB8102
    }

    [HttpPost("itself")]
    public void Itself(bool verbose)
    {
        var line = verbose ? "--verbose" : "--quiet";
        Process.Start(Environment.ProcessPath!, line); //@near GB8102
    }
}

public sealed record Step(string Title, string Program);
