using Amazon.Lambda.Annotations.APIGateway;
using Ghostbusters.Functions.Annotations;

namespace Ghostbusters.Functions.Catalogue.Routes;

/// <summary>The routes that the annotations make, and nothing else.</summary>
public sealed class RouteTable
{
    private RouteTable(IReadOnlyList<HttpRoute> routes) => Routes = routes;

    public IReadOnlyList<HttpRoute> Routes { get; }

    /// <exception cref="CatalogueException">A route says neither who may call it nor that anybody may, or two functions share one.</exception>
    public static RouteTable Of(IEnumerable<AnnotatedFunction> functions) => Of(functions
        .Select(static function => function.Annotation<RestApiAttribute>() is { } rest
            ? new HttpRoute(rest.Method.ToString().ToUpperInvariant(), new RouteTemplate(rest.Template), function)
            : null)
        .OfType<HttpRoute>());

    /// <exception cref="CatalogueException">As above.</exception>
    internal static RouteTable Of(IEnumerable<HttpRoute> unordered)
    {
        var routes = unordered.OrderBy(static route => route.Template.Order, StringComparer.Ordinal).ThenBy(static route => route.Verb == HttpRoute.AnyVerb).ToList();
        foreach (var route in routes) CheckGuard(route.Function);
        foreach (var same in routes.GroupBy(static route => (route.Verb, route.Template.Form)).Where(static same => same.Count() > 1))
            throw new CatalogueException($"{string.Join(" and ", same.Select(static r => r.Function.Name))} share the route {same.Key.Verb} {same.Key.Form}: only one can answer it.");
        return new RouteTable(routes);
    }

    /// <summary>The route that answers; else the verbs that others of this path take, none where the path is nobody's.</summary>
    public RouteMatch Find(string verb, string path)
    {
        var others = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var route in Routes)
        {
            if (route.Template.Match(path) is not { } parameters) continue;
            if (route.Takes(verb)) return new RouteMatch(route, parameters, []);
            others.Add(route.Verb);
        }
        return new RouteMatch(null, [], [.. others]);
    }

    /// <exception cref="CatalogueException">The function says neither who may call it nor that anybody may, or both.</exception>
    public static void CheckGuard(AnnotatedFunction function)
    {
        var isGuarded = function.Annotation<RequiresScopeAttribute>() is not null;
        if (isGuarded == (function.Annotation<AnonymousAttribute>() is not null))
            throw new CatalogueException($"{function.Name} carries {(isGuarded ? "both" : "neither")} [RequiresScope] {(isGuarded ? "and" : "nor")} [Anonymous]: say who may call its route.");
    }
}

/// <summary>What a path leads to.</summary>
public sealed record RouteMatch(HttpRoute? Route, Dictionary<string, string> Parameters, IReadOnlyList<string> OtherVerbs);
