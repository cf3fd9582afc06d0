using System.Reflection;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.Annotations.SQS;
using Ghostbusters.Functions.Annotations;

namespace Ghostbusters.LambdaService;

/// <summary>A function as its annotations deploy it.</summary>
/// <param name="Name">The method, which is the value of ANNOTATIONS_HANDLER.</param>
/// <param name="Route">Null: no route of the REST API leads to it.</param>
/// <param name="SocketRoute">Null: no route of the WebSocket API does.</param>
/// <param name="Queue">Null: no queue does.</param>
/// <param name="BatchSize">Messages an event at most.</param>
public sealed record DeployedFunction(string Name, TimeSpan Timeout, int MemoryMb, RestRoute? Route, string? SocketRoute, string? Queue, int BatchSize)
{
    /// <summary>SQS's own, where an annotation says none.</summary>
    private const int DefaultBatchSize = 10;

    /// <summary>All annotated functions of an assembly.</summary>
    public static IReadOnlyList<DeployedFunction> Of(Assembly assembly) =>
    [
        .. assembly.GetTypes()
            .SelectMany(static type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(static method => method.IsDefined(typeof(LambdaFunctionAttribute))).Select(Read),
    ];

    private static DeployedFunction Read(MethodInfo method)
    {
        var function = method.GetCustomAttribute<LambdaFunctionAttribute>()!;
        var rest = method.GetCustomAttribute<RestApiAttribute>();
        var source = method.GetCustomAttribute<SQSEventAttribute>();
        // A stage reads the queue that it says it uses for reading: the source itself names a resource of the infrastructure.
        var queue = source is null ? null : method.GetCustomAttributes<UsesAttribute>().Single(static used => used.Resource == ResourceKind.Queue && used.Access.HasFlag(Access.Read)).Name;
        return new DeployedFunction(
            method.Name, TimeSpan.FromSeconds(function.Timeout), (int)function.MemorySize,
            rest is null ? null : new RestRoute(rest.Method.ToString().ToUpperInvariant(), rest.Template),
            method.GetCustomAttribute<WebSocketRouteAttribute>()?.Route, queue, source is { BatchSize: > 0 } ? (int)source.BatchSize : DefaultBatchSize);
    }
}
