#pragma warning disable RS0030 // The tests run others' code on Node to judge ours with. The product starts nothing.
using System.Diagnostics;
using Ghostbusters.Testing;

namespace Ghostbusters.Infra.Judge;

/// <summary>A script of this repository that runs on Node, with the packages that <c>npm ci --prefix tests/tools</c> installs.</summary>
public static class NodeScript
{
    /// <summary>Where the packages are.</summary>
    public static string Packages { get; } = Repository.PathOf("tests/tools/node_modules");

    /// <summary>Runs a script to its end.</summary>
    /// <param name="script">Relative to the repository.</param>
    /// <param name="arguments">As the script takes them.</param>
    /// <returns>Exit code, and the lines of its output.</returns>
    /// <exception cref="InvalidOperationException">The packages are not installed.</exception>
    public static async Task<(int ExitCode, string[] Output, string Error)> RunAsync(string script, params string[] arguments)
    {
        if (!Directory.Exists(Path.Combine(Packages, "@pulumi")))
            throw new InvalidOperationException("The official SDK is not installed. Run: npm ci --prefix tests/tools");
        var start = new ProcessStartInfo("node", [Repository.PathOf(script), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries), await error);
    }
}
