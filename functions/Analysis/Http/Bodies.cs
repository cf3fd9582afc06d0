using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.APIGatewayEvents;
using Ghostbusters.Functions.Problems;
using Ghostbusters.Functions.Webhooks;

namespace Ghostbusters.Functions.Analysis.Http;

/// <summary>Reads bodies. What is wrong is said by position; nothing of the body is echoed.</summary>
internal static class Bodies
{
    /// <summary>API Gateway takes 10 MB, Lambda 6 MB with everything around.</summary>
    public const int Maximum = 5 * 1024 * 1024;

    /// <summary>The body as what it must be; else the problem.</summary>
    public static bool TryRead<T>(APIGatewayProxyRequest request, JsonTypeInfo<T> type, [NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Problem? problem)
        where T : class
    {
        value = null;
        if (!RawBody.TryRead(request.Body, request.IsBase64Encoded, out var bytes) || bytes.Length == 0)
        {
            problem = Problem.Invalid("A JSON body is wanted.");
            return false;
        }
        if (bytes.Length > Maximum)
        {
            problem = Problem.TooLarge($"A body has at most {Maximum} bytes. Send larger sources as an upload.");
            return false;
        }
        if (request.HeaderOf("content-type") is { } media && !media.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            problem = Problem.UnsupportedMedia("Send application/json.");
            return false;
        }
        problem = null;
        try
        {
            value = JsonSerializer.Deserialize(bytes, type);
        }
        catch (JsonException failure)
        {
            problem = Problem.Invalid(Text(failure)); // Not its message: that quotes the body.
        }
        problem ??= value is null ? Problem.Invalid("A JSON object is wanted.") : null;
        return problem is null;
    }

    private static string Text(JsonException failure) => failure.LineNumber is { } line
        ? FormattableString.Invariant($"The body is not the JSON that this route takes: look at line {line + 1}, byte {(failure.BytePositionInLine ?? 0) + 1}. Unknown members are refused.")
        : "The body is not the JSON that this route takes. Unknown members are refused.";
}
