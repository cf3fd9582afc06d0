using System.Collections.Concurrent;
using System.Reflection;
using Amazon.Lambda.Core;
using Ghostbusters.Functions.Catalogue;

namespace Ghostbusters.Functions.Host.Functions;

/// <summary>The handler that the generator wrote for a function: the same that Lambda's runtime calls.</summary>
internal sealed class GeneratedHandler
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo?> Results = new();

    private readonly object _handler;
    private readonly MethodInfo _method;
    private readonly ParameterInfo[] _parameters;

    /// <summary>Makes the handler with all that it needs, so that what cannot be made fails the start and not the first request.</summary>
    /// <exception cref="HostRefusal">The generator wrote none.</exception>
    public GeneratedHandler(AnnotatedFunction function)
    {
        Function = function;
        var type = function.Method.DeclaringType!;
        var name = $"{type.Namespace}.{type.Name}_{function.Method.Name}_Generated".TrimStart('.');
        var generated = type.Assembly.GetType(name)
            ?? throw new HostRefusal($"{function.Name} has no generated handler '{name}': build its project with the generator of Amazon.Lambda.Annotations.");
        _method = generated.GetMethod(function.Method.Name) ?? throw new HostRefusal($"'{name}' has no method '{function.Method.Name}'.");
        _parameters = _method.GetParameters();
        _handler = Activator.CreateInstance(generated)!;
    }

    public AnnotatedFunction Function { get; }

    /// <summary>The type of event that it takes; null where it takes none.</summary>
    public Type? Event => _parameters.Select(static p => p.ParameterType).FirstOrDefault(static t => t != typeof(ILambdaContext));

    /// <summary>Runs it; its failures are thrown as they are. Null where it returns nothing.</summary>
    public async Task<object?> InvokeAsync(object? input, ILambdaContext context)
    {
        var arguments = Array.ConvertAll(_parameters, parameter => parameter.ParameterType == typeof(ILambdaContext) ? context : input);
        var returned = _method.Invoke(_handler, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        if (returned is not Task task) return returned;
        await task.ConfigureAwait(false);
        return _method.ReturnType == typeof(Task) ? null : Results.GetOrAdd(_method.ReturnType, static type => type.GetProperty("Result"))?.GetValue(task);
    }
}
