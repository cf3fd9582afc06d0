using Ghostbusters.Infra.Settings;

namespace Ghostbusters.Infra.Tests;

/// <summary>A configuration that cannot be deployed is refused before anything is, with every problem and its cure.</summary>
public class SettingsTests
{
    [Theory]
    [InlineData("production", "yes", "true or false")]
    [InlineData("architecture", "x86", "x86_64, arm64")]
    [InlineData("logDays", "31", "CloudWatch takes")]
    [InlineData("logDays", "a month", "whole number")]
    [InlineData("alarmEmails", "", "nobody would learn")]
    [InlineData("alarmEmails", "somebody", "no address")]
    [InlineData("origins", "*", "'*' is not taken")]
    [InlineData("origins", "https://app.example.com/page", "without a path")]
    [InlineData("origins", "http://app.example.com", "no origin")]
    [InlineData("machines", "CI", "a-z")]
    [InlineData("monthlyBudget", "0", "above zero")]
    [InlineData("domain", "api.example.com", "belong together")]
    [InlineData("accountConcurrency", "150", "Ask AWS for a higher quota")]
    public async Task WhatCannotBe_IsRefused(string key, string value, string reason) => Assert.Contains(reason, await RefusalAsync((key, value)), StringComparison.Ordinal);

    [Fact]
    public async Task EveryProblem_IsNamedAtOnce()
    {
        var refusal = await RefusalAsync(("production", "yes"), ("logDays", "31"), ("alarmEmails", "somebody"));
        Assert.All((string[])["production is", "logDays is", "alarmEmails is no address"], word => Assert.Contains(word, refusal, StringComparison.Ordinal));
    }

    [Fact]
    public void ANameTooLongForAws_IsRefused()
    {
        var names = new Names("ghostbusters", "a-branch-of-somebody-who-likes-long-names", "o");
        Assert.Contains("64 is AWS's limit", Assert.Throws<SettingsException>(() => names.Of("analyse-stage")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProductionKeepsLogsAYear() => Assert.Contains("365 days or more", await RefusalAsync(("production", "true"), ("logDays", "30")), StringComparison.Ordinal);

    [Fact]
    public async Task ADomain_IsTheApisAddress()
    {
        var run = await StackRun.RunAsync<GhostbustersStack>("dev", change: static s =>
        {
            s["ghostbusters:domain"] = "api.example.com";
            s["ghostbusters:certificateArn"] = "arn:aws:acm:eu-central-1:123456789012:certificate/1";
        });
        var graph = new Graph(run, "dev");
        Assert.Equal("https://api.example.com", graph.Outputs["ApiUrl"]!.ToString());
        Assert.True(graph.First("RestApi").Is("disableExecuteApiEndpoint"));
        Assert.Equal("https://api.example.com", graph.First("lambda:Function")["environment.variables.GHOSTBUSTERS_PUBLIC_URL"]);
    }

    private static async Task<string> RefusalAsync(params (string Key, string Value)[] settings) => (await Assert.ThrowsAnyAsync<Exception>(() => StackRun.RunAsync<GhostbustersStack>("dev", change: all =>
    {
        foreach (var (key, value) in settings) all["ghostbusters:" + key] = value;
    }))).ToString();
}
