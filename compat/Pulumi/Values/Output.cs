namespace Pulumi;

/// <summary>A value that is known once the resources that it comes from exist, with its secrecy and its dependencies.</summary>
public sealed class Output<T> : IOutput
{
    internal Output(Task<OutputData<T>> dataTask)
    {
        DataTask = dataTask;
        Deployment.Current?.Tasks.Add(dataTask);
    }

    internal Task<OutputData<T>> DataTask { get; }

    public static Output<T> Create(Task<T> value) => FromTask(value, isSecret: false);

    public Output<ValueTuple> Apply(Func<T, Task> func) => Apply(value => Output.Create(WithoutResult(func(value))));

    public Output<TResult> Apply<TResult>(Func<T, TResult> func) => Apply(value => Output.Create(func(value)));

    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) => Apply(value => Output.Create(func(value)));

    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) => Apply(value => func(value).ToOutput());

    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func) => new(ApplyAsync(func));

    /// <summary>Says how to get at the value: an output has no text of its own.</summary>
    public override string ToString() =>
        "Calling [ToString] on an [Output<T>] is not supported. Use o.Apply(v => $\"prefix{v}suffix\") or Output.Format($\"prefix{o}suffix\").";

    async Task<OutputData<object?>> IOutput.GetDataAsync() => (await DataTask.ConfigureAwait(false)).Untyped();

    internal static Output<T> FromTask(Task<T> value, bool isSecret)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(DataOf(value, isSecret));
    }

    internal static Output<T> Unknown(T value) => new(Task.FromResult(new OutputData<T>([], value, IsKnown: false, IsSecret: false)));

    internal Output<T> WithIsSecret(bool isSecret)
    {
        return new(Marked());

        async Task<OutputData<T>> Marked() => await DataTask.ConfigureAwait(false) with { IsSecret = isSecret };
    }

    internal Output<T> WithDependency(Resource resource)
    {
        return new(Bound());

        async Task<OutputData<T>> Bound()
        {
            var data = await DataTask.ConfigureAwait(false);
            return data with { Resources = data.Resources.Add(resource) };
        }
    }

    internal async Task<T> GetValueAsync(T whenUnknown)
    {
        var data = await DataTask.ConfigureAwait(false);
        return data.IsKnown ? data.Value : whenUnknown;
    }

    private static async Task<OutputData<T>> DataOf(Task<T> value, bool isSecret) =>
        new([], await value.ConfigureAwait(false), IsKnown: true, isSecret);

    private static async Task<ValueTuple> WithoutResult(Task task)
    {
        await task.ConfigureAwait(false);
        return default;
    }

    private async Task<OutputData<TResult>> ApplyAsync<TResult>(Func<T, Output<TResult>?> func)
    {
        var data = await DataTask.ConfigureAwait(false);
        if (!data.IsKnown) return new(data.Resources, default!, IsKnown: false, data.IsSecret);
        if (func(data.Value) is not { } inner) return new(data.Resources, default!, IsKnown: true, data.IsSecret);
        var result = await inner.DataTask.ConfigureAwait(false);
        return new(data.Resources.Union(result.Resources), result.Value, result.IsKnown, data.IsSecret || result.IsSecret);
    }
}
