namespace Ghostbusters.Cli.Tests;

public class ExitCodeTests
{
    [Fact]
    public async Task HonestCode_IsClean()
    {
        using var run = new CliRun(("A.cs", Code.Honest));
        var result = await run.InvokeAsync("analyze");
        Assert.Equal(ExitCodes.Clean, result.ExitCode);
        Assert.Contains("score     100 of 100", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFinding_IsOne()
    {
        using var run = new CliRun(("A.cs", Code.EmptyCatch));
        var result = await run.InvokeAsync("analyze");
        Assert.Equal(ExitCodes.Findings, result.ExitCode);
        Assert.Contains("A.cs(11,9): warning GB3003:", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error", ExitCodes.Clean)]
    [InlineData("warning", ExitCodes.Findings)]
    [InlineData("note", ExitCodes.Findings)]
    [InlineData("none", ExitCodes.Clean)]
    public async Task FailOn_SetsTheThreshold(string severity, int expected)
    {
        using var run = new CliRun(("A.cs", Code.EmptyCatch));
        Assert.Equal(expected, (await run.InvokeAsync("analyze", "--fail-on", severity)).ExitCode);
    }

    [Fact]
    public async Task AGap_OutranksFindings()
    {
        using var run = new CliRun(
            ("A.cs", Code.EmptyCatch),
            ("A.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup><ItemGroup><PackageReference Include="No.Such.Package.Anywhere" Version="1.2.3" /></ItemGroup></Project>"""));
        var result = await run.InvokeAsync("analyze");
        Assert.Equal(ExitCodes.Incomplete, result.ExitCode);
        Assert.Contains("GB3003", result.Output, StringComparison.Ordinal);
        Assert.Contains("No.Such.Package.Anywhere", result.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Findings, (await run.InvokeAsync("analyze", "--allow-partial")).ExitCode);
    }

    [Fact]
    public async Task AnEmptyFolder_HasNothingToAnalyse()
    {
        using var run = new CliRun();
        var result = await run.InvokeAsync("analyze");
        Assert.Equal(ExitCodes.NothingToAnalyse, result.ExitCode);
        Assert.DoesNotContain("100 of 100", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("analyze", "no/such/folder")]
    [InlineData("analyze", "--no-such-option")]
    [InlineData("analyze", "--rules", "XY1")]
    [InlineData("analyze", "--format", "pdf")]
    [InlineData("analyze", "--out", "sarif")]
    [InlineData("analyze", "--fail-on", "sometimes")]
    [InlineData("analyze", "--threads", "0")]
    [InlineData("analyze", "--baseline", "no-such-baseline.json")]
    [InlineData("analyze", "--diff", "main")]
    [InlineData("analyze", "--diff", "main", "--diff-file", "x.diff")]
    [InlineData("explain", "GB0000")]
    [InlineData("no-such-verb")]
    public async Task WrongUse_IsThree_AndSaysWhy(params string[] args)
    {
        using var run = new CliRun(("A.cs", Code.Honest));
        var result = await run.InvokeAsync(args);
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.NotEmpty(result.Errors);
    }

    [Fact]
    public async Task ABinaryWithTheNameOfSource_IsAGap_AndTheOthersAreAnalysed()
    {
        using var run = new CliRun(("A.cs", Code.EmptyCatch));
        File.WriteAllBytes(Path.Combine(run.Folder, "B.cs"), [0x7F, (byte)'E', (byte)'L', (byte)'F', 0, 0, 0, 0xFF, 0xFE, 0, 1, 2, 3]);
        var result = await run.InvokeAsync("analyze");
        Assert.Equal(ExitCodes.Incomplete, result.ExitCode);
        Assert.Contains("B.cs", result.Output, StringComparison.Ordinal);
        Assert.Contains("A.cs(11,9): warning GB3003:", result.Output, StringComparison.Ordinal);
    }
}
