using System.Text;
using Microsoft.AspNetCore.Http;

namespace Ghostbusters.Functions.Host.Http;

/// <summary>A request's body as API Gateway hands it on: text, or bytes as base64.</summary>
internal readonly record struct RequestBody(string? Text, bool IsBase64)
{
    /// <summary>API Gateway's own limit.</summary>
    public const int Maximum = 10 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <exception cref="BadHttpRequestException">It is longer than <see cref="Maximum"/>.</exception>
    public static async Task<RequestBody> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellation).ConfigureAwait(false);
        return Of(buffer.ToArray(), request.ContentType);
    }

    public static RequestBody Of(byte[] bytes, string? contentType)
    {
        if (bytes.Length == 0) return new RequestBody(null, false);
        if (!IsText(contentType)) return new RequestBody(Convert.ToBase64String(bytes), true);
        try
        {
            return new RequestBody(Strict.GetString(bytes), false);
        }
        catch (DecoderFallbackException)
        {
            return new RequestBody(Convert.ToBase64String(bytes), true); // It says text and is none: no byte may be lost, a signature may be over them.
        }
    }

    private static bool IsText(string? contentType)
    {
        var type = (contentType ?? "application/json").Split(';')[0].Trim().ToLowerInvariant();
        return type.StartsWith("text/", StringComparison.Ordinal)
            || type is "application/json" or "application/xml" or "application/x-www-form-urlencoded"
            || type.EndsWith("+json", StringComparison.Ordinal) || type.EndsWith("+xml", StringComparison.Ordinal);
    }
}
