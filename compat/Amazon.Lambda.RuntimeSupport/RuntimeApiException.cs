#nullable enable
namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The runtime API gave an answer after which this process is of no use to Lambda.</summary>
internal sealed class RuntimeApiException(string message) : Exception(message);
