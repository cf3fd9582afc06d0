using System.Reflection;
using Amazon.Lambda.Annotations;

namespace Ghostbusters.Functions.Catalogue;

/// <summary>A method that carries <c>[LambdaFunction]</c>, and what runs it.</summary>
public sealed class AnnotatedFunction
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    public AnnotatedFunction(MethodInfo method, LambdaFunctionAttribute annotation)
    {
        Method = method;
        ResourceName = annotation.ResourceName is { Length: > 0 } name ? name : method.Name;
        Timeout = annotation.Timeout == 0 ? DefaultTimeout : TimeSpan.FromSeconds(annotation.Timeout);
        MemorySize = annotation.MemorySize == 0 ? 512 : (int)annotation.MemorySize;
    }

    public MethodInfo Method { get; }

    /// <summary>As templates and state machines name it.</summary>
    public string ResourceName { get; }

    /// <summary>As what runs it is named.</summary>
    public string Id => KebabCase.Of(ResourceName);

    /// <summary>Whose executable it is in: the last word of its assembly's name.</summary>
    public string Context => Method.DeclaringType!.Assembly.GetName().Name!.Split('.')[^1].ToLowerInvariant();

    /// <summary>As logs and refusals name it.</summary>
    public string Name => $"{Method.DeclaringType!.Name}.{Method.Name}";

    /// <summary>How long an invocation may run.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>Megabytes; told to the function, not enforced here.</summary>
    public int MemorySize { get; }

    public T? Annotation<T>() where T : Attribute => Method.GetCustomAttribute<T>();

    public IEnumerable<T> Annotations<T>() where T : Attribute => Method.GetCustomAttributes<T>();
}
