using System.Reflection;
using Ghostbusters.Functions.Host.Functions;
using Ghostbusters.Functions.Host.Http;
using Ghostbusters.Functions.Host.Queues;
using Ghostbusters.Functions.Host.Sockets;
using Ghostbusters.Functions.Host.Workflows;
using Ghostbusters.Functions.Hosting;
using Ghostbusters.Functions.Queues;
using Microsoft.Extensions.DependencyInjection;

namespace Ghostbusters.Functions.Host.Running;

/// <summary>All that the annotations of some assemblies ask for. Made before anything is opened: what is wrong is refused first.</summary>
internal sealed class FunctionSet
{
    /// <param name="secrets">Names of the service's own secrets, which the host makes. A forge's token is none: nobody can make that up.</param>
    /// <exception cref="HostRefusal">An annotation asks for what cannot be, or says not who may call.</exception>
    public FunctionSet(IReadOnlyList<Assembly> assemblies, params IReadOnlyList<string> secrets)
    {
        Assemblies = assemblies;
        Secrets = secrets;
        Functions = FunctionReader.Read(assemblies);
        Routes = RouteTable.Of(Functions);
        Sockets = SocketRoutes.Of(Functions);
        Queues = [.. Functions.SelectMany(QueueSource.Of)];
        Machines = StateMachines.Read(assemblies, Functions);
    }

    public IReadOnlyList<Assembly> Assemblies { get; }

    public IReadOnlyList<string> Secrets { get; }

    public IReadOnlyList<AnnotatedFunction> Functions { get; }

    public RouteTable Routes { get; }

    public SocketRoutes Sockets { get; }

    public IReadOnlyList<QueueSource> Queues { get; }

    /// <summary>State machines by name, their tasks named as <see cref="WorkflowTasks"/> finds them.</summary>
    public IReadOnlyDictionary<string, string> Machines { get; }

    public IEnumerable<QueueDefinition> QueueDefinitions => Queues.SelectMany(static q => q.Definitions).DistinctBy(static d => d.Name);

    /// <summary>Every scope that some route wants.</summary>
    public IReadOnlyCollection<string> Scopes =>
        [.. Functions.Select(static f => f.Annotation<Annotations.RequiresScopeAttribute>()?.Scope).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>Makes the generated handlers, with what is registered here instead of AWS's adapters.</summary>
    public IReadOnlyDictionary<AnnotatedFunction, GeneratedHandler> MakeHandlers(Action<IServiceCollection> register)
    {
        HostAdapters.Use(register);
        try
        {
            return Functions.ToDictionary(static function => function, static function => new GeneratedHandler(function));
        }
        finally
        {
            HostAdapters.Use(null);
        }
    }
}
