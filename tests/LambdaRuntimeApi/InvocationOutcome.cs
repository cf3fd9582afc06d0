using System.Text;

namespace Ghostbusters.LambdaRuntimeApi;

/// <summary>What a function sent back for one event: an answer, or an error.</summary>
/// <param name="ErrorType">Null for an answer.</param>
/// <param name="Headers">Of the request that brought it, names in lower case.</param>
public sealed record InvocationOutcome(byte[] Body, string? ErrorType, IReadOnlyDictionary<string, string> Headers)
{
    public bool IsError => ErrorType is not null;

    public string Text => Encoding.UTF8.GetString(Body);
}
