using Ghostbusters.Analyzers.Rules.GB8100;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8100;

/// <summary>What does not ship is told with less weight: a sample is copied, and a test is run by its author.</summary>
public class ShippedFlowTests
{
    private const string Find = "\nusing System.Data.Common;\npublic class Orders(DbCommand command) { public void Find(string name) => command.CommandText = \"SELECT \" + name; }\n";

    private static string Controller(string path) => $$"""
        // file: {{path}}
        using System.Data.Common;
        using Microsoft.AspNetCore.Mvc;
        public class OrdersController(DbCommand command) : ControllerBase
        {
            [HttpGet] public void Get(string name) => command.CommandText = "SELECT " + name;
        }
        """;

    [Theory]
    [InlineData("src/Shop/OrdersController.cs", DiagnosticSeverity.Warning)]
    [InlineData("samples/Shop/OrdersController.cs", DiagnosticSeverity.Info)]
    [InlineData("tests/Shop/OrdersController.cs", DiagnosticSeverity.Info)]
    public async Task ARequest_WeighsLessInASample(string path, DiagnosticSeverity severity)
    {
        var found = Assert.Single(await TestCompilation.AnalyzeAsync(TestCompilation.Of(Controller(path)), new SqlInjection()));
        Assert.Equal(severity, found.Severity);
    }

    [Fact]
    public async Task WhatATestWritesItself_IsNothing() => Assert.Empty(await TestCompilation.AnalyzeAsync(
        TestCompilation.Of("// file: tests/Shop/Orders.cs" + Find), new SqlInjection()));

    [Fact]
    public async Task WhatATestHandsToTheCode_IsNoAttackOnIt_AndCallsItFromNowhere()
    {
        var found = Assert.Single(await TestCompilation.AnalyzeAsync(
            TestCompilation.Of("// file: src/Shop/Orders.cs" + Find + "// file: tests/Shop/OrdersTests.cs\npublic class OrdersTests { public void Find(Orders orders) => orders.Find(System.Console.ReadLine()!); }\n"), new SqlInjection()));
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
        Assert.Contains("'name'", found.GetMessage(), StringComparison.Ordinal);
    }
}
