namespace Ghostbusters.Compat.SampleFunction;

/// <summary>Something that functions are made from.</summary>
public sealed class Greeting
{
    public string Of(string name) => $"Hello {name}.";
}
