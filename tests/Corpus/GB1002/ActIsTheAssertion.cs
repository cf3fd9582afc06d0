using Xunit;

namespace Corpus.GB1002.ActIsTheAssertion;

public abstract class Step
{
    public virtual Task CleanUpAsync(string id) => Task.CompletedTask;
}

public sealed class PlainStep : Step;

public class StepTests
{
    [Fact]
    public async Task CleanUp_of_a_plain_step_succeeds() //@near GB1002
    {
        // Arrange
        var step = new PlainStep();

        // Act & Assert
        await step.CleanUpAsync("7");
    }

    [Fact]
    public async Task CleanUp_twice_leaves_one_trace() //@true GB1002
    {
        var step = new PlainStep();
        await step.CleanUpAsync("7");
        await step.CleanUpAsync("7");
    }
}
