using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;

namespace Shop.HonestPaths;

public class CodecsController(IConfiguration configuration) : ControllerBase
{
    [HttpPost]
    public object Own() => Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "Shop.Codecs.dll")); //@near GB8116

    [HttpPost]
    public object FromTable(int codec) => NativeLibrary.Load(codec == 1 ? "jpeg" : "webp"); //@near GB8116

    // Whoever configures the program says where its libraries lie.
    [HttpPost]
    public object Configured() => NativeLibrary.Load(configuration["Shop:Codec"]!); //@near GB8116

    [HttpPost]
    public object Numbered(int version) => Assembly.LoadFrom("codecs/v" + version + ".dll"); //@near GB8116

    // The text is handed to the program; where it is looked for is fixed.
    [HttpPost]
    public object Argument(string file) => new ProcessStartInfo("/usr/bin/convert") { WorkingDirectory = "/var/work", ArgumentList = { file } }; //@near GB8116

    [HttpPost]
    public void Home() => Directory.SetCurrentDirectory(AppContext.BaseDirectory); //@near GB8116

    [HttpPost]
    public object? Compared(string codec) => codec == "jpeg" ? NativeLibrary.Load(codec) : null; //@near GB8116

    [HttpPost]
    public bool Asked(string codec) => typeof(CodecsController).Assembly.GetManifestResourceNames().Contains(codec); //@near GB8116

    // Other variables name no folder of programs.
    [HttpPost]
    public void Language(string language) => Environment.SetEnvironmentVariable("LANG", language); //@near GB8116 @true GB8115
}

// A tool that others call is told where to work.
public static class Git
{
    public static ProcessStartInfo Status(string folder) => new("git") { WorkingDirectory = folder }; //@near GB8116
}
