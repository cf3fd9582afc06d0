using System.Net;

namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>An answer with a status, headers and a body.</summary>
public interface IHttpResult
{
    HttpStatusCode StatusCode { get; }

    Stream Serialize(HttpResultSerializationOptions options);

    IHttpResult AddHeader(string name, string value);
}
