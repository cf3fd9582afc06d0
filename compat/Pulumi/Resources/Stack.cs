using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi;

/// <summary>The root of a program's resources. A program that is a class declares its outputs as properties.</summary>
public class Stack : ComponentResource
{
    internal const string TypeToken = "pulumi:pulumi:Stack";

    public Stack(StackOptions? options = null)
        : base(TypeToken, $"{Deployment.Running.ProjectName}-{Deployment.Running.StackName}", OptionsOf(options))
    {
        Deployment.Running.Root = this;
    }

    /// <exception cref="RunException">An output has no value, or is none.</exception>
    internal void RegisterPropertyOutputs()
    {
        var outputs = (from property in GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                       let output = property.GetCustomAttribute<OutputAttribute>()
                       where output is not null && property.DeclaringType!.IsSubclassOf(typeof(Stack))
                       select (Name: output.Name ?? property.Name, Value: property.GetValue(this))).ToImmutableArray();

        var missing = string.Join(", ", outputs.Where(output => output.Value is null).Select(output => output.Name));
        if (missing != "")
            throw new RunException($"Output(s) '{missing}' have no value assigned. [Output] attributed properties must be assigned inside Stack constructor.");
        var wrong = outputs.Where(output => output.Value is not IOutput).Select(output => output.Name).ToImmutableArray();
        if (!wrong.IsEmpty) throw RunException.OutputsHaveIncorrectType(wrong);
        RegisterOutputs(outputs.ToDictionary(output => output.Name, object? (output) => output.Value));
    }

    internal void RegisterResults(IDictionary<string, object?> results) => RegisterOutputs(results);

    private static ComponentResourceOptions? OptionsOf(StackOptions? options) =>
        options is null ? null : new() { ResourceTransformations = options.ResourceTransformations };
}
