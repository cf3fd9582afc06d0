namespace Ghostbusters.Functions.Annotations;

/// <summary>An answer of the route that is no problem. Problems follow from the route's form and are not annotated.</summary>
/// <param name="status">HTTP status, 200 to 399.</param>
/// <param name="body">A type of the context's JSON contracts; null: there is no body, or none in JSON.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class AnswersAttribute(int status, Type? body = null) : Attribute
{
    /// <summary>The status.</summary>
    public int Status { get; } = status;

    /// <summary>The type.</summary>
    public Type? Body { get; } = body;

    /// <summary>Media types beside JSON that <c>Accept</c> can choose, separated by commas.</summary>
    public string AlsoAs { get; set; } = "";
}
