using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>Serializes by reflection: for functions that are neither trimmed nor compiled ahead of time.</summary>
[RequiresUnreferencedCode(Trimming)]
[RequiresDynamicCode(Trimming)]
public class DefaultLambdaJsonSerializer : AbstractLambdaJsonSerializer, ILambdaSerializer
{
    internal const string Trimming = "It reads types by reflection. Use SourceGeneratorLambdaJsonSerializer in a trimmed function.";

    public DefaultLambdaJsonSerializer()
        : this(null, null)
    {
    }

    public DefaultLambdaJsonSerializer(Action<JsonSerializerOptions> customizer)
        : this(customizer, null)
    {
    }

    public DefaultLambdaJsonSerializer(Action<JsonSerializerOptions> customizer, Action<JsonWriterOptions> jsonWriterCustomizer)
        : base(jsonWriterCustomizer)
    {
        SerializerOptions = CreateDefaultJsonSerializationOptions();
        customizer?.Invoke(SerializerOptions);
    }

    protected JsonSerializerOptions SerializerOptions { get; }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Who makes an instance is warned at its constructor.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Who makes an instance is warned at its constructor.")]
    protected override void InternalSerialize<T>(Utf8JsonWriter writer, T response) => JsonSerializer.Serialize(writer, response, SerializerOptions);

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Who makes an instance is warned at its constructor.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Who makes an instance is warned at its constructor.")]
    protected override T InternalDeserialize<T>(byte[] utf8Json) => JsonSerializer.Deserialize<T>(utf8Json, SerializerOptions);
}
