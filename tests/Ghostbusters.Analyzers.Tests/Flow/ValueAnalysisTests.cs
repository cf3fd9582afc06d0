using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Tests.Flow;

public class ValueAnalysisTests
{
    [Theory]
    [InlineData("int a = 1; a += 2; V(a);", "3")]
    [InlineData("int a = p ? 1 : 1; V(a);", "1")]
    [InlineData("int a = p ? 1 : 2; V(a);", "?")]
    [InlineData("string? t = null; t ??= \"x\"; V(t);", "x")]
    [InlineData("int a = 1; Action f = () => a = 2; f(); V(a);", "?")]
    [InlineData("int a = 1; Put(out a); V(a);", "?")]
    [InlineData("int a = 1; ref int r = ref a; r = 2; V(a);", "?")]
    [InlineData("int previous = 0; for (int i = 0; i < n; i++) { V(previous); previous = i; }", "?")]
    [InlineData("if (s == null) V(s);", "null")]
    [InlineData("if (n == 4) V(n);", "4")]
    [InlineData("if (n is 6 && p) V(n);", "6")]
    [InlineData("if (p && n == 7) V(n);", "7")]
    [InlineData("double d = double.NaN; V(d == d);", "False")]
    [InlineData("V((object)n == (object)n);", "?")]
    [InlineData("V((uint)n >= 0);", "True")]
    [InlineData("var t = s as object; V(t == null);", "?")]
    [InlineData("V((s + s) == null);", "False")]
    [InlineData("int a = 1; try { a = 2; Console.WriteLine(); } finally { V(a); }", "2")]
    public void At_IsWhatIsKnownOfTheArgument(string body, string expected)
    {
        var (values, argument) = Analyse(body);
        var value = values.At(argument);
        Assert.Equal(expected, value.Kind != FlowValueKind.Constant ? "?" : value.Constant?.ToString() ?? "null");
    }

    [Theory]
    [InlineData("if (false) V(1);", false)]
    [InlineData("throw new Exception(); V(1);", false)]
    [InlineData("while (true) { } V(1);", false)]
    [InlineData("try { throw new InvalidOperationException(); } catch (InvalidOperationException) { V(1); }", true)]
    [InlineData("try { throw new InvalidOperationException(); } catch (InvalidOperationException) when (p) { } catch (Exception) { V(1); }", true)]
    [InlineData("try { return; } finally { V(1); }", true)]
    [InlineData("try { return; } finally { Console.WriteLine(); } V(1);", false)]
    [InlineData("while (p) { try { break; } finally { Console.WriteLine(); } } V(1);", true)]
    [InlineData("while (true) { try { continue; } finally { Console.WriteLine(); } } V(1);", false)]
    [InlineData("try { try { Console.WriteLine(); } catch { throw; } } catch { V(1); }", true)]
    public void IsReachable_FollowsHandlersFiltersAndFinally(string body, bool expected)
    {
        var (values, argument) = Analyse(body);
        Assert.Equal(expected, values.BlockOf(argument) is { } block && values.IsReachable(block));
    }

    private static (ValueAnalysis Values, Microsoft.CodeAnalysis.IOperation Argument) Analyse(string body)
    {
        var compilation = TestCompilation.Of($$"""class C { static void V<T>(T v) { } static void Put(out int x) => x = 3; void M(bool p, int n, string? s) { {{body}} } }""");
        Assert.Empty(TestCompilation.Errors(compilation));
        var tree = compilation.SyntaxTrees.Last();
        var method = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(static m => m.Identifier.Text == "M");
        var graph = FlowGraph.Of(method, compilation.GetSemanticModel(tree), CancellationToken.None)!;
        var call = graph.Operations().OfType<IInvocationOperation>().Single(static c => c.TargetMethod.Name == "V");
        return (ValueAnalysis.Of(graph, CancellationToken.None), call.Arguments[0].Value);
    }
}
