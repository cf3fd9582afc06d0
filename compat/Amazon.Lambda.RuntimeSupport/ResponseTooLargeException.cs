#nullable enable
namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Lambda took the handler's answer for too large.</summary>
internal sealed class ResponseTooLargeException(long bytes)
    : Exception($"Lambda refused the answer of {bytes} bytes as too large. A buffered answer may have 6 MB.");
