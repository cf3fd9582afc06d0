namespace Ghostbusters.Functions.Workflows.States;

/// <summary>
/// On a static method without parameters that answers with a <see cref="WorkflowDefinition"/>: the context has this state machine. The
/// local host runs it and infra declares it.
/// </summary>
/// <param name="name">As <see cref="IWorkflow"/> starts it.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WorkflowAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
