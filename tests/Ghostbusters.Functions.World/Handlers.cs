using System.Reflection;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Ghostbusters.Functions.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Ghostbusters.Functions.World;

/// <summary>The generated handlers, made over adapters of the test's own.</summary>
internal sealed class Handlers(Action<IServiceCollection> adapters)
{
    private readonly Dictionary<string, object> _made = new(StringComparer.Ordinal);

    /// <summary>Every annotated method of the context.</summary>
    public static IReadOnlyList<MethodInfo> All { get; } =
    [
        .. typeof(AnalysisJson).Assembly.GetTypes().SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(static method => method.GetCustomAttribute<LambdaFunctionAttribute>() is not null).OrderBy(static method => method.Name, StringComparer.Ordinal),
    ];

    /// <summary>Invokes the generated handler of a method.</summary>
    public Task<TAnswer> InvokeAsync<TAnswer>(string method, object request, ILambdaContext context)
    {
        object? handler;
        lock (_made) // The adapters are handed over by a place that all share.
            if (!_made.TryGetValue(method, out handler)) _made[method] = handler = Make(method);
        return (Task<TAnswer>)handler.GetType().GetMethod(method)!.Invoke(handler, [request, context])!;
    }

    private object Make(string method)
    {
        var declaring = All.Single(found => found.Name == method).DeclaringType!;
        HostAdapters.Use(adapters);
        try
        {
            return Activator.CreateInstance(declaring.Assembly.GetType($"{declaring.FullName}_{method}_Generated", throwOnError: true)!)!;
        }
        finally
        {
            HostAdapters.Use(null);
        }
    }
}
