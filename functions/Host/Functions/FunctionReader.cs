using System.Reflection;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.DynamoDB;
using Amazon.Lambda.Annotations.S3;

namespace Ghostbusters.Functions.Host.Functions;

/// <summary>Finds the annotated functions of assemblies.</summary>
internal static class FunctionReader
{
    /// <exception cref="HostRefusal">A function waits for an event that this host does not make.</exception>
    public static IReadOnlyList<AnnotatedFunction> Read(IEnumerable<Assembly> assemblies)
    {
        var functions = assemblies
            .SelectMany(static assembly => assembly.GetTypes())
            .SelectMany(static type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Select(static method => method.GetCustomAttribute<LambdaFunctionAttribute>() is { } annotation ? new AnnotatedFunction(method, annotation) : null)
            .OfType<AnnotatedFunction>()
            .OrderBy(static function => function.Name, StringComparer.Ordinal)
            .ToList();
        foreach (var function in functions) Check(function);
        return functions;
    }

    private static void Check(AnnotatedFunction function)
    {
        if (function.Annotations<S3EventAttribute>().Any() || function.Annotations<DynamoDBEventAttribute>().Any())
            throw new HostRefusal($"{function.Name} waits for an event of S3 or DynamoDB, which this host does not make: it would never run.");
    }
}
