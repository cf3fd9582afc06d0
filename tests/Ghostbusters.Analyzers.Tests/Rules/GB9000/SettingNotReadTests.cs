using Ghostbusters.Analyzers.Rules.GB8100;
using Ghostbusters.Analyzers.Rules.GB9000;
using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Tests.Rules.GB9000;

public class SettingNotReadTests
{
    private const string Code = """
        using System.Data.Common;
        namespace Acme;
        public static class Inbox { public static extern string Read(); }
        public static class Orders { public static void Drop(DbCommand command) => command.CommandText = "drop " + Inbox.Read(); }
        """;

    private const string Models = "version: 1\nsources:\n  - member: Acme.Inbox.Read\n    kind: queue\n";

    [Theory]
    [InlineData("version: 1\nsources:\n  - member: Acme.Inbox.Read\n    kind: quue\n", "rules.yaml: (3,0)-(3,14)", "line 4: 'quue' is no kind here; 'queue' is meant.")]
    [InlineData("sources:\n  - member: Acme.Inbox.Read\n    kind: queue", "rules.yaml: (0,0)-(0,8)", "line 1: The version is missing: begin with `version: 1`.")]
    [InlineData("version: 1\nsources: none\n", "rules.yaml: (1,0)-(1,13)", "'sources' is a list")]
    public async Task ModelsThatCannotBeRead_Trigger(string text, string place, string problem)
    {
        var found = Assert.Single(await AnalyzeAsync(text, new SettingNotRead()));
        Assert.Equal(place, found.Location.GetLineSpan().ToString());
        Assert.Contains(problem, found.GetMessage(), StringComparison.Ordinal);
        Assert.Empty(await AnalyzeAsync(text, new SqlInjection()));
    }

    [Theory]
    [InlineData("ghostbusters.GB8101.sources", "webb", "'webb' is no kind here; 'web' is meant")]
    [InlineData("ghostbusters.GB8122.sources", "web;file", "'web;file' is no kind here: web,")]
    public async Task SourcesThatCannotBeRead_Trigger(string key, string value, string problem)
    {
        var found = Assert.Single(await AnalyzeAsync(Models, new SettingNotRead(), (key, value)));
        Assert.Contains(problem, found.GetMessage(), StringComparison.Ordinal);
        Assert.Contains($"{key} = {value}", found.GetMessage(), StringComparison.Ordinal);
        // What cannot be read changes nothing.
        Assert.Single(await AnalyzeAsync(Models, new SqlInjection(), (key, value)));
    }

    [Theory]
    [InlineData(Models)]
    [InlineData("")]
    [InlineData("version: 1\nbanned_claims:\n  - {id: T1, text: \"a: b\", because: |\n      c\n    , remedy: d}\n")]
    public async Task ModelsThatCanBeRead_DoNotTrigger(string text) => Assert.Empty(await AnalyzeAsync(text, new SettingNotRead()));

    [Theory]
    [InlineData("web", 0)]
    [InlineData("queue", 1)]
    [InlineData("WEB , Queue", 1)]
    [InlineData("default", 1)]
    [InlineData("all", 1)]
    public async Task Sources_CountAsTheSettingSays(string value, int findings)
    {
        Assert.Empty(await AnalyzeAsync(Models, new SettingNotRead(), ("ghostbusters.GB8101.sources", value)));
        Assert.Equal(findings, (await AnalyzeAsync(Models, new SqlInjection(), ("ghostbusters.GB8101.sources", value))).Length);
    }

    [Fact]
    public async Task OneCompilation_UnderOtherModels_IsAnalysedAnew()
    {
        var code = TestCompilation.Of(Code);
        Assert.Empty(await TestCompilation.AnalyzeAsync(code, new SqlInjection()));
        Assert.Single(await TestCompilation.AnalyzeAsync(code, Options(Models), new SqlInjection()));
        Assert.Empty(await TestCompilation.AnalyzeAsync(code, Options(Models.Replace("Read", "Peek", StringComparison.Ordinal)), new SqlInjection()));
    }

    private static Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> AnalyzeAsync(string models, DiagnosticAnalyzer rule, params (string Key, string Value)[] more) =>
        TestCompilation.AnalyzeAsync(TestCompilation.Of(Code), Options(models, more), rule);

    private static AnalyzerOptions Options(string models, params (string Key, string Value)[] more) => new(
        [new SourceDocument("rules.yaml", models)], GlobalOptions.Of([(TeamModels.FileOption, "true"), .. more]).AnalyzerConfigOptionsProvider);
}
