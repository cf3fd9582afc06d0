using System.Reflection;
using Ghostbusters.Functions.Annotations;
using Ghostbusters.Functions.Catalogue.Routes;

namespace Ghostbusters.Functions.Catalogue;

/// <summary>
/// All that the annotations of some assemblies ask for. Whoever runs or declares functions stands on this, so that a route that
/// exists here and not there is impossible.
/// </summary>
public sealed class FunctionCatalogue
{
    /// <exception cref="CatalogueException">An annotation asks for what cannot be, or says not who may call.</exception>
    public FunctionCatalogue(params IReadOnlyList<Assembly> assemblies)
    {
        Assemblies = assemblies;
        Functions = FunctionReader.Read(assemblies);
        Routes = RouteTable.Of(Functions);
        Sockets = SocketRoutes.Of(Functions);
        Queues = [.. Functions.SelectMany(QueueSource.Of)];
        Machines = StateMachine.Read(assemblies, Functions);
    }

    /// <summary>Where the functions are.</summary>
    public IReadOnlyList<Assembly> Assemblies { get; }

    /// <summary>By name.</summary>
    public IReadOnlyList<AnnotatedFunction> Functions { get; }

    /// <summary>Of the REST API.</summary>
    public RouteTable Routes { get; }

    /// <summary>Of the WebSocket API.</summary>
    public SocketRoutes Sockets { get; }

    /// <summary>Those that functions read.</summary>
    public IReadOnlyList<QueueSource> Queues { get; }

    /// <summary>Those that functions are tasks of.</summary>
    public IReadOnlyList<StateMachine> Machines { get; }

    /// <summary>Every scope that some route wants.</summary>
    public IReadOnlyList<string> Scopes =>
        [.. Functions.Select(static f => f.Annotation<RequiresScopeAttribute>()?.Scope).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
