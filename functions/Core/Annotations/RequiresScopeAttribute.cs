namespace Ghostbusters.Functions.Annotations;

/// <summary>
/// Whoever calls this route must hold the scope. Every route carries this or <see cref="AnonymousAttribute"/>: the local host
/// refuses to start, the infrastructure to be declared and the authorization table to pass with one that carries neither.
/// </summary>
/// <param name="scope">As it stands in keys and tokens, such as <c>analyses:write</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresScopeAttribute(string scope) : Attribute
{
    /// <summary>The scope.</summary>
    public string Scope { get; } = scope;
}
