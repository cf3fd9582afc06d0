#pragma warning disable RS0030 // `ghostbusters mutate` is the one command that runs code: it says so, asks first, and works on a copy.
using System.Diagnostics;

namespace Ghostbusters.Mutation;

/// <summary>How one run of <c>dotnet</c> ended.</summary>
/// <param name="ExitCode">Its exit code; null where it took too long and was ended.</param>
/// <param name="Output">What it wrote.</param>
internal readonly record struct DotNetResult(int? ExitCode, string Output);

/// <summary>Runs <c>dotnet</c> in the copy.</summary>
internal static class DotNet
{
    /// <summary>Runs it to its end, or to the limit; then it is ended with all that it started.</summary>
    public static async Task<DotNetResult> RunAsync(
        string folder, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> environment, TimeSpan limit, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        // What an outer build left behind would lead this one astray.
        foreach (var name in start.Environment.Keys.Where(static n => n.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Start(start);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        using var timer = new CancellationTokenSource(limit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        try
        {
            await process.WaitForExitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            return new DotNetResult(null, await output.ConfigureAwait(false));
        }

        return new DotNetResult(process.ExitCode, await output.ConfigureAwait(false) + await errors.ConfigureAwait(false));
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new Engine.ConfigurationException("`dotnet` could not be started.");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new Engine.ConfigurationException($"`dotnet` could not be started: {e.Message}. Install the .NET SDK that the code is built with.", e);
        }
    }
}
