using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Tests.Taint.Models;

public sealed class TaintModelsTests
{
    private const string Database = """
        using System.Data; using System.Data.Common; using System.Diagnostics.CodeAnalysis;
        abstract class Mine : DbCommand { [AllowNull] public override string CommandText { get; set; } = ""; public void Execute() { } }
        class Other { public string CommandText { get; set; } = ""; public string ReadLine() => ""; }
        class Log { public void Info(string text) { } }
        """;

    // What is written last in the method is the member that is looked up.
    [Theory]
    [InlineData("void M() { var x = System.Console.ReadLine(); }", nameof(SourceKinds.Console), nameof(SinkKinds.None))]
    [InlineData("void M(Microsoft.AspNetCore.Http.HttpRequest r) { var x = r.Query; }", nameof(SourceKinds.Web), nameof(SinkKinds.None))]
    [InlineData("void M(Microsoft.AspNetCore.Http.QueryCollection q) { var x = q[\"a\"]; }", nameof(SourceKinds.Web), nameof(SinkKinds.None))]
    [InlineData("void M(Mine c) { c.CommandText = \"\"; }", nameof(SourceKinds.None), nameof(SinkKinds.Sql))]
    [InlineData("void M(System.Data.IDbCommand c) { c.CommandText = \"\"; }", nameof(SourceKinds.None), nameof(SinkKinds.Sql))]
    [InlineData("void M() { new System.IO.StreamReader(\"a\"); }", nameof(SourceKinds.File), nameof(SinkKinds.Path))]
    [InlineData("void M(System.IO.Stream s) { new System.IO.StreamReader(s); }", nameof(SourceKinds.None), nameof(SinkKinds.Path))]
    [InlineData("void M(System.ArgumentException e) { var x = e.Message; }", nameof(SourceKinds.Exception), nameof(SinkKinds.None))]
    [InlineData("void M(System.ArgumentException e) { var x = e.ToString(); }", nameof(SourceKinds.Exception), nameof(SinkKinds.None))]
    [InlineData("void M(System.Collections.Generic.List<int> l) { new System.Collections.Generic.List<int>(3); }", nameof(SourceKinds.None), nameof(SinkKinds.Resource))]
    public void AMemberThatBindsIsKnown(string method, string source, string sink)
    {
        var model = TaintModels.BuiltIn.Of(MemberTarget.Of(LastMember(method)));
        Assert.NotNull(model);
        Assert.Equal((source, sink), (model.Source.ToString(), model.Sink.ToString()));
    }

    [Theory]
    [InlineData("void M(Other o) { o.CommandText = \"\"; }")]
    [InlineData("void M(Other o) { o.ReadLine(); }")]
    [InlineData("void M(Mine c) { c.Execute(); }")]
    [InlineData("void M(Log l) { l.Info(\"\"); }")]
    [InlineData("void M(System.Collections.Generic.List<int> l) { new System.Collections.Generic.List<int>(l); }")]
    [InlineData("void M() { new System.Text.StringBuilder(\"\"); }")]
    [InlineData("void M(string s) { var x = s.Length; }")]
    [InlineData("void M(System.Text.RegularExpressions.Match m) { var x = m.Value; }")]
    public void AMemberThatIsOnlyCalledAlikeIsNot(string method) => Assert.Null(TaintModels.BuiltIn.Of(MemberTarget.Of(LastMember(method))));

    [Fact]
    public void AnExtensionMethodIsKnownReducedOrNot()
    {
        var logged = TaintModels.BuiltIn.Of(MemberTarget.Of(LastMember("void M(Microsoft.Extensions.Logging.ILogger l) { Microsoft.Extensions.Logging.LoggerExtensions.LogError(l, \"a\"); }")));
        Assert.True(logged is { Sink: SinkKinds.Log | SinkKinds.Exposure, IsExtension: true });
    }

    [Theory]
    [InlineData("SqlCommand", "Microsoft.Data.SqlClient", "CommandText", true)]
    [InlineData("SqlCommand", "", "new", true)]
    [InlineData("Microsoft.Data.SqlClient.SqlCommand", "System", "new", true)]
    [InlineData("global::Npgsql.NpgsqlCommand", "", "new", true)]
    [InlineData("IDbConnection", "Dapper", "Query", true)]
    [InlineData(null, "Dapper", "QueryAsync", true)]
    [InlineData("SqlCommand", "Acme.Data", "CommandText", false)]
    [InlineData("Acme.SqlCommand", "Microsoft.Data.SqlClient", "CommandText", false)]
    [InlineData("Command", "Microsoft.Data.SqlClient", "CommandText", false)]
    [InlineData("IDbConnection", "Acme", "Query", false)]
    [InlineData(null, "", "Query", false)]
    [InlineData("SqlCommand", "Microsoft.Data.SqlClient", "Prepare", false)]
    public void AMemberThatDoesNotBindIsKnownByNameAndUsing(string? type, string usings, string member, bool isSink)
    {
        var target = MemberTarget.Unbound(type, usings.Length == 0 ? [] : [usings], member);
        Assert.Equal(isSink ? SinkKinds.Sql : SinkKinds.None, TaintModels.BuiltIn.Of(target)?.Sink ?? SinkKinds.None);
    }

    [Fact]
    public void ATeamsModelsAreAddedToTheBuiltInOnes()
    {
        var team = TaintModels.BuiltIn.With([new MemberModel("System.Console", "ReadLine") { Sanitizes = SinkKinds.Sql }]);
        Assert.True(team.Of(MemberTarget.Unbound("Console", ["System"], "ReadLine")) is { Source: SourceKinds.Console, Sanitizes: SinkKinds.Sql });
        Assert.Equal(SinkKinds.None, TaintModels.BuiltIn.Of(MemberTarget.Unbound("Console", ["System"], "ReadLine"))!.Sanitizes);
    }

    [Theory]
    [InlineData("ReadLine", true, false, false)]
    [InlineData("CommandText", true, false, false)]
    [InlineData("MapGet", true, false, false)]
    [InlineData("SqlCommand", false, true, false)]
    [InlineData("BindProperty", false, false, true)]
    [InlineData("FromQueryAttribute", false, false, true)]
    [InlineData("ControllerBase", false, false, false)]
    [InlineData("Frobnicate", false, false, false)]
    public void NamesAreAFilterBeforeAnyBinding(string identifier, bool member, bool made, bool attribute) => Assert.Equal(
        (member, made, attribute),
        (TaintModels.BuiltIn.NamesMember(identifier), TaintModels.BuiltIn.NamesMade(identifier), TaintModels.BuiltIn.NamesAttribute(identifier)));

    private static ISymbol LastMember(string method)
    {
        var compilation = TestCompilation.Of(Database, $"class C {{ {method} }}");
        Assert.Empty(TestCompilation.Errors(compilation));
        var tree = compilation.SyntaxTrees.Last();
        var model = compilation.GetSemanticModel(tree);
        var body = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single().Body!;
        var node = body.DescendantNodes().First(static n => n is InvocationExpressionSyntax or ObjectCreationExpressionSyntax or ElementAccessExpressionSyntax or MemberAccessExpressionSyntax { Parent: not MemberAccessExpressionSyntax });
        return model.GetSymbolInfo(node).Symbol!;
    }
}
