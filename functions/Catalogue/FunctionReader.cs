using System.Reflection;
using Amazon.Lambda.Annotations;

namespace Ghostbusters.Functions.Catalogue;

/// <summary>Finds the annotated functions of assemblies.</summary>
internal static class FunctionReader
{
    public static IReadOnlyList<AnnotatedFunction> Read(IEnumerable<Assembly> assemblies) =>
    [
        .. assemblies
            .SelectMany(static assembly => assembly.GetTypes())
            .SelectMany(static type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Select(static method => method.GetCustomAttribute<LambdaFunctionAttribute>() is { } annotation ? new AnnotatedFunction(method, annotation) : null)
            .OfType<AnnotatedFunction>()
            .OrderBy(static function => function.Name, StringComparer.Ordinal),
    ];
}
