#nullable enable
using System.Globalization;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What Lambda says of the function in environment variables.</summary>
internal sealed record FunctionEnvironment(string RuntimeApi, string? Name, string? Version, string? LogGroup, string? LogStream, int MemoryMegabytes, bool RunsOnce)
{
    public static FunctionEnvironment Read(string? runtimeApi) => new(
        runtimeApi ?? Variable("AWS_LAMBDA_RUNTIME_API") ?? throw new InvalidOperationException(
            "AWS_LAMBDA_RUNTIME_API is not set: this program is a Lambda function, and nothing tells it where Lambda's runtime API is."),
        Variable("AWS_LAMBDA_FUNCTION_NAME"),
        Variable("AWS_LAMBDA_FUNCTION_VERSION"),
        Variable("AWS_LAMBDA_LOG_GROUP_NAME"),
        Variable("AWS_LAMBDA_LOG_STREAM_NAME"),
        int.TryParse(Variable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : 0,
        IsTrue("AWS_LAMBDA_DOTNET_DEBUG_RUN_ONCE"));

    /// <summary>
    /// Lambda's memory limit is no limit of a container, so the runtime does not see it: told of it, the collector works harder before
    /// Lambda kills the process.
    /// </summary>
    public void LimitHeap()
    {
        var limit = MemoryMegabytes * 1024L * 1024L;
        if (limit == 0 || IsTrue("AWS_LAMBDA_DOTNET_DISABLE_MEMORY_LIMIT_CHECK") || GC.GetGCMemoryInfo().TotalAvailableMemoryBytes < limit)
            return;

        AppContext.SetData("GCHeapHardLimit", (ulong)limit);
        GC.RefreshMemoryLimit();
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static bool IsTrue(string name) => string.Equals(Variable(name), "true", StringComparison.OrdinalIgnoreCase);
}
