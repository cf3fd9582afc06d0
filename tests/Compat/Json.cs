using System.Text;
using System.Text.Json.Serialization;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Ghostbusters.Compat.Tests;

/// <summary>Reads and writes as a function does.</summary>
internal static class Json
{
    public static T Read<T, TContext>(string json)
        where TContext : JsonSerializerContext =>
        new SourceGeneratorLambdaJsonSerializer<TContext>().Deserialize<T>(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    public static string Write<T>(T value, ILambdaSerializer serializer)
    {
        using var stream = new MemoryStream();
        serializer.Serialize(value, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
