using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Tests.Flow;

public class InfluenceTests
{
    [Theory]
    [InlineData("return 1;", nameof(InfluenceKind.None))]
    [InlineData("var unused = p; return 1;", nameof(InfluenceKind.None))]
    [InlineData("p = 3; return 1;", nameof(InfluenceKind.None))]
    [InlineData("if (p > 1) { } return 1;", nameof(InfluenceKind.None))]
    [InlineData("return p;", nameof(InfluenceKind.Result))]
    [InlineData("var q = p + 1; var r = q; return r;", nameof(InfluenceKind.Result))]
    [InlineData("if (p < 0) throw new ArgumentOutOfRangeException(nameof(p)); return 1;", nameof(InfluenceKind.Guard))]
    [InlineData("ArgumentOutOfRangeException.ThrowIfNegative(p); return 1;", nameof(InfluenceKind.Guard))]
    [InlineData("if (p > 1) _field = 1; return 1;", nameof(InfluenceKind.Control))]
    [InlineData("_field = p; return 1;", nameof(InfluenceKind.Effect))]
    [InlineData("Use(p); return 1;", nameof(InfluenceKind.Effect))]
    [InlineData("Func<int> f = () => p; return f();", nameof(InfluenceKind.Effect))]
    [InlineData("(var a, _field) = (p, 2); return a;", nameof(InfluenceKind.Result))]
    public void AParameter_HasTheSayThatItHas(string body, string expected)
    {
        var (found, kind) = (Of(body), Enum.Parse<InfluenceKind>(expected));
        Assert.True(kind == InfluenceKind.None ? found == kind : found.HasFlag(kind), $"{found}");
    }

    [Fact]
    public void WhatIsLeftOut_HasNoSay() =>
        Assert.Equal(InfluenceKind.None, Of("Use(p); return 1;", static o => o.Syntax.ToString().StartsWith("Use(", StringComparison.Ordinal)));

    private static InfluenceKind Of(string body, Func<Microsoft.CodeAnalysis.IOperation, bool>? leaveOut = null)
    {
        var compilation = TestCompilation.Of($"class C {{ int _field; void Use(int x) => _field = x; int M(int p) {{ {body} }} }}");
        Assert.Empty(TestCompilation.Errors(compilation));
        var tree = compilation.SyntaxTrees.Single(static t => t.FilePath == "File0.cs");
        var model = compilation.GetSemanticModel(tree);
        var method = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(static m => m.Identifier.ValueText == "M");
        var graph = FlowGraph.Of(method, model, CancellationToken.None);
        Assert.NotNull(graph);
        return Influence.Of(graph, model.GetDeclaredSymbol(method)!.Parameters[0], leaveOut);
    }
}
