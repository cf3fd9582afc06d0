using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Tests.Symbols;

public class ValueOriginTests
{
    [Theory]
    [InlineData("void M() => Use(5);", 5)]
    [InlineData("void M() { var x = 5; Use(x); }", 5)]
    [InlineData("void M() { var x = 5; var y = (long)(x); Use(y); }", 5)]
    [InlineData("void M() { int x; x = 5; Use(x); }", 5)]
    [InlineData("void M() { var x = 4; x = 5; Use(x); }", 5)]
    [InlineData("const int X = 5; void M() => Use(X);", 5)]
    [InlineData("static readonly int X = 5; void M() => Use(X);", 5)]
    [InlineData("private int _x = 5; void M() => Use(_x);", 5)]
    [InlineData("int X => 5; void M() => Use(X);", 5)]
    [InlineData("int X { get; } = 5; void M() => Use(this.X);", 5)]
    [InlineData("void M() => Use(2 + 3);", 5)]
    public void OneValue_IsKnown(string members, object value) => Assert.Equal(value, ConstantOf(members));

    [Theory]
    [InlineData("void M(int x) => Use(x);")]
    [InlineData("void M(bool b) { var x = 4; if (b) x = 5; Use(x); }")]
    [InlineData("void M() { var x = 4; x++; Use(x); }")]
    [InlineData("void M() { var x = 4; Set(ref x); Use(x); } void Set(ref int x) => x = 1;")]
    [InlineData("void M() { var x = 4; while (true) { Use(x); x = 5; } }")]
    [InlineData("private int _x = 5; void Set() => _x = 6; void M() => Use(_x);")]
    [InlineData("public int X = 5; void M() => Use(X);")]
    [InlineData("int X { get; set; } = 5; void M() => Use(X);")]
    [InlineData("static readonly int X = 5; static C() => X = 6; void M() => Use(X);")]
    public void SeveralValues_AreNot(string members) => Assert.Null(ConstantOf(members));

    [Fact]
    public void CodeThatDoesNotBind_IsFollowed() => Assert.Equal("new Unknown()", OriginOf("void M() { var x = new Unknown(); Use(x); }").ToString());

    private static object? ConstantOf(string members)
    {
        var (value, model) = Argument(members);
        return ValueOrigin.ConstantOf(value, model, CancellationToken.None);
    }

    private static ExpressionSyntax OriginOf(string members)
    {
        var (value, model) = Argument(members);
        return ValueOrigin.Of(value, model, CancellationToken.None);
    }

    private static (ExpressionSyntax Value, SemanticModel Model) Argument(string members)
    {
        var compilation = TestCompilation.Of($"class C {{ {members} void Use(object x) {{ }} }}");
        var tree = compilation.SyntaxTrees.Single(static t => t.FilePath == "File0.cs");
        var call = tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Last(static c => c.Expression.ToString() == "Use");
        return (call.ArgumentList.Arguments[0].Expression, compilation.GetSemanticModel(tree));
    }
}
