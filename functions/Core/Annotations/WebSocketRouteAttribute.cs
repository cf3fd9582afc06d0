namespace Ghostbusters.Functions.Annotations;

/// <summary>A route of the WebSocket API, which the official annotations do not have.</summary>
/// <param name="route"><c>$connect</c>, <c>$disconnect</c>, <c>$default</c>, or the message's <c>action</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WebSocketRouteAttribute(string route) : Attribute
{
    /// <summary>The route key.</summary>
    public string Route { get; } = route;
}
