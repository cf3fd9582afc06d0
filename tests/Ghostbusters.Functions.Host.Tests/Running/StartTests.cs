using System.Text;
using Ghostbusters.Functions.Host.Running;

namespace Ghostbusters.Functions.Host.Tests.Running;

public class StartTests
{
    [Fact]
    public async Task TheFirstKey_IsShownOnce_AndOnlyItsHashIsKept()
    {
        await using var run = await HostRun.StartAsync();
        var key = run.Host.FirstKey!;
        var caller = await run.Host.Ports.Keys.VerifyAsync(key, CancellationToken.None);
        Assert.Equal("local", caller!.Tenant.Value);
        Assert.True(caller.Is(Role.Owner));
        Assert.True(caller.May("sample:write"));

        await run.StopAsync();
        foreach (var file in Directory.EnumerateFiles(run.Data, "*", SearchOption.AllDirectories))
            Assert.Equal(-1, (await File.ReadAllBytesAsync(file)).AsSpan().IndexOf(Encoding.ASCII.GetBytes(key)));

        var again = await HostRun.StartAsync(run.Data);
        Assert.Null(again.Host.FirstKey);
        Assert.NotNull(await again.Host.Ports.Keys.VerifyAsync(key, CancellationToken.None));
        await again.StopAsync();
    }

    [Fact]
    public async Task TwoHosts_DoNotShareAFolder()
    {
        await using var run = await HostRun.StartAsync();
        var refusal = await Assert.ThrowsAsync<HostRefusal>(() => HostRun.StartAsync(run.Data));
        Assert.Contains("--data", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheData_IsItsUsersOnly()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var run = await HostRun.StartAsync();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(run.Data));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(run.Data, "ghostbusters.db")));
    }

    [Theory]
    [InlineData("--urls", "http://0.0.0.0:5080")]
    [InlineData("--urls", "https://127.0.0.1:5080")]
    [InlineData("--port", "many")]
    [InlineData("--unknown", "1")]
    public async Task WhatItCannotDo_IsUsage_AndSaysSo(string option, string value)
    {
        using var errors = new StringWriter();
        Assert.Equal(3, await ServeCommand.RunAsync([option, value], TextWriter.Null, errors));
        Assert.NotEmpty(errors.ToString());
    }
}
