namespace Ghostbusters.Cli.Tests;

/// <summary>What runs code is tested in Ghostbusters.Mutation.Tests; here is what must not run any.</summary>
public class MutateTests
{
    [Fact]
    public async Task WithoutPermission_NothingIsRun_AndItSaysWhatWouldBe()
    {
        using var run = new CliRun(("A.cs", Code.EmptyCatch));
        var result = await run.InvokeAsync("mutate");
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("--allow-execution", result.Errors, StringComparison.Ordinal);
        Assert.Contains("runs its tests", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutTests_ItIsAMistake()
    {
        using var run = new CliRun(("A.cs", Code.EmptyCatch));
        var result = await run.InvokeAsync("mutate", "--allow-execution");
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("There are no tests", result.Errors, StringComparison.Ordinal);
    }
}
