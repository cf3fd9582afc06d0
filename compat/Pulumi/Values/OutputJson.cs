using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi;

/// <summary>
/// Writes JSON of values with outputs in them. A converter cannot wait, so an output that is not there yet is noted, awaited, and the
/// value is written anew.
/// </summary>
internal sealed class OutputJson : JsonConverterFactory
{
    private readonly List<IOutput> _met = [];
    private readonly Dictionary<IOutput, OutputData<object?>> _resolved = new(ReferenceEqualityComparer.Instance);

    public static async Task<OutputData<string>> SerializeAsync<T>(Output<T> value, JsonSerializerOptions? options)
    {
        var data = await value.DataTask.ConfigureAwait(false);
        if (!data.IsKnown) return new(data.Resources, "", IsKnown: false, data.IsSecret);

        var outputs = new OutputJson();
        var withOutputs = options is null ? new JsonSerializerOptions() : new JsonSerializerOptions(options);
        withOutputs.Converters.Add(outputs);
        string json;
        do
        {
            outputs._met.Clear();
            json = JsonSerializer.Serialize(data.Value, withOutputs);
        }
        while (await outputs.ResolveAsync().ConfigureAwait(false));

        return outputs._met.Select(output => outputs._resolved[output]).Aggregate(
            new OutputData<string>(data.Resources, json, IsKnown: true, data.IsSecret),
            (all, met) => new(
                all.Resources.Union(met.Resources),
                met.IsKnown ? all.Value : "",
                all.IsKnown && met.IsKnown,
                all.IsSecret || met.IsSecret));
    }

    public override bool CanConvert(Type typeToConvert) =>
        typeof(IOutput).IsAssignableFrom(typeToConvert) || typeof(IInput).IsAssignableFrom(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert), this)!;

    private async Task<bool> ResolveAsync()
    {
        var open = _met.Where(output => !_resolved.ContainsKey(output)).ToImmutableArray();
        foreach (var output in open) _resolved[output] = await output.GetDataAsync().ConfigureAwait(false);
        return !open.IsEmpty;
    }

    private sealed class Converter<T>(OutputJson outputs) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException($"{typeToConvert} is only written");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            var output = value as IOutput ?? ((IInput)value!).ToOutput();
            outputs._met.Add(output);
            if (outputs._resolved.TryGetValue(output, out var data) && data is { IsKnown: true, Value: { } known })
                JsonSerializer.Serialize(writer, known, known.GetType(), options);
            else
                writer.WriteNullValue();
        }
    }
}
