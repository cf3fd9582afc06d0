using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What an output comes to: its value, whether it is known yet and secret, and the resources that it stems from.</summary>
internal readonly record struct OutputData<T>(ImmutableHashSet<Resource> Resources, T Value, bool IsKnown, bool IsSecret)
{
    public OutputData<object?> Untyped() => new(Resources, Value, IsKnown, IsSecret);
}

/// <summary>An output whose type argument is not known where it is read.</summary>
internal interface IOutput
{
    Task<OutputData<object?>> GetDataAsync();
}

/// <summary>An input whose type argument is not known where it is read.</summary>
internal interface IInput
{
    IOutput ToOutput();

    /// <summary>The value with its parts still apart, so that one unknown part leaves the others known.</summary>
    IOutput Parts => ToOutput();
}
