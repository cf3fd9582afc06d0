#pragma warning disable RS0030 // The tests start Microsoft's validator: a judge of our SARIF that is not ours. The product starts nothing.
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Ghostbusters.Testing;

namespace Ghostbusters.Engine.Tests.Reports;

/// <summary>Microsoft's SARIF validator, as installed by <c>npm ci --prefix tests/tools</c>.</summary>
internal static class SarifMultitool
{
    /// <summary>The errors that the validator finds in a log, one line each, by the rules for any SARIF or for GitHub's.</summary>
    public static IReadOnlyList<string> ErrorsIn(byte[] log, string ruleKinds)
    {
        var folder = Directory.CreateTempSubdirectory("ghostbusters-sarif-");
        try
        {
            var input = Path.Combine(folder.FullName, "log.sarif");
            var output = Path.Combine(folder.FullName, "verdict.sarif");
            File.WriteAllBytes(input, log);
            Run("validate", input, "--rule-kind", ruleKinds, "--level", "Error", "--output", output, "--log", "ForceOverwrite", "--quiet", "true");
            using var verdict = JsonDocument.Parse(File.ReadAllBytes(output));
            var run = verdict.RootElement.GetProperty("runs")[0];
            Assert.True(run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());
            return [.. run.GetProperty("results").EnumerateArray().Select(static r => $"{r.GetProperty("ruleId")}: {r.GetProperty("message")}")];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Locate(), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode is 0 or 1, $"The validator ended with {process.ExitCode}.\n{output}\n{errors.Result}");
    }

    private static string Locate()
    {
        var (system, name) = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? ("win32", "Sarif.Multitool.exe")
            : RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? ("darwin", "Sarif.Multitool") : ("linux", "Sarif.Multitool");
        var path = Repository.PathOf($"tests/tools/node_modules/@microsoft/sarif-multitool-{system}/{name}");
        Assert.True(File.Exists(path), "Microsoft's SARIF validator is not installed. Run: npm ci --prefix tests/tools");
        return path;
    }
}
