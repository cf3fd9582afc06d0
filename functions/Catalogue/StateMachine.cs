using System.Reflection;
using System.Text.RegularExpressions;

namespace Ghostbusters.Functions.Catalogue;

/// <summary>A state machine: an embedded <c>name.asl.json</c> in Amazon States Language, whose <c>${Name}</c> is the function of that resource name.</summary>
public sealed partial class StateMachine
{
    private const string Ending = ".asl.json";

    private readonly string _text;
    private readonly Dictionary<string, AnnotatedFunction> _tasks;

    private StateMachine(string name, string text, Dictionary<string, AnnotatedFunction> tasks) => (Name, _text, _tasks) = (name, text, tasks);

    public string Name { get; }

    /// <summary>The functions that are its tasks.</summary>
    public IReadOnlyCollection<AnnotatedFunction> Tasks => _tasks.Values;

    /// <summary>The definition, with each function named as whoever runs it finds it.</summary>
    public string Definition(Func<AnnotatedFunction, string> resource) => Placeholder().Replace(_text, match => resource(_tasks[match.Groups[1].Value]));

    /// <exception cref="CatalogueException">One names a function that nobody annotated.</exception>
    internal static IReadOnlyList<StateMachine> Read(IEnumerable<Assembly> assemblies, IReadOnlyList<AnnotatedFunction> functions) =>
    [
        .. assemblies.Where(static assembly => !assembly.IsDynamic)
            .SelectMany(static assembly => assembly.GetManifestResourceNames().Where(static name => name.EndsWith(Ending, StringComparison.Ordinal)).Select(name => (assembly, name)))
            .OrderBy(static found => found.name, StringComparer.Ordinal)
            .Select(found => Read(found.assembly, found.name, functions)),
    ];

    private static StateMachine Read(Assembly assembly, string resource, IReadOnlyList<AnnotatedFunction> functions)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var (name, text) = (resource[..^Ending.Length], reader.ReadToEnd());
        var tasks = Placeholder().Matches(text).Select(static match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).ToDictionary(
            static task => task,
            task => functions.FirstOrDefault(function => function.ResourceName == task)
                ?? throw new CatalogueException($"The state machine {name} names {task}, and no function has that ResourceName."),
            StringComparer.Ordinal);
        return new StateMachine(name, text, tasks);
    }

    [GeneratedRegex(@"\$\{([A-Za-z0-9]+)\}")]
    private static partial Regex Placeholder();
}
