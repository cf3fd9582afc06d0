using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Tests.Flow;

public class CatchPathTests
{
    [Theory]
    [InlineData("int a = 0; try { Console.WriteLine(1); } finally { try { Console.WriteLine(2); } catch { } } return a;", "0")]
    [InlineData("try { return 3; } finally { try { Console.WriteLine(2); } catch { } }", "3")]
    [InlineData("try { try { return 3; } finally { try { Console.WriteLine(2); } catch { } } } finally { Console.WriteLine(3); }", "3")]
    [InlineData("var ok = false; try { Console.WriteLine(1); ok = true; } catch { } return ok ? 1 : 2;", "2")]
    [InlineData("var r = 1; try { Console.WriteLine(1); } catch { r = 2; } return r;", "2")]
    [InlineData("try { Console.WriteLine(1); } catch { return 4; } finally { Console.WriteLine(2); } return 5;", "4")]
    [InlineData("try { Console.WriteLine(1); } catch { throw; } return 5;", "")]
    [InlineData("while (true) { try { Console.WriteLine(1); return 1; } catch { } }", "")]
    public void Outcomes_AreTheResultsOnTheWaysFromTheCatch(string body, string expected) =>
        Assert.Equal(expected, string.Join(",", Single(body).Outcomes.Select(static o => o.Value.Constant)));

    [Theory]
    [InlineData("while (true) { try { Console.WriteLine(1); return 1; } catch { } }", true)]
    [InlineData("try { Console.WriteLine(1); } catch { } return 1;", false)]
    [InlineData("while (true) { try { Console.WriteLine(1); return 1; } catch { break; } } return 2;", false)]
    public void Retries_WhenAWayEntersTheSameTryAgain(string body, bool expected) => Assert.Equal(expected, Single(body).Retries);

    [Theory]
    [InlineData("try { Console.WriteLine(1); } catch { throw; } return 1;", true)]
    [InlineData("try { Console.WriteLine(1); } catch { Console.WriteLine(2); } return 1;", false)]
    public void CanThrow_OnlyByAThrowStatement(string body, bool expected) => Assert.Equal(expected, Single(body).CanThrow);

    private static CatchPath Single(string body)
    {
        var compilation = TestCompilation.Of($$"""class C { int M() { {{body}} } }""");
        Assert.Empty(TestCompilation.Errors(compilation));
        var tree = compilation.SyntaxTrees.Last();
        var method = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single();
        var graph = FlowGraph.Of(method, compilation.GetSemanticModel(tree), CancellationToken.None)!;
        return Assert.Single(CatchPath.Of(graph, ValueAnalysis.Of(graph, CancellationToken.None), CancellationToken.None));
    }
}
