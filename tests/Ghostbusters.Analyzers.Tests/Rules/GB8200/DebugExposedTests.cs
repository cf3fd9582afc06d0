using Ghostbusters.Analyzers.Rules.GB8200;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8200;

public class DebugExposedTests
{
    private const string Usings = "using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.SignalR; ";

    [Theory]
    [InlineData("void M(IApplicationBuilder a) => a.[|UseDeveloperExceptionPage|]();")]
    [InlineData("void M(IApplicationBuilder a) { a.UseRouting().[|UseDeveloperExceptionPage|](); }")]
    [InlineData("object M() => new HubOptions { [|EnableDetailedErrors = true|] };")]
    [InlineData("void M(IApplicationBuilder a, string path) { if (path == \"/\") a.[|UseDeveloperExceptionPage|](); }")]
    public Task Misuse_Triggers(string member) => RuleTest.VerifyAsync<DebugExposed>($"{Usings}class C {{ {member} }}");

    [Theory]
    [InlineData("void M(IApplicationBuilder a, bool isDevelopment) { if (isDevelopment) a.UseDeveloperExceptionPage(); }")]
    [InlineData("void M(IApplicationBuilder a, bool isProduction) { if (isProduction) return; a.UseDeveloperExceptionPage(); }")]
    [InlineData("void ConfigureDevelopment(IApplicationBuilder a) => a.UseDeveloperExceptionPage();")]
    [InlineData("void M(IApplicationBuilder a) => a.UseExceptionHandler(\"/e\");")]
    [InlineData("object M(bool d) => new HubOptions { EnableDetailedErrors = d };")]
    [InlineData("bool EnableDetailedErrors; void M() => EnableDetailedErrors = true;")]
    public Task Honest_DoesNotTrigger(string member) => RuleTest.VerifyAsync<DebugExposed>($"{Usings}class C {{ {member} }}");

    [Fact]
    public Task UnboundBuilder_Triggers() => RuleTest.VerifyBrokenAsync<DebugExposed>("""
        using Microsoft.AspNetCore.Builder;
        class C { void M(IUnknown app) { app.[|UseDeveloperExceptionPage|](); } }
        """);
}
