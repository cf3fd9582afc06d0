namespace Amazon.Lambda.Core;

/// <summary>The trace id of the invocation at hand.</summary>
public class LambdaTraceProvider
{
    private static string current;

    public static string CurrentTraceId => current ?? Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID");

    /// <summary>One process serves one invocation at a time, so one field holds it.</summary>
    internal static void SetCurrentTraceId(string traceId) => current = traceId;
}
