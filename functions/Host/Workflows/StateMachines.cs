using System.Reflection;
using System.Text.RegularExpressions;
using Ghostbusters.Functions.Host.Functions;
using Ghostbusters.Functions.Local.Workflows;

namespace Ghostbusters.Functions.Host.Workflows;

/// <summary>Finds the state machines in assemblies: embedded <c>name.asl.json</c>, whose <c>${Name}</c> is the function of that name.</summary>
internal static partial class StateMachines
{
    private const string Ending = ".asl.json";

    /// <exception cref="HostRefusal">A machine is none that this host runs, or names a function that nobody annotated.</exception>
    public static IReadOnlyDictionary<string, string> Read(IEnumerable<Assembly> assemblies, IReadOnlyList<AnnotatedFunction> functions)
    {
        var known = functions.Select(static function => function.ResourceName).ToHashSet(StringComparer.Ordinal);
        var machines = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var assembly in assemblies)
            foreach (var resource in assembly.GetManifestResourceNames().Where(static name => name.EndsWith(Ending, StringComparison.Ordinal)))
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
                var name = resource[..^Ending.Length];
                machines[name] = Checked(name, Placeholder().Replace(reader.ReadToEnd(), match => known.Contains(match.Groups[1].Value)
                    ? WorkflowTasks.Prefix + match.Groups[1].Value
                    : throw new HostRefusal($"The state machine {name} names {match.Value}, and no function has that ResourceName.")));
            }
        return machines;
    }

    private static string Checked(string name, string definition)
    {
        try
        {
            LocalWorkflow.Check(definition);
            return definition;
        }
        catch (FormatException wrong)
        {
            throw new HostRefusal($"The state machine {name} cannot be run here: {wrong.Message}");
        }
    }

    [GeneratedRegex(@"\$\{([A-Za-z0-9]+)\}")]
    private static partial Regex Placeholder();
}
