using System.Reflection;
using Amazon.Lambda.Annotations;

namespace Ghostbusters.Functions.Host.Functions;

/// <summary>A method that carries <c>[LambdaFunction]</c>, and what runs it.</summary>
internal sealed class AnnotatedFunction
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    public AnnotatedFunction(MethodInfo method, LambdaFunctionAttribute annotation)
    {
        Method = method;
        Timeout = annotation.Timeout == 0 ? DefaultTimeout : TimeSpan.FromSeconds(annotation.Timeout);
        ResourceName = string.IsNullOrEmpty(annotation.ResourceName) ? method.Name : annotation.ResourceName;
        MemorySize = annotation.MemorySize == 0 ? 512 : (int)annotation.MemorySize;
    }

    public MethodInfo Method { get; }

    /// <summary>As logs and refusals name it.</summary>
    public string Name => $"{Method.DeclaringType!.Name}.{Method.Name}";

    /// <summary>As templates and state machines name it.</summary>
    public string ResourceName { get; }

    /// <summary>How long an invocation may run.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>Megabytes; told to the function, not enforced here.</summary>
    public int MemorySize { get; }

    public T? Annotation<T>() where T : Attribute => Method.GetCustomAttribute<T>();

    public IEnumerable<T> Annotations<T>() where T : Attribute => Method.GetCustomAttributes<T>();
}
