using Amazon.Lambda.Annotations.APIGateway;
using Ghostbusters.Functions.Annotations;
using Ghostbusters.Functions.Catalogue;

namespace Ghostbusters.LambdaService;

/// <summary>A function as its annotations deploy it.</summary>
/// <param name="Name">The method, which is the value of ANNOTATIONS_HANDLER.</param>
/// <param name="Route">Null: no route of the REST API leads to it.</param>
/// <param name="SocketRoute">Null: no route of the WebSocket API does.</param>
/// <param name="Queue">Null: no queue does.</param>
/// <param name="BatchSize">Messages an event at most.</param>
public sealed record DeployedFunction(string Name, TimeSpan Timeout, int MemoryMb, RestRoute? Route, string? SocketRoute, string? Queue, int BatchSize)
{
    /// <summary>All annotated functions.</summary>
    public static IReadOnlyList<DeployedFunction> Of(FunctionCatalogue catalogue) => [.. catalogue.Functions.Select(Read)];

    private static DeployedFunction Read(AnnotatedFunction function)
    {
        var rest = function.Annotation<RestApiAttribute>();
        var source = QueueSource.Of(function).SingleOrDefault();
        return new DeployedFunction(
            function.Method.Name, function.Timeout, function.MemorySize,
            rest is null ? null : new RestRoute(rest.Method.ToString().ToUpperInvariant(), rest.Template),
            function.Annotation<WebSocketRouteAttribute>()?.Route, source?.Queue.Value, source?.BatchSize ?? 0);
    }
}
