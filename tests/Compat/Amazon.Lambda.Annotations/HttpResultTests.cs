using System.Net;
using System.Text.Json;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Ghostbusters.Compat.Tests;

public class HttpResultTests
{
    private static readonly HttpResultSerializationOptions Rest = new()
    {
        Format = HttpResultSerializationOptions.ProtocolFormat.RestApi,
        Version = HttpResultSerializationOptions.ProtocolVersion.V1,
        Serializer = new DefaultLambdaJsonSerializer(),
    };

    private static readonly HttpResultSerializationOptions Http = new()
    {
        Format = HttpResultSerializationOptions.ProtocolFormat.HttpApi,
        Version = HttpResultSerializationOptions.ProtocolVersion.V2,
        Serializer = new DefaultLambdaJsonSerializer(),
    };

    [Fact]
    public void RestApi_KeepsSeveralValuesOfAHeader()
    {
        var answer = Read(HttpResults.Ok("text").AddHeader("Vary", "a").AddHeader("vary", "b"), Rest);

        Assert.Equal("""["a","b"]""", answer.GetProperty("multiValueHeaders").GetProperty("vary").GetRawText());
        Assert.Equal("""["text/plain"]""", answer.GetProperty("multiValueHeaders").GetProperty("content-type").GetRawText());
        Assert.Equal("text", answer.GetProperty("body").GetString());
    }

    [Fact]
    public void HttpApi_JoinsThem()
    {
        var answer = Read(HttpResults.Ok("text").AddHeader("Vary", "a").AddHeader("vary", "b"), Http);

        Assert.Equal("a,b", answer.GetProperty("headers").GetProperty("vary").GetString());
    }

    [Fact]
    public void Bytes_AreBase64()
    {
        foreach (var body in new object[] { new byte[] { 1, 2 }, new MemoryStream([1, 2]), new List<byte> { 1, 2 } })
        {
            var answer = Read(HttpResults.Ok(body), Rest);

            Assert.Equal(("AQI=", true), (answer.GetProperty("body").GetString(), answer.GetProperty("isBase64Encoded").GetBoolean()));
        }
    }

    [Fact]
    public void Objects_AreJson_UnlessAnotherTypeIsSaid()
    {
        var answer = Read(HttpResults.BadRequest(new Dictionary<string, int> { ["a"] = 1 }).AddHeader("Content-Type", "application/problem+json"), Rest);

        Assert.Equal("""{"a":1}""", answer.GetProperty("body").GetString());
        Assert.Equal("""["application/problem+json"]""", answer.GetProperty("multiValueHeaders").GetProperty("content-type").GetRawText());
    }

    [Fact]
    public void Statuses_AreTheirMethods()
    {
        Assert.Equal(HttpStatusCode.Accepted, HttpResults.Accepted().StatusCode);
        Assert.Equal(HttpStatusCode.BadGateway, HttpResults.BadGateway().StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, HttpResults.Conflict().StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, HttpResults.Forbid().StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, HttpResults.InternalServerError().StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, HttpResults.NotFound().StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, HttpResults.Unauthorized().StatusCode);
        Assert.Equal(HttpStatusCode.PermanentRedirect, HttpResults.Redirect("/a", permanent: true, preserveMethod: true).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, HttpResults.Redirect("/a").StatusCode);
        Assert.Equal((HttpStatusCode)429, HttpResults.NewResult((HttpStatusCode)429).StatusCode);
        Assert.Equal("""["/scans/1"]""", Read(HttpResults.Created("/scans/1"), Rest).GetProperty("multiValueHeaders").GetProperty("location").GetRawText());
        Assert.Equal("""["5"]""", Read(HttpResults.ServiceUnavailable(5), Rest).GetProperty("multiValueHeaders").GetProperty("retry-after").GetRawText());
    }

    private static JsonElement Read(IHttpResult result, HttpResultSerializationOptions options)
    {
        using var document = JsonDocument.Parse(result.Serialize(options));
        return document.RootElement.Clone();
    }
}
