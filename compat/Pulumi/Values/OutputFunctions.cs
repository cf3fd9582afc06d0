using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>Makes and combines outputs.</summary>
public static partial class Output
{
    public static Output<T> Create<T>(T value) => Create(Task.FromResult(value));

    public static Output<T> Create<T>(Task<T> value) => Output<T>.Create(value);

    public static Output<T> CreateSecret<T>(T value) => CreateSecret(Task.FromResult(value));

    public static Output<T> CreateSecret<T>(Task<T> value) => Output<T>.FromTask(value, isSecret: true);

    public static Output<T> CreateSecret<T>(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.WithIsSecret(true);
    }

    public static Output<T> Unsecret<T>(Output<T> output) => output.WithIsSecret(false);

    public static async Task<bool> IsSecretAsync<T>(Output<T> output) => (await output.DataTask.ConfigureAwait(false)).IsSecret;

    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All(inputs.AsEnumerable());

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) => All(inputs.Select(input => input.ToOutput()));

    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All(outputs.AsEnumerable());

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs) => new(AllAsync([.. outputs]));

    /// <summary>The text with the values of its inputs and outputs.</summary>
    public static Output<string> Format(FormattableString formattableString) =>
        All(formattableString.GetArguments().Select(Untyped)).Apply(values =>
            string.Format(CultureInfo.InvariantCulture, formattableString.Format, [.. values]));

    /// <summary>JSON of the value, in which outputs and inputs at any depth are replaced by what they come to.</summary>
    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(OutputJson.SerializeAsync(value, options));
    }

    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return json.Apply(text => JsonSerializer.Deserialize<T>(text, options)!);
    }

    internal static Output<object?> Untyped(object? value) => value switch
    {
        IInput input => new(input.ToOutput().GetDataAsync()),
        IOutput output => new(output.GetDataAsync()),
        _ => Create(value),
    };

    private static async Task<OutputData<ImmutableArray<T>>> AllAsync<T>(ImmutableArray<Output<T>> outputs)
    {
        var all = new OutputData<ImmutableArray<T>>([], [], IsKnown: true, IsSecret: false);
        var values = ImmutableArray.CreateBuilder<T>(outputs.Length);
        foreach (var output in outputs)
        {
            var data = await output.DataTask.ConfigureAwait(false);
            values.Add(data.Value);
            all = new(all.Resources.Union(data.Resources), [], all.IsKnown && data.IsKnown, all.IsSecret || data.IsSecret);
        }

        return all with { Value = values.MoveToImmutable() };
    }
}
