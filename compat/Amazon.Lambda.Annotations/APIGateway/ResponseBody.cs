using System.Text;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>A body as API Gateway takes it: text, or bytes as base64.</summary>
internal readonly record struct ResponseBody(string Text, string ContentType, bool IsBase64)
{
    public static ResponseBody Write(object body, ILambdaSerializer serializer) => body switch
    {
        null => default,
        string text => new ResponseBody(text, "text/plain", false),
        byte[] bytes => Binary(bytes),
        IList<byte> bytes => Binary([.. bytes]),
        Stream stream => Binary(ReadAll(stream)),
        _ => Json(body, serializer),
    };

    private static ResponseBody Binary(byte[] bytes) => new(Convert.ToBase64String(bytes), "application/octet-stream", true);

    private static ResponseBody Json(object body, ILambdaSerializer serializer)
    {
        using var stream = new MemoryStream();
        // As an object, not as its own type: that is what the official package registers it as.
        serializer.Serialize(body, stream);
        return new ResponseBody(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length), "application/json", false);
    }

    private static byte[] ReadAll(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
