using System.Globalization;
using System.Net;

namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>Makes answers. A body is text, bytes, a stream, or an object that is written as JSON.</summary>
public class HttpResults : IHttpResult
{
    private readonly object body;
    private Dictionary<string, IList<string>> headers;

    private HttpResults(HttpStatusCode statusCode, object body = null)
    {
        StatusCode = statusCode;
        this.body = body;
    }

    public HttpStatusCode StatusCode { get; }

    public static IHttpResult Accepted(object body = null) => new HttpResults(HttpStatusCode.Accepted, body);

    public static IHttpResult BadGateway() => new HttpResults(HttpStatusCode.BadGateway);

    public static IHttpResult BadRequest(object body = null) => new HttpResults(HttpStatusCode.BadRequest, body);

    public static IHttpResult Conflict(object body = null) => new HttpResults(HttpStatusCode.Conflict, body);

    public static IHttpResult Created(string uri = null, object body = null) => new HttpResults(HttpStatusCode.Created, body).At(uri);

    public static IHttpResult Forbid(object body = null) => new HttpResults(HttpStatusCode.Forbidden, body);

    public static IHttpResult InternalServerError(object body = null) => new HttpResults(HttpStatusCode.InternalServerError, body);

    public static IHttpResult NotFound(object body = null) => new HttpResults(HttpStatusCode.NotFound, body);

    public static IHttpResult Ok(object body = null) => new HttpResults(HttpStatusCode.OK, body);

    public static IHttpResult Redirect(string uri, bool permanent = false, bool preserveMethod = false) => new HttpResults((permanent, preserveMethod) switch
    {
        (true, true) => HttpStatusCode.PermanentRedirect,
        (false, true) => HttpStatusCode.TemporaryRedirect,
        (true, false) => HttpStatusCode.MovedPermanently,
        (false, false) => HttpStatusCode.Redirect,
    }).At(uri);

    public static IHttpResult ServiceUnavailable(int? delaySeconds = null)
    {
        var result = new HttpResults(HttpStatusCode.ServiceUnavailable);
        return delaySeconds is > 0 and var delay ? result.AddHeader("Retry-After", delay.ToString(CultureInfo.InvariantCulture)) : result;
    }

    public static IHttpResult Unauthorized() => new HttpResults(HttpStatusCode.Unauthorized);

    public static IHttpResult NewResult(HttpStatusCode statusCode, object body = null) => new HttpResults(statusCode, body);

    /// <summary>Names are written in lower case; a name may have several values.</summary>
    public IHttpResult AddHeader(string name, string value)
    {
        name = name.ToLowerInvariant();
        headers ??= [];
        if (!headers.TryGetValue(name, out var values))
            headers[name] = values = [];

        values.Add(value);
        return this;
    }

    public Stream Serialize(HttpResultSerializationOptions options)
    {
        var written = ResponseBody.Write(body, options.Serializer);
        if (!string.IsNullOrEmpty(written.Text) && headers?.ContainsKey("content-type") != true)
            AddHeader("content-type", written.ContentType);

        return options is { Format: HttpResultSerializationOptions.ProtocolFormat.HttpApi, Version: HttpResultSerializationOptions.ProtocolVersion.V2 }
            ? ProxyResponse.WriteHttpApi(StatusCode, headers, written)
            : ProxyResponse.WriteRestApi(StatusCode, headers, written);
    }

    private IHttpResult At(string uri) => uri is null ? this : AddHeader("location", uri);
}
