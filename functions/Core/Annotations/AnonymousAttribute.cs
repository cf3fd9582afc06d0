namespace Ghostbusters.Functions.Annotations;

/// <summary>This route is called without a token, because something else proves who calls, or nothing needs to.</summary>
/// <param name="reason">What else protects it, for whoever reviews the table of routes: "the body is signed".</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AnonymousAttribute(string reason) : Attribute
{
    /// <summary>Why.</summary>
    public string Reason { get; } = reason;
}
