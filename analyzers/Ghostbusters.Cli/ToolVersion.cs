using System.Globalization;
using System.Reflection;

namespace Ghostbusters.Cli;

/// <summary>Which tool this is.</summary>
internal static class ToolVersion
{
    /// <summary>The version, as <c>--version</c> prints it.</summary>
    public static string Text { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";

    /// <summary>Tells one build from another, so that a cache of another build is not believed.</summary>
    public static string Identity { get; } = string.Join(
        "|",
        new[] { "ghostbusters", "ghostbusters.exe", "ghostbusters.dll", "Ghostbusters.Engine.dll", "Ghostbusters.Analyzers.dll", "Ghostbusters.CodeFixes.dll" }
            .Select(static name => new FileInfo(Path.Combine(AppContext.BaseDirectory, name)))
            .Where(static file => file.Exists)
            .Select(static file => string.Create(CultureInfo.InvariantCulture, $"{file.Name}:{file.Length}:{file.LastWriteTimeUtc.Ticks}"))
            .Prepend(Text));
}
