using System.Reflection;

namespace Pulumi;

/// <summary>Groups resources under one name.</summary>
public class ComponentResource : Resource
{
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : this(type, name, ResourceArgs.Empty, options)
    {
    }

    public ComponentResource(string type, string name, ResourceArgs? args, ComponentResourceOptions? options = null, bool remote = false)
        : base(type, name, custom: false, args ?? ResourceArgs.Empty, options ?? new ComponentResourceOptions())
    {
        if (remote) throw new NotSupportedException("A remote component needs the Pulumi engine.");
    }

    /// <summary>Registers every property that is marked with <see cref="OutputAttribute"/>.</summary>
    protected void RegisterOutputs() => RegisterOutputs(
        (from property in GetType().GetProperties()
         let output = property.GetCustomAttribute<OutputAttribute>()
         where output is not null && property.Name != nameof(Urn)
         select (Name: string.IsNullOrWhiteSpace(output.Name) ? property.Name : output.Name, Value: property.GetValue(this)))
        .ToDictionary(pair => pair.Name, object? (pair) => pair.Value));

    protected void RegisterOutputs(IDictionary<string, object?> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        RegisterOutputs(Task.FromResult(outputs));
    }

    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        RegisterOutputs(Output.Create(outputs));
    }

    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        Deployment.Running.RegisterOutputs(this, outputs);
    }
}
