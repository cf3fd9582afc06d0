using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Serialization.SystemTextJson.Converters;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>
/// What the serializers share. With the environment variable <c>LAMBDA_NET_SERIALIZER_DEBUG</c> set to <c>true</c> every payload is
/// also written to the log.
/// </summary>
public abstract class AbstractLambdaJsonSerializer
{
    private readonly bool debug = string.Equals(
        Environment.GetEnvironmentVariable("LAMBDA_NET_SERIALIZER_DEBUG"), "true", StringComparison.OrdinalIgnoreCase);

    protected AbstractLambdaJsonSerializer(Action<JsonWriterOptions> jsonWriterCustomizer)
    {
        WriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        // The options are a struct: a customizer gets a copy, here as in the official package.
        jsonWriterCustomizer?.Invoke(WriterOptions);
    }

    protected JsonWriterOptions WriterOptions { get; }

    public void Serialize<T>(T response, Stream responseStream)
    {
        try
        {
            if (debug && response is not null)
                SerializeAndLog(response, responseStream);
            else
                SerializeTo(response, responseStream);
        }
        catch (Exception cause)
        {
            throw new JsonSerializerException($"The answer of type {typeof(T).FullName} could not be converted to JSON: {cause.Message}", cause);
        }
    }

    public T Deserialize<T>(Stream requestStream)
    {
        try
        {
            var json = ReadAll(requestStream);
            if (debug)
                Console.WriteLine($"Lambda Deserialize {typeof(T).FullName}: {Encoding.UTF8.GetString(json)}");

            return InternalDeserialize<T>(json);
        }
        catch (Exception cause)
        {
            throw new JsonSerializerException($"The event could not be converted from JSON to {typeof(T).FullName}: {cause.Message}", cause);
        }
    }

    protected virtual JsonSerializerOptions CreateDefaultJsonSerializationOptions() => new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNameCaseInsensitive = true,
        PropertyNamingPolicy = new AwsNamingPolicy(),
        Converters = { new DateTimeConverter(), new MemoryStreamConverter(), new ByteArrayConverter() },
    };

    protected abstract void InternalSerialize<T>(Utf8JsonWriter writer, T response);

    protected abstract T InternalDeserialize<T>(byte[] utf8Json);

    private static byte[] ReadAll(Stream stream)
    {
        if (stream is MemoryStream memory)
            return memory.ToArray();

        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private void SerializeTo<T>(T response, Stream stream)
    {
        using var writer = new Utf8JsonWriter(stream, WriterOptions);
        InternalSerialize(writer, response);
    }

    private void SerializeAndLog<T>(T response, Stream stream)
    {
        using var copy = new MemoryStream();
        SerializeTo(response, copy);
        Console.WriteLine($"Lambda Serialize {typeof(T).FullName}: {Encoding.UTF8.GetString(copy.ToArray())}");
        copy.WriteTo(stream);
    }
}
