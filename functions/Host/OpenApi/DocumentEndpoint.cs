using Microsoft.AspNetCore.Http;

namespace Ghostbusters.Functions.Host.OpenApi;

/// <summary>Serves the document, and a page to read it with.</summary>
internal sealed class DocumentEndpoint(byte[] document)
{
    public const string DocumentPath = "/openapi.json";
    public const string PagePath = "/docs";

    private static readonly byte[] Page = ReadPage();

    public Task AnswerAsync(HttpContext http)
    {
        var isPage = http.Request.Path == PagePath;
        http.Response.ContentType = isPage ? "text/html; charset=utf-8" : "application/json";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'self'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return http.Response.Body.WriteAsync(isPage ? Page : document).AsTask();
    }

    private static byte[] ReadPage()
    {
        using var resource = typeof(DocumentEndpoint).Assembly.GetManifestResourceStream("docs.html")!;
        using var copy = new MemoryStream();
        resource.CopyTo(copy);
        return copy.ToArray();
    }
}
