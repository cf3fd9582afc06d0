using System.Reflection;
using Ghostbusters.Functions.Workflows.States;

namespace Ghostbusters.Functions.Catalogue;

/// <summary>A state machine that a context declares with <c>[Workflow]</c>, and the functions that are its tasks.</summary>
public sealed class StateMachine
{
    private readonly WorkflowDefinition _definition;
    private readonly Dictionary<string, AnnotatedFunction> _tasks;

    private StateMachine(string name, WorkflowDefinition definition, IReadOnlyList<AnnotatedFunction> functions)
    {
        (Name, _definition) = (name, definition);
        if (definition.Problems().ToList() is { Count: > 0 } problems) throw new CatalogueException($"The state machine {name} cannot be run. {string.Join(' ', problems)}");
        _tasks = definition.Functions.ToDictionary(
            static task => task,
            task => functions.FirstOrDefault(function => function.ResourceName == task)
                ?? throw new CatalogueException($"The state machine {name} names {task}, and no function has that ResourceName."),
            StringComparer.Ordinal);
    }

    public string Name { get; }

    /// <summary>The functions that are its tasks.</summary>
    public IReadOnlyCollection<AnnotatedFunction> Tasks => _tasks.Values;

    /// <summary>The document, with each function named as whoever runs it finds it.</summary>
    public string Definition(Func<AnnotatedFunction, string> resource) => _definition.ToJson(task => resource(_tasks[task]));

    /// <exception cref="CatalogueException">One could not be run, or names a function that nobody annotated.</exception>
    internal static IReadOnlyList<StateMachine> Read(IEnumerable<Assembly> assemblies, IReadOnlyList<AnnotatedFunction> functions) =>
    [
        .. from assembly in assemblies
           from type in assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
           let workflow = method.GetCustomAttribute<WorkflowAttribute>()
           where workflow is not null
           orderby workflow.Name
           select new StateMachine(workflow.Name, DefinitionOf(method), functions),
    ];

    private static WorkflowDefinition DefinitionOf(MethodInfo method) => method.GetParameters().Length == 0 && method.ReturnType == typeof(WorkflowDefinition)
        ? (WorkflowDefinition)method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)!
        : throw new CatalogueException($"{method.DeclaringType!.Name}.{method.Name} declares a workflow: it takes nothing and answers with a {nameof(WorkflowDefinition)}.");
}
