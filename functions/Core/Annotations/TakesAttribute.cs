namespace Ghostbusters.Functions.Annotations;

/// <summary>The route takes a JSON body of this type. The OpenAPI document says so; the function reads the body itself.</summary>
/// <param name="body">A type of the context's JSON contracts.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TakesAttribute(Type body) : Attribute
{
    /// <summary>The type.</summary>
    public Type Body { get; } = body;

    /// <summary>Whether it may be left out.</summary>
    public bool IsOptional { get; init; }
}
