#pragma warning disable RS0030 // The tests start emulators of AWS that others wrote: judges of our clients that are not ours. The product starts nothing.
using System.Diagnostics;
using System.Globalization;
using Ghostbusters.Testing;

namespace Ghostbusters.Functions.Testing.Emulators;

/// <summary>
/// An emulator from tests/tools, started once for all tests of a process and on a free port. It ends when its standard input
/// does, which is at the latest when the test process ends, however that ends.
/// </summary>
public static class NodeEmulator
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static readonly Lazy<Task<Uri>> DynaliteStart = new(static () => StartAsync("dynalite"));
    private static readonly Lazy<Task<Uri>> S3rverStart = new(static () => StartAsync("s3rver", Directory.CreateTempSubdirectory("ghostbusters-s3-").FullName));

    /// <summary>DynamoDB's protocol.</summary>
    public static Task<Uri> Dynalite => DynaliteStart.Value;

    /// <summary>S3's protocol, with a bucket named <c>blobs</c>.</summary>
    public static Task<Uri> S3rver => S3rverStart.Value;

    private static async Task<Uri> StartAsync(params string[] arguments)
    {
        var script = Repository.PathOf("tests/tools/emulators.js");
        if (!Directory.Exists(Repository.PathOf("tests/tools/node_modules/" + arguments[0])))
            throw new InvalidOperationException($"{arguments[0]} is not installed. Run: npm ci --prefix tests/tools");
        var start = new ProcessStartInfo("node", [script, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => process.StandardInput.Close();
        var port = await process.StandardOutput.ReadLineAsync().WaitAsync(Limit) ?? throw new InvalidOperationException($"{arguments[0]} did not start.");
        return new Uri($"http://127.0.0.1:{int.Parse(port, CultureInfo.InvariantCulture)}");
    }
}
