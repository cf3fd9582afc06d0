using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.Lambda.Core;
using Ghostbusters.Functions.Catalogue;
using Ghostbusters.Functions.Host.Functions;
using Ghostbusters.Functions.Local.Workflows;
using StateMachine = Ghostbusters.Functions.Catalogue.StateMachine;

namespace Ghostbusters.Functions.Host.Workflows;

/// <summary>Runs the tasks of state machines: the functions that they name, with what Lambda's own serializer makes of the input.</summary>
internal sealed class WorkflowTasks
{
    /// <summary>Before a function's name, where a machine on AWS has an ARN.</summary>
    public const string Prefix = "local:";

    private Dictionary<string, GeneratedHandler> _handlers = [];
    private Invoker? _invoker;

    /// <summary>A machine's definition with its tasks named so.</summary>
    /// <exception cref="HostRefusal">It says what this host does not run.</exception>
    public static string DefinitionOf(StateMachine machine)
    {
        var definition = machine.Definition(static function => Prefix + function.ResourceName);
        try
        {
            LocalWorkflow.Check(definition);
            return definition;
        }
        catch (FormatException wrong)
        {
            throw new HostRefusal($"The state machine {machine.Name} cannot be run here: {wrong.Message}");
        }
    }

    /// <summary>From now on these run; before there are none.</summary>
    public void Use(IReadOnlyDictionary<AnnotatedFunction, GeneratedHandler> handlers, Invoker invoker)
    {
        _handlers = handlers.Values.ToDictionary(static handler => handler.Function.ResourceName, StringComparer.Ordinal);
        _invoker = invoker;
    }

    /// <exception cref="StatesException">There is no such function.</exception>
    public async Task<JsonNode?> RunAsync(WorkflowTask task, CancellationToken cancellation)
    {
        if (_invoker is null || !_handlers.TryGetValue(task.Resource[Prefix.Length..], out var handler))
            throw new StatesException(StatesException.Runtime, $"There is no function '{task.Resource}'.");
        var context = _invoker.Context(handler.Function, _invoker.NextId(), handler.Function.Timeout);
        var serializer = SerializerOf(handler.Function.Method.DeclaringType!.Assembly);
        var input = handler.Event is { } type ? Call(nameof(ILambdaSerializer.Deserialize), type, serializer, new MemoryStream(Encoding.UTF8.GetBytes(task.Input?.ToJsonString() ?? "null"))) : null;
        if (await handler.InvokeAsync(input, context).WaitAsync(cancellation).ConfigureAwait(false) is not { } result) return null;
        using var written = new MemoryStream();
        Call(nameof(ILambdaSerializer.Serialize), result.GetType(), serializer, result, written);
        return JsonNode.Parse(written.ToArray());
    }

    private static ILambdaSerializer SerializerOf(Assembly assembly) =>
        (ILambdaSerializer)Activator.CreateInstance((assembly.GetCustomAttribute<LambdaSerializerAttribute>() ?? throw new InvalidOperationException($"{assembly.GetName().Name} names no serializer.")).SerializerType)!;

    private static object? Call(string method, Type type, ILambdaSerializer serializer, params object?[] arguments) => typeof(ILambdaSerializer).GetMethod(method)!
        .MakeGenericMethod(type).Invoke(serializer, BindingFlags.DoNotWrapExceptions, null, arguments, null);
}
