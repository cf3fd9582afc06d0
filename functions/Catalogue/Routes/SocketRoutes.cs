using Ghostbusters.Functions.Annotations;

namespace Ghostbusters.Functions.Catalogue.Routes;

/// <summary>The routes of the WebSocket API, by key.</summary>
public sealed class SocketRoutes
{
    public const string Connect = "$connect";
    public const string Disconnect = "$disconnect";
    public const string Default = "$default";

    private readonly Dictionary<string, AnnotatedFunction> _routes;

    private SocketRoutes(Dictionary<string, AnnotatedFunction> routes) => _routes = routes;

    public IReadOnlyDictionary<string, AnnotatedFunction> Routes => _routes;

    /// <exception cref="CatalogueException">Two functions share a key, or the one of <c>$connect</c> says not who may.</exception>
    public static SocketRoutes Of(IEnumerable<AnnotatedFunction> functions)
    {
        var routes = new Dictionary<string, AnnotatedFunction>(StringComparer.Ordinal);
        foreach (var function in functions)
        {
            if (function.Annotation<WebSocketRouteAttribute>() is not { Route: var key }) continue;
            if (key == Connect) RouteTable.CheckGuard(function); // Later messages come over a connection that it let in.
            if (!routes.TryAdd(key, function))
                throw new CatalogueException($"{routes[key].Name} and {function.Name} share the WebSocket route {key}: only one can answer it.");
        }
        return new SocketRoutes(routes);
    }

    /// <summary>What answers a key; null where nothing does.</summary>
    public AnnotatedFunction? Find(string key) => _routes.GetValueOrDefault(key);

    /// <summary>What answers a message with this <c>action</c>.</summary>
    public (string Key, AnnotatedFunction? Function) ForMessage(string? action) =>
        action is not null && !action.StartsWith('$') && Find(action) is { } function ? (action, function) : (Default, Find(Default));
}
