using Ghostbusters.Functions.Workflows.States;

namespace Ghostbusters.Functions.Catalogue.Tests;

public class StateMachineTests
{
    [Fact]
    public void AMachineOfAFunctionThatNobodyAnnotated_IsRefused()
    {
        var refusal = Assert.Throws<CatalogueException>(static () => new FunctionCatalogue(typeof(StateMachineTests).Assembly));
        Assert.Contains("The state machine lost names Nobody", refusal.Message, StringComparison.Ordinal);
    }

    [Workflow("lost")]
    internal static WorkflowDefinition Lost() => new("A", new TaskState("A", "Nobody", TimeSpan.FromSeconds(1)));
}
