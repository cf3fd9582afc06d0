using Ghostbusters.Analyzers.Rules.GB8200;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8200;

/// <summary>An unsafe use in a test or a sample is a note: it harms nobody until somebody copies it.</summary>
public class ShippedUseTests
{
    private const string Hash = "using System.Security.Cryptography; class C { byte[] SessionId(byte[] user) => SHA1.HashData(user); }";
    private const string Certificate = "class C { object M() => new System.Net.Http.HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true }; }";
    private const string Form = "using Microsoft.AspNetCore.Mvc; public class OrdersController : Controller { [HttpPost] public IActionResult Delete(int id) => View(); }";

    private static readonly Dictionary<string, (string Code, DiagnosticAnalyzer Rule)> Uses = new(StringComparer.Ordinal)
    {
        ["hash"] = (Hash, new WeakHash()),
        ["certificate"] = (Certificate, new CertificateValidationDisabled()),
        ["form"] = (Form, new MissingAntiforgery()),
    };

    [Theory]
    [InlineData("hash", "src/Shop/C.cs", DiagnosticSeverity.Warning)]
    [InlineData("hash", "samples/Shop/C.cs", DiagnosticSeverity.Info)]
    [InlineData("hash", "tests/Shop/C.cs", DiagnosticSeverity.Info)]
    [InlineData("certificate", "src/Shop/C.cs", DiagnosticSeverity.Warning)]
    [InlineData("certificate", "tests/Shop/C.cs", DiagnosticSeverity.Info)]
    [InlineData("form", "src/Shop/C.cs", DiagnosticSeverity.Warning)]
    [InlineData("form", "samples/Shop/C.cs", DiagnosticSeverity.Info)]
    public async Task AnUnsafeUse_WeighsLessInATestOrSample(string use, string path, DiagnosticSeverity severity)
    {
        var (code, rule) = Uses[use];
        var found = Assert.Single(await TestCompilation.AnalyzeAsync(TestCompilation.Of($"// file: {path}\n{code}"), rule));
        Assert.Equal(severity, found.Severity);
    }

    [Fact]
    public async Task ATestProject_IsATestWhereverItsFilesLie()
    {
        var test = TestCompilation.Of($"// file: src/Shop/C.cs\n{Hash}").WithAssemblyName("Shop.Tests");
        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(await TestCompilation.AnalyzeAsync(test, new WeakHash())).Severity);
    }

    [Fact]
    public async Task WhatATestCallsItsPassword_IsNoSecret() => Assert.Empty(await TestCompilation.AnalyzeAsync(
        TestCompilation.Of("// file: tests/Shop/C.cs\nclass C { string password = \"k8#Vq2!zLw9\"; }"), new HardCodedSecret()));
}
