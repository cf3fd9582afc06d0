using System.Security.Cryptography;

namespace Ghostbusters.Functions.Tracing;

/// <summary>
/// Ids that travel from the first request through every queue and stage: W3C <c>traceparent</c>, and the correlation id that
/// people see (the webhook's delivery, the client's request).
/// </summary>
/// <param name="TraceId">32 lower-case hexadecimal digits, not all zero.</param>
/// <param name="SpanId">16 lower-case hexadecimal digits, not all zero.</param>
/// <param name="CorrelationId">1 to 64 of letters, digits, '-', '_', '.' and ':'.</param>
public sealed record TraceContext(string TraceId, string SpanId, string CorrelationId)
{
    public const string ParentAttribute = "traceparent";

    public const string CorrelationAttribute = "correlation-id";

    private const int MaximumCorrelation = 64;

    public string Parent => $"00-{TraceId}-{SpanId}-01";

    /// <summary>The attributes of a message, or headers of a request, that carry it on.</summary>
    public IReadOnlyDictionary<string, string> Attributes => new Dictionary<string, string>
    {
        [ParentAttribute] = Parent,
        [CorrelationAttribute] = CorrelationId,
    };

    /// <summary>A trace that begins here.</summary>
    public static TraceContext Start(string? correlationId = null)
    {
        var trace = Hex(16);
        return new TraceContext(trace, Hex(8), IsCorrelation(correlationId) ? correlationId! : trace);
    }

    /// <summary>Goes on with what came in, as a child; begins anew where nothing usable came. What is not well formed is dropped, not passed on.</summary>
    public static TraceContext Continue(IReadOnlyDictionary<string, string> attributes)
    {
        var correlation = attributes.GetValueOrDefault(CorrelationAttribute);
        var parts = attributes.GetValueOrDefault(ParentAttribute)?.Split('-');
        if (parts is not [{ Length: 2 } version, var trace, var span, { Length: 2 }] || version == "ff" || !IsHex(trace, 32) || !IsHex(span, 16))
            return Start(correlation);
        return new TraceContext(trace, Hex(8), IsCorrelation(correlation) ? correlation! : trace);
    }

    private static string Hex(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));

    private static bool IsHex(string text, int length) =>
        text.Length == length && text.All(static c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f') && text.Any(static c => c != '0');

    private static bool IsCorrelation(string? text) =>
        text is { Length: > 0 and <= MaximumCorrelation } && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':');
}
