#pragma warning disable RS0030 // The tests start a linter that others wrote: a judge of our document that is not ours. The product starts nothing.
using System.Diagnostics;
using System.Text.Json;
using Ghostbusters.Testing;

namespace Ghostbusters.Functions.Host.Tests.Running;

/// <summary>Spectral with its rules for OpenAPI, as installed by <c>npm ci --prefix tests/tools</c>.</summary>
internal static class Spectral
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>What it objects to, one line each.</summary>
    public static async Task<IReadOnlyList<string>> ComplaintsAsync(byte[] document)
    {
        var program = Repository.PathOf("tests/tools/node_modules/@stoplight/spectral-cli/dist/index.js");
        Assert.True(File.Exists(program), "Spectral is not installed. Run: npm ci --prefix tests/tools");
        var folder = Directory.CreateTempSubdirectory("ghostbusters-openapi-");
        try
        {
            var file = Path.Combine(folder.FullName, "openapi.json");
            await File.WriteAllBytesAsync(file, document);
            var start = new ProcessStartInfo("node", [program, "lint", file, "--ruleset", Repository.PathOf("tests/tools/spectral.yaml"), "--format", "json", "--quiet"]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync().WaitAsync(Limit);
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode is 0 or 1, $"Spectral ended with {process.ExitCode}.\n{output}\n{await errors}");
            using var verdict = JsonDocument.Parse(output);
            return [.. verdict.RootElement.EnumerateArray().Select(static found => $"{found.GetProperty("code")} {string.Join('/', found.GetProperty("path").EnumerateArray())}: {found.GetProperty("message")}")];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
