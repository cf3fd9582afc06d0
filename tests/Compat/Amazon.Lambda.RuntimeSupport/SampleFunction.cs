using System.Reflection;
using System.Text;
using System.Text.Json;
using Ghostbusters.LambdaRuntimeApi;

namespace Ghostbusters.Compat.Tests;

/// <summary>The sample function's process, on the JIT.</summary>
internal static class SampleFunction
{
    private static readonly string Executable = typeof(SampleFunction).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "SampleFunction").Value!;

    /// <summary>Far above what any of these takes: a limit that only a hanging process meets.</summary>
    public static TimeSpan Patience => TimeSpan.FromSeconds(60);

    public static FunctionProcess Start(RuntimeApi? api, string? handler, params IEnumerable<(string Name, string Value)> variables) =>
        FunctionProcess.Start(Executable, api, handler, variables);

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(text));
}
