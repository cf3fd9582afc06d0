using System.Reflection;
using Amazon.Lambda.Annotations.DynamoDB;
using Amazon.Lambda.Annotations.S3;
using Ghostbusters.Functions.Catalogue;
using Ghostbusters.Functions.Host.Functions;
using Ghostbusters.Functions.Host.Workflows;
using Ghostbusters.Functions.Hosting;
using Ghostbusters.Functions.Queues;
using Microsoft.Extensions.DependencyInjection;

namespace Ghostbusters.Functions.Host.Running;

/// <summary>What this host runs. Made before anything is opened: what is wrong is refused first.</summary>
internal sealed class FunctionSet
{
    /// <param name="secrets">Names of the service's own secrets, which the host makes. A forge's token is none: nobody can make that up.</param>
    /// <exception cref="CatalogueException">An annotation asks for what cannot be, or says not who may call.</exception>
    /// <exception cref="HostRefusal">A function waits for an event that this host does not make.</exception>
    public FunctionSet(IReadOnlyList<Assembly> assemblies, params IReadOnlyList<string> secrets)
    {
        Catalogue = new FunctionCatalogue(assemblies);
        Secrets = secrets;
        foreach (var function in Catalogue.Functions) Check(function);
        Machines = Catalogue.Machines.ToDictionary(static machine => machine.Name, WorkflowTasks.DefinitionOf);
    }

    public FunctionCatalogue Catalogue { get; }

    public IReadOnlyList<string> Secrets { get; }

    /// <summary>State machines by name, their tasks named as <see cref="WorkflowTasks"/> finds them.</summary>
    public IReadOnlyDictionary<string, string> Machines { get; }

    /// <summary>The queues, each with its dead letters.</summary>
    public IEnumerable<QueueDefinition> QueueDefinitions => Catalogue.Queues
        .SelectMany(static source => QueueDefinition.WithDeadLetters(source.Queue))
        .DistinctBy(static definition => definition.Name);

    /// <summary>Makes the generated handlers, with what is registered here instead of AWS's adapters.</summary>
    public IReadOnlyDictionary<AnnotatedFunction, GeneratedHandler> MakeHandlers(Action<IServiceCollection> register)
    {
        HostAdapters.Use(register);
        try
        {
            return Catalogue.Functions.ToDictionary(static function => function, static function => new GeneratedHandler(function));
        }
        finally
        {
            HostAdapters.Use(null);
        }
    }

    private static void Check(AnnotatedFunction function)
    {
        if (function.Annotations<S3EventAttribute>().Any() || function.Annotations<DynamoDBEventAttribute>().Any())
            throw new HostRefusal($"{function.Name} waits for an event of S3 or DynamoDB, which this host does not make: it would never run.");
    }
}
