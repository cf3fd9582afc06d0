namespace Ghostbusters.Functions.Annotations;

/// <summary>A parameter of the route's query, all of which are optional texts.</summary>
/// <param name="name">As it stands in the address.</param>
/// <param name="description">What it means and which values it has.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class QueryAttribute(string name, string description) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>The meaning.</summary>
    public string Description { get; } = description;
}
