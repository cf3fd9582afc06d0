namespace Ghostbusters.Cli.Tests;

public class FixTests
{
    [Fact]
    public async Task WithoutApply_ShowsADiff_AndWritesNothing()
    {
        using var run = new CliRun(("A.cs", Code.EmptyCatch));
        var result = await run.InvokeAsync("fix");
        Assert.Equal(ExitCodes.Clean, result.ExitCode);
        Assert.Contains("--- a/A.cs", result.Output, StringComparison.Ordinal);
        Assert.Contains("+            throw;", result.Output, StringComparison.Ordinal);
        Assert.Equal(Code.EmptyCatch, run.Read("A.cs"));
    }

    [Fact]
    public async Task Apply_MendsTheFinding_AndASecondRunFindsNothing()
    {
        using var run = new CliRun(("A.cs", Code.EmptyCatch));
        await run.InvokeAsync("fix", "--apply");
        Assert.Contains("throw;", run.Read("A.cs"), StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Clean, (await run.InvokeAsync("analyze")).ExitCode);
        Assert.Contains("Nothing here can be repaired", (await run.InvokeAsync("fix", "--apply")).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SeveralInOneFile_AreAllMended()
    {
        var two = Code.EmptyCatch + Code.EmptyCatch.Replace("namespace Sample;", "", StringComparison.Ordinal).Replace("Reader", "Second", StringComparison.Ordinal);
        using var run = new CliRun(("A.cs", two));
        var result = await run.InvokeAsync("fix", "--apply");
        Assert.Contains("2 findings in 1 files were repaired", result.Errors, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Clean, (await run.InvokeAsync("analyze")).ExitCode);
    }

    [Fact]
    public async Task ByteOrderMarkAndLineEnds_AreKept()
    {
        using var run = new CliRun(("A.cs", "\uFEFF" + Code.EmptyCatch.ReplaceLineEndings("\r\n")));
        await run.InvokeAsync("fix", "--apply");
        var bytes = await File.ReadAllBytesAsync(Path.Combine(run.Folder, "A.cs"));
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.DoesNotContain("\n", run.Read("A.cs").Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
