using Ghostbusters.Analyzers.Rules.GB8100;
using Ghostbusters.Analyzers.Rules.GB9000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Tests.Taint;

/// <summary>What an editor asks for at every keystroke: one file, within a tenth of a second.</summary>
public class LiveAnalysisTests
{
    private const string Controller = """
        using System.Data.Common;
        using Microsoft.AspNetCore.Mvc;
        public class OrdersController(DbCommand command) : ControllerBase
        {
            [HttpGet] public void Get(string name) => command.CommandText = Text.Of(name);
            [HttpGet] public void Far(string name) => new Orders(command).Find(name);
        }
        // file: Text.cs
        public static class Text { public static string Of(string name) => "SELECT * FROM t WHERE n = '" + name + "'"; }
        // file: Orders.cs
        using System.Data.Common;
        internal sealed class Orders(DbCommand command) { internal void Find(string name) => command.CommandText = Text.Of(name); }
        """;

    private static readonly AnalyzerOptions Editor = GlobalOptions.Of(("build_property.DesignTimeBuild", "true"));

    [Fact]
    public async Task AnEditor_IsToldOfTheFlowsOfItsFile_WhateverFilesTheyPassThrough()
    {
        var compilation = TestCompilation.Of(Controller);
        var tree = compilation.SyntaxTrees.Single(static t => t.FilePath == "File0.cs");
        var asked = compilation.WithAnalyzers([new SqlInjection()], Editor);
        var found = Assert.Single(await asked.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, CancellationToken.None));
        Assert.Equal(4, found.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Empty(await asked.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(compilation.SyntaxTrees.Single(static t => t.FilePath == "Text.cs")), null, CancellationToken.None));
    }

    [Fact]
    public async Task ABuild_IsToldOfAll()
    {
        var found = await TestCompilation.AnalyzeAsync(TestCompilation.Of(Controller), new SqlInjection());
        Assert.Equal(["File0.cs", "Orders.cs"], found.Select(static d => d.Location.SourceTree!.FilePath));
    }

    [Fact]
    public async Task AnEditor_IsToldWhereTheLimitCutAFlow()
    {
        var compilation = TestCompilation.Of(Endless);
        Assert.Contains("limit of steps", Assert.Single(await TestCompilation.AnalyzeAsync(compilation, Editor, new FlowCutShort())).GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABuild_IsToldWhereTheLimitCutAFlow_AsANote()
    {
        var found = Assert.Single(await TestCompilation.AnalyzeAsync(TestCompilation.Of(Endless), new FlowCutShort()));
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
        Assert.Equal("Get", found.Location.SourceTree!.ToString().Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length));
    }

    [Fact]
    public async Task WhereNoRuleOnFlowsIsOn_NothingIsFollowed_AndNothingWasCut()
    {
        var compilation = TestCompilation.Of(Endless);
        var off = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(
            Analyzers.Rules.RuleCatalog.Descriptors.Where(static d => d.Id.StartsWith("GB81", StringComparison.Ordinal)).Select(static d => KeyValuePair.Create(d.Id, ReportDiagnostic.Suppress))));
        Assert.Empty(await TestCompilation.AnalyzeAsync(off, new AnalyzerOptions([]), new FlowCutShort()));
    }

    [Fact]
    public async Task WhatIsFollowedToItsEnd_IsNotCutShort() => Assert.Empty(await TestCompilation.AnalyzeAsync(TestCompilation.Of(Controller), new FlowCutShort()));

    // Ten ways at each of a chain of calls.
    private static string Endless => $$"""
        using System.Data.Common;
        using Microsoft.AspNetCore.Mvc;
        public class OrdersController(DbCommand command) : ControllerBase
        {
            [HttpGet] public void Get(string name, string a, string b) { {{string.Concat(Enumerable.Range(0, 40).Select(static i => $"name = Step{i % 8}(name + a, b, {i});"))}} command.CommandText = name; }
            {{string.Concat(Enumerable.Range(0, 8).Select(static i => $"private string Step{i}(string x, string y, int n) {{ for (var i = 0; i < n + 3; i++) {{ if (x.Length > i) x += {(i < 7 ? $"Step{i + 1}(y, x, i)" : "y")}; else if (y == x) x = y + i; else x = y.Trim(); }} return x; }}\n"))}}
        }
        """;
}
