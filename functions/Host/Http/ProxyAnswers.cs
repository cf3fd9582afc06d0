using System.Text;
using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Microsoft.AspNetCore.Http;

namespace Ghostbusters.Functions.Host.Http;

/// <summary>What a handler answers, as an HTTP response.</summary>
internal static class ProxyAnswers
{
    /// <summary>The answer, whichever of the two forms the generated handler gives it.</summary>
    /// <exception cref="InvalidDataException">It is no answer of a REST API.</exception>
    public static async Task<APIGatewayProxyResponse> ReadAsync(object? result) => result switch
    {
        APIGatewayProxyResponse response => response,
        Stream stream => await JsonSerializer.DeserializeAsync<APIGatewayProxyResponse>(stream).ConfigureAwait(false) ?? throw NoAnswer(),
        _ => throw NoAnswer(),
    };

    /// <summary>Sends it.</summary>
    /// <exception cref="InvalidDataException">The body is said to be base64 and is not.</exception>
    public static async Task WriteAsync(APIGatewayProxyResponse answer, HttpResponse response, CancellationToken cancellation)
    {
        var body = BodyOf(answer);
        response.StatusCode = answer.StatusCode;
        foreach (var (name, value) in answer.Headers ?? new Dictionary<string, string>()) Set(response, name, [value]);
        foreach (var (name, values) in answer.MultiValueHeaders ?? new Dictionary<string, IList<string>>()) Set(response, name, values);
        if (body.Length == 0 || answer.StatusCode is 204 or 304) return;
        response.ContentType ??= "application/json"; // As API Gateway does.
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, cancellation).ConfigureAwait(false);
    }

    private static byte[] BodyOf(APIGatewayProxyResponse answer)
    {
        if (string.IsNullOrEmpty(answer.Body)) return [];
        if (!answer.IsBase64Encoded) return Encoding.UTF8.GetBytes(answer.Body);
        try
        {
            return Convert.FromBase64String(answer.Body);
        }
        catch (FormatException exception)
        {
            throw new InvalidDataException("The function's answer says that its body is base64, and it is not.", exception);
        }
    }

    /// <summary>The length is the server's to say. Texts may hold what a caller sent: without line ends they stay one header.</summary>
    private static void Set(HttpResponse response, string name, IEnumerable<string> values)
    {
        if (name.Equals("content-length", StringComparison.OrdinalIgnoreCase)) return;
        var header = name.Replace("\r", "").Replace("\n", "");
        response.Headers.Remove(header);
        foreach (var value in values) response.Headers.Append(header, value.Replace("\r", "").Replace("\n", ""));
    }

    private static InvalidDataException NoAnswer() => new("The function gave no answer of a REST API.");
}
