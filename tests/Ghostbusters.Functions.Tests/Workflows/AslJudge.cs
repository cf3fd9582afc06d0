#pragma warning disable RS0030 // The tests start judges of our interpreter that others wrote. The product starts nothing.
using System.Diagnostics;
using System.Text.Json.Nodes;
using Ghostbusters.Testing;

namespace Ghostbusters.Functions.Tests.Workflows;

/// <summary>What others make of a state machine: asl-validator, and aws-local-stepfunctions for its run. One process for all tests.</summary>
internal static class AslJudge
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly SemaphoreSlim Gate = new(1);
    private static readonly Lazy<Process> Started = new(Start);

    /// <summary><c>valid</c>, and <c>output</c> or <c>error</c> and <c>cause</c>.</summary>
    public static async Task<JsonObject> VerdictAsync(JsonNode definition, JsonNode? input)
    {
        await Gate.WaitAsync();
        try
        {
            await Started.Value.StandardInput.WriteLineAsync(new JsonObject { ["definition"] = definition.DeepClone(), ["input"] = input?.DeepClone() }.ToJsonString());
            await Started.Value.StandardInput.FlushAsync();
            var line = await Started.Value.StandardOutput.ReadLineAsync().WaitAsync(Limit) ?? throw new InvalidOperationException("The judge ended.");
            return JsonNode.Parse(line)!.AsObject();
        }
        finally
        {
            Gate.Release();
        }
    }

    private static Process Start()
    {
        if (!Directory.Exists(Repository.PathOf("tests/tools/node_modules/aws-local-stepfunctions")))
            throw new InvalidOperationException("aws-local-stepfunctions is not installed. Run: npm ci --prefix tests/tools");
        var process = Process.Start(new ProcessStartInfo("node", [Repository.PathOf("tests/tools/asl.js")]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => process.StandardInput.Close();
        return process;
    }
}
